import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/** What every verb is handed. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** The built worker thread. */
  readonly worker: URL;
  /** The built page. */
  readonly page: URL;
  /** Other programs for the same rules, in a checkout. */
  readonly rivals: URL;
  /** How this program is started, word by word. */
  readonly command: readonly string[];
}

/** Adds a verb to the program. */
export type Verb = (program: Command, surroundings: Surroundings) => void;

/** One JSON document, as `--json` prints it. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Examples below a verb's help. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
