import { askedParts, targetText } from "./asked.ts";
import { optionLetter } from "../charts/optionMark.ts";
import type { StudyReading, Target, Valuation, Value } from "../../sim/contract.ts";

/** Lines that repeat a study: a link's fragment for the page, and the commands that give every number again. */

type Settings = Readonly<Record<string, Value>>;

/** What a study was asked, as people type it. */
export interface Asked {
  /** Name of a shipped scenario, or of the document that `packed` or `file` holds. */
  readonly scenario: string;
  /** A scenario of one's own as links carry it. */
  readonly packed?: string | undefined;
  /** The file that holds a scenario of one's own, for the command line. */
  readonly file?: string | undefined;
  readonly seed: string | undefined;
  /** Laid over the scenario in all options. */
  readonly base: Settings;
  readonly months: number;
  readonly firms: number | undefined;
  readonly target: Target;
  readonly budget: number | null;
  /** The most there may be, where a look may end the run. */
  readonly pairs: number;
  readonly precision?: number | undefined;
  readonly stopEarly?: boolean;
  readonly options: readonly { readonly name: string; readonly changes: Settings }[];
}

/** What a brief says beyond what was asked. */
export interface Told {
  /** Places of the two that are held against each other; the last arm is no programme. */
  readonly pair: readonly [a: number, b: number];
  /** Pairs at each point where assumptions were tried; 0 where they were not. */
  readonly doubt: number;
  readonly currency: string;
  readonly valuation: Valuation;
}

/** Longest packed scenario that a brief prints as part of its link, characters: half a page. */
const LONGEST_PRINTED = 2500;

/** The packed document, where it is short enough to be printed. */
export function printable(packed: string | null): string | null {
  return packed === null || packed.length > LONGEST_PRINTED ? null : packed;
}

/** Two arms as the command line names them: letters, and `none` for no programme. */
export function pairText([a, b]: Told["pair"], options: number): string {
  return [a, b].map((arm) => (arm < options ? optionLetter(arm) : "none")).join(",");
}

const PLAIN = /^[\w.:=,/@%+-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function assignments(settings: Settings): string[] {
  return Object.entries(settings).map(([path, value]) => `${path}=${value}`);
}

export function armText(scenario: string, changes: Settings): string {
  const list = assignments(changes);
  return list.length === 0 ? scenario : `${scenario}:${list.join(",")}`;
}

/** `distretto compare` with the same numbers, and `distretto report` with the same brief. */
export function commandOf(asked: Asked, reading: StudyReading, told: Told): string {
  const { pair, doubt, currency, valuation } = told;
  const percent = (share: number): string => String(Number((share * 100).toPrecision(6)));
  const { scenario, base, months, firms, target, budget, options, stopEarly } = asked;
  // A run that somebody stopped is repeated as one of its length; the others end where they ended.
  const precision = reading.ended === "stopped" ? undefined : asked.precision;
  const most = reading.ended === "stopped" ? reading.pairs : reading.planned;
  const named = asked.file ?? scenario;
  const arms = options.map(({ changes }) => armText(named, changes));
  const none = armText(named, { "brokers.count": 0 });
  const common = [
    ["--seed", reading.comparison.seed],
    ["--months", String(months)],
    ...(firms === undefined ? [] : [["--firms", String(firms)]]),
    ...assignments(base).map((each) => ["--set", each]),
  ].flat();
  const compared =
    precision === undefined
      ? ["--replicates", String(reading.pairs)]
      : ["--replicates", String(most), "--precision", `${target.measure}=${precision}`];
  const asks = [
    ["--replicates", String(most)],
    ...(precision === undefined ? [] : [["--precision", String(precision)]]),
    ...(stopEarly && reading.ended !== "stopped" ? [["--stop-early"]] : []),
    ["--target", targetText(target)],
    ...(budget === null ? [] : [["--budget", String(budget)]]),
    ...options.map(({ name }) => ["--name", name]),
    ["--pair", pairText(pair, options.length), "--doubt", String(doubt)],
    ["--rate", percent(valuation.rate), "--value-added", percent(valuation.valueAdded), "--currency", currency],
    ["--out", "brief.html"],
  ].flat();
  const line = (words: readonly string[]): string => words.map(quoted).join(" ");
  return [
    line(["distretto", "compare", ...arms, none, ...compared, ...common]),
    line(["distretto", "report", ...arms, ...common, ...asks]),
  ].join("\n");
}

/** The fragment that opens the page in Compare with the same question and options; nothing is played before the reader stirs. */
export function fragmentOf(asked: Asked): string {
  const { scenario, seed, base, months, firms, target, budget, pairs, options, precision, stopEarly } = asked;
  const question = {
    target,
    months,
    pairs,
    options,
    ...(budget !== null && { budget }),
    ...(firms !== undefined && { firms }),
    ...(precision !== undefined && { precision }),
    ...(stopEarly && { stopEarly }),
  };
  const parts: [string, string][] = [
    ["view", "compare"],
    ["scenario", scenario],
    ...(asked.packed === undefined ? [] : [["doc", asked.packed] as [string, string]]),
    ...(seed === undefined ? [] : [["seed", seed] as [string, string]]),
    ...Object.keys(base)
      .sort()
      .map((path): [string, string] => [`set.${path}`, String(base[path])]),
    ...askedParts(question),
  ];
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
}
