import type { AssumptionReading, DoubtReading, Point, StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { heatMap } from "../charts/heatMap.ts";
import { tornadoBar } from "../charts/tornado.ts";
import { sourceWord } from "../declared/declared.ts";
import { figure, listed, text, wordFor } from "../i18n/text.ts";
import { armName, placeOf, shortName } from "./answer.ts";
import { measureGap, measureName, range } from "./measures.ts";

/** What the answer hangs on, in pictures and words. */

/** An assumption matters where it turns the answer, or moves it by half of what it is. */
function matters({ base }: DoubtReading, { low, high }: AssumptionReading): boolean {
  const [from, middle, to] = [low, base, high].map(({ difference }) => difference.mean ?? 0);
  const turns = Math.sign(from) !== Math.sign(middle) || Math.sign(to) !== Math.sign(middle);
  return from !== to && (turns || Math.abs(to - from) >= Math.abs(middle) / 2);
}

/** Whether a value was chosen by us rather than found: assumed, or tuned to a pattern. */
export function isGuess(source: string): boolean {
  return /^(assumed|tuned)/.test(source);
}

/** A value of an assumption, with the digits that tell its ends apart. */
function assumptionValue({ assumption }: Pick<AssumptionReading, "assumption">, value: number): string {
  const span = assumption.high - assumption.low;
  return figure(value, span >= 10 ? 0 : span >= 1 ? 1 : span >= 0.1 ? 2 : span >= 0.01 ? 3 : 4);
}

export function assumptionName({ assumption }: Pick<AssumptionReading, "assumption">): string {
  return wordFor(`parameter.${assumption.path}.label`, assumption.label);
}

/** Ends of the scale of the tornado: all differences and 0. */
function tornadoDomain({ assumptions, base }: DoubtReading): [number, number] {
  const all = assumptions.flatMap(({ low, high }) => [low.difference.mean ?? 0, high.difference.mean ?? 0]);
  return [Math.min(0, base.difference.mean ?? 0, ...all), Math.max(0, base.difference.mean ?? 0, ...all)];
}

function tornadoOf(reading: StudyReading, doubt: DoubtReading, each: AssumptionReading, width: number): Mark {
  const { measure } = reading.target;
  const [low, high] = [each.low.difference.mean ?? 0, each.high.difference.mean ?? 0];
  return tornadoBar({
    low,
    high,
    lowFigure: measureGap(measure, low),
    highFigure: measureGap(measure, high),
    base: doubt.base.difference.mean ?? 0,
    domain: tornadoDomain(doubt),
    width,
  });
}

/** From where on the other option draws level, in words. */
function switchingWords(doubt: DoubtReading, each: AssumptionReading): string {
  const { switching, assumption, low } = each;
  if (switching === null) return text("compare.doubt.none");
  const isBelow = Math.sign(low.difference.mean ?? 0) !== Math.sign(doubt.base.difference.mean ?? 0);
  const side = switching <= assumption.base && isBelow ? "below" : "above";
  return text("compare.doubt.level", { side, value: assumptionValue(each, switching) });
}

/** An assumption that was tried, in words and as a picture. */
interface DoubtRow {
  readonly name: string;
  readonly source: string;
  /** Its ends, and the difference at each with its interval. */
  readonly span: string;
  readonly low: DoubtEnd;
  readonly high: DoubtEnd;
  readonly switching: string;
  readonly picture: Mark;
}

interface DoubtEnd {
  readonly mean: string;
  readonly interval: string;
}

/** The tornado, a row an assumption, the widest swing first. @param width of a bar */
export function doubtRows(reading: StudyReading, doubt: DoubtReading, width: number): DoubtRow[] {
  const { measure } = reading.target;
  const end = ({ difference: { mean, low, high } }: Point): DoubtEnd => ({
    mean: measureGap(measure, mean),
    interval: low === null ? "" : range(measure, low, high),
  });
  return doubt.assumptions.map((each) => {
    const { low, high, source } = each.assumption;
    const ends = { low: assumptionValue(each, low), high: assumptionValue(each, high) };
    return {
      name: assumptionName(each),
      source: sourceWord(source, wordFor),
      span: text("compare.range", ends),
      low: end(each.low),
      high: end(each.high),
      switching: switchingWords(doubt, each),
      picture: tornadoOf(reading, doubt, each, width),
    };
  });
}

/** What is said above the tornado: what was done, and who leads on which side of zero. */
export function doubtHeads(
  reading: StudyReading,
  doubt: DoubtReading,
): { readonly note: string; readonly ahead: string } {
  const [a, b] = [shortName(reading, doubt.a), shortName(reading, doubt.b)];
  const measure = measureName(reading.target.measure);
  return {
    note: text("compare.doubt.note", { measure, a, b, pairs: doubt.pairs }),
    ahead: text("compare.doubt.ahead", { a, b }),
  };
}

/** Values that were chosen rather than found and matter, by name and source; or that there is none. */
export function guessWords(doubt: DoubtReading): string {
  const those = doubt.assumptions.filter((each) => matters(doubt, each) && isGuess(each.assumption.source));
  if (those.length === 0) return text("brief.doubt.noGuess");
  const names = those.map((each) => `${assumptionName(each)} (${sourceWord(each.assumption.source, wordFor)})`);
  return text("brief.doubt.guesses", { names: listed(names, "semicolon"), count: those.length });
}

/** Null where there were not two assumptions to hold against each other. @param cell height of a cell */
export function heatOf(reading: StudyReading, doubt: DoubtReading, width: number, cell?: number): Mark | null {
  const { heat } = doubt;
  if (heat === null) return null;
  const { measure } = reading.target;
  const values = heat.points.map((row) => row.map(({ difference }) => difference.mean));
  const first = { assumption: heat.first };
  const second = { assumption: heat.second };
  return heatMap({
    values,
    figures: values.map((row) => row.map((value) => measureGap(measure, value))),
    above: placeOf(reading, doubt.a),
    below: placeOf(reading, doubt.b),
    rows: heat.rows.map((value) => assumptionValue(first, value)),
    columns: heat.columns.map((value) => assumptionValue(second, value)),
    rowName: assumptionName(first),
    columnName: assumptionName(second),
    width,
    ...(cell !== undefined && { cell }),
  });
}

/** Regret in words, an option after the other. */
export function regretRows(
  reading: StudyReading,
  { regret }: DoubtReading,
): {
  readonly arm: number;
  readonly name: string;
  readonly short: string;
  readonly most: string;
  readonly mean: string;
}[] {
  const { measure } = reading.target;
  const plain = (value: number | null): string => measureGap(measure, value).replace(/^\+/, "");
  return regret.map(({ most, mean }, arm) => ({
    arm,
    name: armName(reading, arm),
    short: shortName(reading, arm),
    most: plain(most),
    mean: plain(mean),
  }));
}
