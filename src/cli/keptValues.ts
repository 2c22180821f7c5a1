import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import type { KeptValue } from "../../sim/index.ts";
import { Refusal } from "../../sim/index.ts";
import { PRODUCT } from "../host/opened.ts";
import { fileProblem } from "./scenarioArgument.ts";

/**
 * Values of worlds in a file, a line for each, so that a long run of patterns that is interrupted goes on where it
 * stopped. The first line says which model they are of: what another one played is refused.
 */
const FORMAT = "distretto/values/1";
const HEAD = JSON.stringify({ format: FORMAT, modelVersion: PRODUCT.modelVersion });

type Line = readonly [figure: string, world: number, value: number | null];

function isLine(value: unknown): value is Line {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [figure, world, known] = value as unknown[];
  return typeof figure === "string" && Number.isInteger(world) && (known === null || typeof known === "number");
}

/** Lines that were written whole; what an interruption left of the last one is cut off. */
function linesOf(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Refusal([fileProblem(path, error)]);
  }
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
  return whole.split("\n").slice(0, -1);
}

/**
 * Opens a file of values, or begins one.
 *
 * @throws {Refusal} where the file is something else, or of another model
 */
export function keptValues(path: string): { known: KeptValue[]; keep: (values: readonly KeptValue[]) => void } {
  const lines = existsSync(path) ? linesOf(path) : [];
  if (lines.length === 0) writeFileSync(path, `${HEAD}\n`);
  else if (lines[0] !== HEAD) {
    const mend = "Name a new file, or remove this one.";
    throw new Refusal([{ path: "--keep", value: path, expected: `values of model ${PRODUCT.modelVersion}`, mend }]);
  }
  const known = lines.slice(1).map((line, at): KeptValue => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    if (isLine(value)) return { figure: value[0], world: value[1], value: value[2] };
    const where = `${path}, line ${at + 2}`;
    throw new Refusal([{ path: where, value: line.slice(0, 60), expected: "a value", mend: "Remove the line." }]);
  });
  const keep = (values: readonly KeptValue[]) => {
    if (values.length === 0) return;
    appendFileSync(
      path,
      values.map(({ figure, world, value }) => `${JSON.stringify([figure, world, value])}\n`).join(""),
    );
  };
  return { known, keep };
}
