import { basename } from "node:path";
import type { Problem } from "../../sim/index.ts";
import {
  CALIBRATION_FORMAT,
  CHECKS_FORMAT,
  EXPERIMENT_FORMAT,
  Refusal,
  SCENARIO_FORMAT,
  parseCalibration,
  parseChecks,
  parseExperiment,
  problemText,
  resolve,
} from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { readJson, room } from "./scenarioArgument.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface Checked {
  readonly file: string;
  readonly format: string | null;
  readonly problems: readonly Problem[];
}

/** What a document of each format must be. */
const CHECKERS: ReadonlyMap<unknown, (document: unknown) => readonly Problem[]> = new Map([
  [
    SCENARIO_FORMAT,
    (document) => {
      const resolved = resolve(document, {}, CATALOGUE, { room: room() });
      return resolved.ok ? [] : resolved.problems;
    },
  ],
  [
    EXPERIMENT_FORMAT,
    (document) => {
      const parsed = parseExperiment(document, CATALOGUE, { room: room() });
      return parsed.ok ? [] : parsed.problems;
    },
  ],
  [
    CALIBRATION_FORMAT,
    (document) => {
      const parsed = parseCalibration(document, CATALOGUE, { room: room() });
      return parsed.ok ? [] : parsed.problems;
    },
  ],
  [
    CHECKS_FORMAT,
    (document) => {
      const parsed = parseChecks(document, CATALOGUE, { room: room() });
      return parsed.ok ? [] : parsed.problems;
    },
  ],
]);

function checkFile(file: string): Checked {
  try {
    const document = readJson(file);
    const format =
      typeof document === "object" && document !== null ? (document as { format?: unknown }).format : undefined;
    const checker = CHECKERS.get(format);
    if (checker !== undefined) return { file, format: String(format), problems: checker(document) };
    const expected = `one of ${[...CHECKERS.keys()].join(", ")}`;
    const mend = `Give ${basename(file)} a "format".`;
    return { file, format: null, problems: [{ path: "/format", value: String(format), expected, mend }] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file, format: null, problems: error.problems };
  }
}

function check(files: readonly string[], isJson: boolean, { terminal }: Surroundings): void {
  const checked = files.map(checkFile);
  if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = 2;
  if (isJson) {
    terminal.out(json({ files: checked, problems: checked.flatMap(({ problems }) => problems) }));
    return;
  }
  for (const { file, format, problems } of checked) {
    if (problems.length === 0) terminal.out(`${file}: ${format}, in order`);
    for (const problem of problems) terminal.err(`${file}: ${problemText(problem)}`);
  }
}

/** `check`: validates files. */
export const checkVerb: Verb = (program, surroundings) => {
  program
    .command("check")
    .summary("validate scenarios, experiments and checks")
    .description("Validates files and lists what is wrong: where, what was found, what was expected, how to mend it.")
    .argument("<files...>", "files to check")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto check my-region.json", "distretto check scenarios/*.json --json"))
    .action((files: string[], options: { json?: boolean }) => check(files, options.json ?? false, surroundings));
};
