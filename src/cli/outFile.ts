import { existsSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { Refusal } from "../../sim/index.ts";

/** Temporary files that are not yet in their place; removed when the process is interrupted. */
const unfinished = new Set<string>();

export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/**
 * Checks an output path before anything is computed.
 *
 * @param kinds the endings that can be written, such as ".csv"
 * @throws {Refusal} for an unknown ending, a missing folder, or a file that exists and may not be replaced
 */
export function checkOut(path: string, kinds: readonly string[], force: boolean): void {
  const refuse = (value: string, expected: string, mend: string) => {
    throw new Refusal([{ path: "--out", value, expected, mend }]);
  };
  const ending = extname(path).toLowerCase();
  if (!kinds.includes(ending)) {
    refuse(
      JSON.stringify(path),
      `a file that ends in ${kinds.join(", ")}`,
      `Try ${JSON.stringify(`${path}${kinds[0]}`)}.`,
    );
  }
  const folder = dirname(resolve(path));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    refuse(folder, "a folder that exists", "Make the folder first.");
  }
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) refuse(path, "a file", "It is a folder; add a file name.");
  if (!force) refuse(path, "a file that does not exist yet", "Choose another name, or add --force to replace it.");
}

/** Puts a finished file into its place; without `force` only where nothing stands there. */
function place(temporary: string, path: string, force: boolean): void {
  if (force) return renameSync(temporary, path);
  try {
    linkSync(temporary, path);
  } catch (error) {
    // Some file systems have no second names.
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || existsSync(path))
      throw new Error(`${path} has come to exist meanwhile; nothing was written.`);
    renameSync(temporary, path);
  }
}

/** Writes a file as a whole or not at all: under a temporary name in its folder first, then into its place. */
export function writeWhole(path: string, content: string | Uint8Array, force: boolean): void {
  const temporary = `${path}.${process.pid}.part`;
  unfinished.add(temporary);
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    place(temporary, path, force);
  } finally {
    rmSync(temporary, { force: true });
    unfinished.delete(temporary);
  }
}
