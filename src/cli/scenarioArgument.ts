import { existsSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import type { Problem } from "../../sim/index.ts";
import { Refusal, parseJson, unknownScenario } from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";

/** Bytes that one world may take of this machine. */
export function room(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem();
  return 0.8 * memory;
}

/** Why a file could not be read, as a problem. */
export function fileProblem(path: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
  const reasons = new Map([
    ["ENOENT", "there is no such file"],
    ["EISDIR", "it is a folder"],
    ["EACCES", "it may not be read"],
  ]);
  const value = reasons.get(code) ?? code;
  return { path, value, expected: "a file that can be read", mend: "Check the path." };
}

/**
 * The JSON of a file.
 *
 * @throws {Refusal} where it cannot be read or is no JSON
 */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Refusal([fileProblem(path, error)]);
  }
  const parsed = parseJson(text, path);
  if (!parsed.ok) throw new Refusal(parsed.problems);
  return parsed.value;
}

/** What a scenario argument means: a shipped name as it is, a path as the document in the file. */
export function scenarioOf(argument: string): unknown {
  if (CATALOGUE.scenarios.has(argument)) return argument;
  if (argument.endsWith(".json") || existsSync(argument)) return readJson(argument);
  throw new Refusal([unknownScenario("scenario", argument, CATALOGUE)]);
}
