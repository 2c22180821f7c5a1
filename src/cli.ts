import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import type { Problem } from "../sim/index.ts";
import { Refusal, problemText } from "../sim/index.ts";
import { analyseVerb } from "./cli/analyse.ts";
import { benchVerb } from "./cli/bench.ts";
import { calibrateVerb } from "./cli/calibrate.ts";
import { checkVerb } from "./cli/check.ts";
import { compareVerb } from "./cli/compare.ts";
import { describeVerb } from "./cli/describe.ts";
import { batchVerb } from "./cli/batch.ts";
import { cancelVerb } from "./cli/cancel.ts";
import { exploreVerb } from "./cli/explore.ts";
import { graphVerb } from "./cli/graph.ts";
import { stopAll } from "./cli/interruption.ts";
import { lessonVerb } from "./cli/lesson.ts";
import { mergeVerb } from "./cli/merge.ts";
import { removeUnfinished } from "./cli/outFile.ts";
import { patternsVerb } from "./cli/patterns.ts";
import { planVerb } from "./cli/plan.ts";
import { replayVerb } from "./cli/replay.ts";
import { profileVerb } from "./cli/profile.ts";
import { reportVerb } from "./cli/report.ts";
import { runVerb } from "./cli/run.ts";
import { serveVerb } from "./cli/serve.ts";
import { statusVerb } from "./cli/status.ts";
import { submitVerb } from "./cli/submit.ts";
import { terminalOf } from "./cli/terminal.ts";
import { usageProblem } from "./cli/usage.ts";
import type { Verb } from "./cli/verb.ts";
import { examples, json } from "./cli/verb.ts";
import { verifyVerb } from "./cli/verify.ts";
import { workVerb } from "./cli/work.ts";
import { PRODUCT } from "./host/opened.ts";

/**
 * The command line. Results go to standard output, progress and messages to standard error. Exit codes: 0 done, 1
 * failed, 2 wrong use or invalid input, 3 incomplete, 130 and 143 interrupted.
 */
const FAILED = 1;
const INVALID = 2;

const VERBS: readonly Verb[] = [
  runVerb,
  compareVerb,
  describeVerb,
  checkVerb,
  graphVerb,
  patternsVerb,
  planVerb,
  batchVerb,
  workVerb,
  submitVerb,
  statusVerb,
  mergeVerb,
  verifyVerb,
  cancelVerb,
  replayVerb,
  profileVerb,
  analyseVerb,
  exploreVerb,
  calibrateVerb,
  reportVerb,
  lessonVerb,
  benchVerb,
  serveVerb,
];

const terminal = terminalOf(process.stdout, process.stderr, process.env);
const wantsJson = process.argv.includes("--json");

function tellProblems(problems: readonly Problem[]): void {
  if (wantsJson) terminal.out(json({ problems }));
  else terminal.err(problems.map(problemText).join("\n"));
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const verb = VERB_NAMES.find((name) => process.argv[2] === name);
    tellProblems([usageProblem(error, verb)]);
    return INVALID;
  }
  if (error instanceof Refusal) {
    tellProblems(error.problems);
    return INVALID;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (wantsJson) terminal.out(json({ problems: [], error: message }));
  else terminal.err(`distretto: ${message}`);
  return FAILED;
}

/** An interruption ends everything soon: what can be saved is, half-written files go, threads die with the process. */
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.once(signal, () => {
    void stopAll().then(() => {
      removeUnfinished();
      terminal.err("interrupted");
      process.exit(code);
    });
  });
}
// Whoever reads our output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = new Command("distretto")
  .description("How small firms learn to work together: an agent-based simulation of firms, trust and brokers.")
  .version(`${PRODUCT.product} ${PRODUCT.version} (model ${PRODUCT.modelVersion})`)
  .showSuggestionAfterError()
  .configureOutput({ writeErr: () => undefined })
  .exitOverride()
  .addHelpText("after", examples("distretto run honduras", "distretto describe parameter", "distretto serve"));
const surroundings = {
  terminal,
  worker: new URL("./worker.js", import.meta.url),
  page: new URL("./page/", import.meta.url),
  rivals: new URL("../test/bench/", import.meta.url),
  command: [process.execPath, fileURLToPath(new URL("./cli.js", import.meta.url))],
};
for (const verb of VERBS) verb(program, surroundings);
const VERB_NAMES = program.commands.map((command) => command.name());

if (process.argv.length <= 2) program.outputHelp();
else {
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = tell(error);
  }
}
