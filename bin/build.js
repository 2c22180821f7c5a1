/**
 * Builds the command line into dist/ where it is missing or older than its sources. Safe when two start at once: each
 * builds into a folder of its own and renames file by file, the entry last.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(ROOT, "dist");
const ENTRY = join(DIST, "cli.js");
const SOURCES = ["sim", "src", "ui", "scenarios", "package.json", "vite.node.config.ts"];

/** How long parts of an earlier build are kept, ms. */
const KEPT = 600_000;

/** Time of the latest change in a file or folder, ms. */
function latest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, latest(join(path, name))), mtimeMs);
}

/** Whether there is nothing to start, or sources of a checkout have changed since. A package has no src folder. */
export function isStale() {
  if (!existsSync(ENTRY)) return true;
  if (!existsSync(join(ROOT, "src"))) return false;
  const built = statSync(ENTRY).mtimeMs;
  return SOURCES.some((name) => latest(join(ROOT, name)) > built);
}

/** Files of a folder with their paths in it, the entry last. */
function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return [...files.filter((file) => file !== "cli.js"), "cli.js"];
}

/** Parts of earlier builds; not the newest ones, which a command that has just started may still be reading. */
function removeOldChunks(files) {
  for (const name of readdirSync(join(DIST, "chunks"))) {
    const path = join(DIST, "chunks", name);
    if (files.includes(join("chunks", name))) continue;
    const age = Date.now() - statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (age > KEPT) rmSync(path, { force: true });
  }
}

export async function build() {
  const began = new Date();
  const temporary = join(DIST, `.build-${process.pid}-${began.getTime()}`);
  const { build: bundle } = await import("vite");
  try {
    await bundle({
      root: ROOT,
      configFile: join(ROOT, "vite.node.config.ts"),
      logLevel: "error",
      build: { outDir: temporary },
    });
    // The time of the sources that were read, so that a change during the build counts as one.
    utimesSync(join(temporary, "cli.js"), began, began);
    const files = filesOf(temporary);
    for (const file of files) {
      mkdirSync(dirname(join(DIST, file)), { recursive: true });
      renameSync(join(temporary, file), join(DIST, file));
    }
    removeOldChunks(files);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
