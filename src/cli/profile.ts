import { createHash } from "node:crypto";
import type { PatternFailure, PatternResult, PreparedCheck, Value } from "../../sim/index.ts";
import {
  MODELS,
  Refusal,
  didYouMean,
  missOf,
  parametersOf,
  parseChecks,
  runChecks,
  valueOfText,
} from "../../sim/index.ts";
import checks from "../../scenarios/checks.json" with { type: "json" };
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { keptValues } from "./keptValues.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { room } from "./scenarioArgument.ts";
import { figure, table } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { runnerFor } from "./workers.ts";

interface ProfileOptions {
  readonly checks: string;
  readonly parameters: string;
  readonly replicates: string;
  readonly workers?: string;
  readonly keep?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Patterns that may be tuned on. */
const TUNABLE = "P1,P3,P4,P5,P8,P9,P15";

/** Assumptions of the core that its results hang on most. */
const ASSUMED = [
  "joining.coordination",
  "joining.criticalMass",
  "joining.exposure",
  "joining.noise",
  "projects.benefit.pilot",
  "projects.benefit.strategic",
  "projects.stake.strategic",
  "sanctions.cap",
  "brokers.effort",
  "brokers.skill",
  "dissolution.helpless",
  "performance.learning.strategic",
].join(",");

/** Each from half to double of its start, within its declared range, and the start itself. */
const FACTORS = [0.5, 0.75, 1, 1.33, 2] as const;

/** What came of one value of one parameter, the others at their start. */
interface Point {
  readonly value: number;
  /** How far each check is from being held: the largest miss of its claims; null where it could not be run. */
  readonly misses: Readonly<Record<string, number | null>>;
  /** Sum of their squares. */
  readonly loss: number | null;
}

interface Profile {
  readonly parameter: string;
  readonly start: number;
  readonly points: readonly Point[];
}

function idsOf(text: string, known: readonly string[], path: string): string[] {
  const wanted = text.split(",").map((id) => id.trim());
  const problems = wanted
    .filter((id) => !known.includes(id))
    .map((id) => ({ path, value: id, expected: "one that there is", mend: didYouMean(id, known, "See describe.") }));
  if (problems.length > 0) throw new Refusal(problems);
  return wanted;
}

/** Values of a parameter that is a number. */
function valuesOf(path: string): readonly number[] {
  const parameter = parametersOf(MODELS[0]).get(path)?.parameter;
  if (parameter === undefined || parameter.kind === "choice" || parameter.kind === "flag") {
    throw new Refusal([{ path: "--parameters", value: path, expected: "a number", mend: "Leave it out." }]);
  }
  const { start, min, max } = parameter;
  const round = (value: number) => (parameter.kind === "integer" ? Math.round(value) : Number(value.toPrecision(4)));
  return [...new Set(FACTORS.map((factor) => Math.max(min, Math.min(max, round(start * factor)))))];
}

function prepared(ids: readonly string[], beneath: Readonly<Record<string, Value>>): readonly PreparedCheck[] {
  const chosen = { ...checks, checks: checks.checks.filter(({ id }) => ids.includes(id)) };
  const parsed = parseChecks(chosen, CATALOGUE, { room: room(), beneath });
  if (!parsed.ok) throw new Refusal(parsed.problems);
  return parsed.value.map((each) => ({ ...each, bare: undefined }));
}

function missOfCheck({ check }: PreparedCheck, result: PatternResult | PatternFailure): number | null {
  if ("error" in result) return null;
  return Math.max(...check.claims.map((claim, at) => missOf(claim, result.claims[at])));
}

function pointOf(value: number, misses: readonly (readonly [string, number | null])[]): Point {
  const known = misses.flatMap(([, miss]) => (miss === null ? [] : [miss]));
  const loss = known.length < misses.length ? null : known.reduce((sum, miss) => sum + miss * miss, 0);
  return { value, misses: Object.fromEntries(misses), loss };
}

async function profile(options: ProfileOptions, { terminal, worker }: Surroundings): Promise<void> {
  const ids = idsOf(
    options.checks,
    checks.checks.map(({ id }) => id),
    "--checks",
  );
  const paths = idsOf(options.parameters, [...parametersOf(MODELS[0]).keys()], "--parameters");
  const replicates = Number(valueOfText(options.replicates));
  if (!Number.isInteger(replicates) || replicates < 2 || replicates > 1000) {
    const expected = "a whole number from 2 to 1000";
    throw new Refusal([{ path: "--replicates", value: options.replicates, expected, mend: "Leave it out for 4." }]);
  }
  if (options.out !== undefined) checkOut(options.out, [".json"], options.force ?? false);
  const points = paths.flatMap((path) => valuesOf(path).map((value) => ({ path, value })));
  const all = points.map(({ path, value }) => prepared(ids, { [path]: value }));
  const flat = all.flat();
  const arms = flat.flatMap((each) => [...each.arms.values()].map(({ resolved }) => resolved));
  const run = runnerFor(options.workers, worker, replicates * arms.length, arms);
  const { known, keep } = options.keep === undefined ? {} : keptValues(options.keep);
  const note = (done: number, count: number) => terminal.progress(bar("worlds", done, count));
  const shorten = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 24);
  const misses: (readonly [string, number | null])[] = [];
  for await (const result of runChecks(flat, { run, replicates, shorten, known, keep, note })) {
    misses.push([result.id, missOfCheck(flat[misses.length], result)]);
  }
  terminal.progress("");
  const profiles = paths.map((parameter): Profile => {
    const own = points.flatMap(({ path, value }, at) =>
      path === parameter ? [pointOf(value, misses.slice(at * ids.length, (at + 1) * ids.length))] : [],
    );
    return { parameter, start: parametersOf(MODELS[0]).get(parameter)?.parameter.start as number, points: own };
  });
  const document = { ...PRODUCT, checks: ids, replicates, profiles };
  if (options.out !== undefined) writeWhole(options.out, `${json(document)}\n`, options.force ?? false);
  if (options.json) return terminal.out(json(document));
  const rows = profiles.flatMap(({ parameter, points: own }) =>
    own.map(({ value, loss, misses: by }) => [
      parameter,
      figure(value),
      figure(loss),
      Object.entries(by)
        .filter(([, miss]) => miss === null || miss > 0)
        .map(([id, miss]) => `${id} ${figure(miss)}`)
        .join(", "),
    ]),
  );
  const right = { side: "right" as const };
  const columns = [
    { title: "parameter" },
    { title: "value", ...right },
    { title: "loss", ...right },
    { title: "misses" },
  ];
  terminal.out(table(columns, rows).join("\n"));
}

/** `profile`: how far assumptions can move before patterns are missed. */
export const profileVerb: Verb = (program, surroundings) => {
  program
    .command("profile")
    .summary("say how far assumptions can move before patterns are missed")
    .description(
      "Runs checks with each parameter at half, three quarters, one and a third and double of its start, the others as\n" +
        "they are. The miss of a check is 0 where it is held, 1 where it is off by as much as its bound is large, or where\n" +
        "a difference is nothing; the loss is the sum of squares. A parameter that moves the loss is identified by the\n" +
        "checks; one that does not is free.",
    )
    .option("--checks <ids>", "checks, with commas between", TUNABLE)
    .option("--parameters <paths>", "parameters, with commas between", ASSUMED)
    .option("--replicates <n>", "worlds of each arm", "4")
    .option("--workers <n>", "threads (all cores but one)")
    .option("--keep <file>", "keep values there, and go on with those that are there already")
    .option("--out <file>", "write the profiles: .json")
    .option("--force", "replace the file of --out where it exists")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples("distretto profile", "distretto profile --checks P9 --parameters joining.coordination --replicates 10"),
    )
    .action((options: ProfileOptions) => profile(options, surroundings));
};
