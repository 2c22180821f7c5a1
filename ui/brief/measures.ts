import type { MeasureDescription } from "../../sim/contract.ts";
import { unitWord } from "../declared/declared.ts";
import type { Key } from "../i18n/text.ts";
import { figure, text, wordFor } from "../i18n/text.ts";

/** How measures are called and printed in a comparison, the same on the page and in the brief. */

interface Format {
  /** Shares are printed as per cent. */
  readonly scale: number;
  readonly digits: number;
  /** Whether the value itself carries a sign: a change. */
  readonly isChange?: boolean;
}

const COUNT: Format = { scale: 1, digits: 1 };
const SHARE: Format = { scale: 100, digits: 0 };
const CHANGE: Format = { scale: 100, digits: 1, isChange: true };
const MONEY: Format = { scale: 1, digits: 0 };
const PLAIN: Format = { scale: 1, digits: 2 };

const FORMATS: Readonly<Record<string, Format>> = {
  "networks.alive": COUNT,
  "networks.formed": COUNT,
  "networks.brokered": COUNT,
  "networks.aliveAfterExit24": COUNT,
  "contribution.rate": SHARE,
  "trust.members": { scale: 1, digits: 2 },
  "sales.causal.change": CHANGE,
  "sales.naiveBestSix.change": CHANGE,
  "jobs.members.change": CHANGE,
  "firms.inNetworks.share": { ...SHARE, digits: 1 },
  "gains.gini": { ...PLAIN },
  "ties.centralisation": { ...PLAIN, digits: 3 },
  "cost.programme": MONEY,
  "cost.perSurvivingNetworkYear": { ...MONEY, digits: 1 },
  "funding.public.share": { ...SHARE },
};

/** What the engine declares of measures, by id: of those that a comparison does not show by itself. */
let declared: ReadonlyMap<string, MeasureDescription> = new Map();

/** Makes measures known by what the engine declares, so that an experiment's own have names and units as well. */
export function declareMeasures(measures: readonly MeasureDescription[]): void {
  declared = new Map(measures.map((measure) => [measure.id, measure]));
}

function isShare(id: string): boolean {
  return declared.get(id)?.unit.startsWith("share") ?? false;
}

function formatOf(id: string): Format {
  return FORMATS[id] ?? (isShare(id) ? { ...SHARE, digits: 1 } : PLAIN);
}

export function measureName(id: string): string {
  return wordFor(`measure.${id}`, wordFor(`measure.${id}.title`, declared.get(id)?.title ?? id));
}

/** The same inside a sentence, where English only lowers the first letter and other languages have words of their own. */
export function measureWords(id: string): string {
  const plain = measureName(id).toLocaleLowerCase();
  return wordFor(`measure.${id}.in`, FORMATS[id] === undefined && isShare(id) ? `${plain} (%)` : plain);
}

/** What the number is of: unit and, where it matters, the month. */
export function measureNote(id: string, months: number, currency: string): string {
  const key = `measure.${id}.note` as Key;
  if (wordFor(key, "") !== "") return text(key, { month: months, currency });
  const { unit = "" } = declared.get(id) ?? {};
  return isShare(id) ? "%" : unit === "" ? "" : unitWord(unit, wordFor);
}

export function measureValue(id: string, value: number | null, extraDigits = 0): string {
  if (value === null) return text("compare.none");
  const { scale, digits, isChange } = formatOf(id);
  return figure(value * scale, digits + extraDigits, { sign: isChange ?? false });
}

/** A difference of two values, with its sign. */
export function measureGap(id: string, value: number | null, extraDigits = 0): string {
  if (value === null) return text("compare.none");
  const { scale, digits } = formatOf(id);
  return figure(value * scale, digits + extraDigits, { sign: true });
}

export function range(id: string, low: number | null, high: number | null): string {
  if (low === null || high === null) return text("compare.none");
  return text("compare.range", { low: measureGap(id, low), high: measureGap(id, high) });
}

/** A value with its interval; signs only where the value is a change. */
export function measureInterval(id: string, low: number | null, high: number | null): string {
  if (low === null || high === null) return "";
  return text("compare.range", { low: measureValue(id, low), high: measureValue(id, high) });
}

/** Money in thousands, with its sign where it is a difference. */
export function money(value: number | null, sign = false): string {
  return value === null
    ? text("compare.none")
    : figure(value, Math.abs(value) < 10 && Math.abs(value) >= 0.05 ? 1 : 0, { sign });
}

export function moneyRange(low: number | null, high: number | null, sign = true): string {
  if (low === null || high === null) return text("compare.none");
  return text("compare.range", { low: money(low, sign), high: money(high, sign) });
}
