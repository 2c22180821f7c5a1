import type { Claim, Figure } from "./checks.ts";
import { figuresOf } from "./checks.ts";
import { difference, summarise } from "./statistics/summary.ts";

/** Whether claims hold, from the values of worlds. */

/** Values of a figure, world by world; null where the measure has none. */
export type ValuesOf = (figure: Figure) => readonly (number | null)[];

/** Mean of a figure that a claim reads. */
export interface Part {
  readonly of: string;
  readonly mean: number | null;
}

/** What came of one claim. */
export interface Verdict extends Judgement {
  /** The figures that the claim reads, in its order. */
  readonly parts: readonly Part[];
}

interface Judgement {
  readonly kind: Claim["kind"];
  readonly held: boolean;
  /** What was claimed, in words. */
  readonly claim: string;
  /** Mean, difference or ratio; null where there is none. */
  readonly figure: number | null;
  /** Its 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** t of the paired difference; null for bands. */
  readonly t: number | null;
  /** Worlds that counted. */
  readonly n: number;
}

/** A difference is beyond chance with |t| above this over at least so many pairs. */
const CLEAR = 3;
const PAIRS = 20;
/** A step against the sign counts with |t| above this. */
const STEP = 2;

function named({ arm, measure, month, against }: Figure): string {
  const where = against === undefined ? "" : ` against ${against}`;
  return `${measure} of ${arm}${where}${month === undefined ? "" : ` in month ${month}`}`;
}

/** Whether a paired difference has the sign, beyond chance. A difference that never varies is clear unless it is 0. */
function isClear(found: { t: number | null; mean: number | null; n: number }, sign: 1 | -1): boolean {
  if (found.mean === null || found.n < PAIRS) return false;
  return found.t === null ? sign * found.mean > 0 : sign * found.t > CLEAR;
}

function bandVerdict({ kind, of, low, high }: Extract<Claim, { kind: "band" }>, values: ValuesOf): Judgement {
  const { mean, low: from, high: to, n } = summarise(values(of));
  const held = mean !== null && mean >= (low ?? -Infinity) && mean <= (high ?? Infinity);
  const band = [low === undefined ? [] : [`at least ${low}`], high === undefined ? [] : [`at most ${high}`]].flat();
  return { kind, held, claim: `${named(of)}: ${band.join(" and ")}`, figure: mean, low: from, high: to, t: null, n };
}

function differenceVerdict(
  { kind, of, than, sign }: Extract<Claim, { kind: "difference" }>,
  values: ValuesOf,
): Judgement {
  const found = difference(values(of), values(than));
  const { mean, low, high, t, n } = found;
  const claim = `${named(of)} is ${sign} than ${named(than)}`;
  return { kind, held: isClear(found, sign === "more" ? 1 : -1), claim, figure: mean, low, high, t, n };
}

function notMoreVerdict({ kind, of, than, by }: Extract<Claim, { kind: "notMore" }>, values: ValuesOf): Judgement {
  const { mean, low, high, t, n } = difference(values(of), values(than));
  const held = mean !== null && (by === undefined ? !isClear({ t, mean, n }, 1) && n >= PAIRS : mean <= by);
  const words = by === undefined ? "is not clearly more than" : `is at most ${by} more than`;
  return { kind, held, claim: `${named(of)} ${words} ${named(than)}`, figure: mean, low, high, t, n };
}

/** The ratio of two means with the interval of the ratio estimator (Cochran 1977, section 6.4). */
function ratioOf(a: readonly (number | null)[], b: readonly (number | null)[]) {
  const pairs = a.flatMap((value, r) => {
    const other = b[r];
    return value === null || other === null ? [] : [[value, other] as const];
  });
  const below = pairs.reduce((sum, [, other]) => sum + other, 0);
  if (below === 0) return { ratio: null, low: null, high: null };
  const ratio = pairs.reduce((sum, [value]) => sum + value, 0) / below;
  const scale = below / pairs.length;
  const rest = summarise(pairs.map(([value, other]) => (value - ratio * other) / scale));
  const reach = rest.high === null || rest.mean === null ? null : rest.high - rest.mean;
  return { ratio, low: reach === null ? null : ratio - reach, high: reach === null ? null : ratio + reach };
}

function ratioVerdict(
  { kind, of, to, least, most }: Extract<Claim, { kind: "ratio" | "factor" }>,
  values: ValuesOf,
): Judgement {
  const found = difference(values(of), values(to));
  const { ratio, low, high } = ratioOf(values(of), values(to));
  const isEnough = ratio !== null && ratio >= (least ?? -Infinity) && ratio <= (most ?? Infinity);
  const sign = least !== undefined && least >= 1 ? 1 : -1;
  const bound = [
    least === undefined ? [] : [`at least ${least}`],
    most === undefined ? [] : [`at most ${most}`],
  ].flat();
  const claim = `${named(of)} is ${bound.join(" and ")} times ${named(to)}`;
  return {
    kind,
    held: isEnough && (kind === "factor" || isClear(found, sign)),
    claim,
    figure: ratio,
    low,
    high,
    t: found.t,
    n: found.n,
  };
}

function monotoneVerdict(claim: Extract<Claim, { kind: "monotone" }>, values: ValuesOf): Judgement {
  const { kind, arms, measure, month, sign } = claim;
  const of = (arm: string) => values({ arm, measure, month });
  const direction = sign === "rises" ? 1 : -1;
  const ends = difference(of(arms[arms.length - 1]), of(arms[0]));
  const isAgainst = arms.slice(1).some((arm, at) => {
    const step = difference(of(arm), of(arms[at]));
    if (step.mean === null) return false;
    return step.t === null ? direction * step.mean < 0 : direction * step.t < -STEP;
  });
  const { mean, low, high, t, n } = ends;
  const words = `${measure}${month === undefined ? "" : ` in month ${month}`} ${sign} over ${arms.join(", ")}`;
  return { kind, held: isClear(ends, direction) && !isAgainst, claim: words, figure: mean, low, high, t, n };
}

/** Worlds without a value count as worlds in which it does not hold. */
function mostlyVerdict(
  { kind, of, than, sign, share }: Extract<Claim, { kind: "mostly" }>,
  values: ValuesOf,
): Judgement {
  const others = typeof than === "number" ? null : values(than);
  const holds = values(of).map((value, r) => {
    const other = others === null ? (than as number) : others[r];
    if (value === null || other === null) return 0;
    return (sign === "more" ? value > other : value < other) ? 1 : 0;
  });
  const { mean, low, high, n } = summarise(holds);
  const words = typeof than === "number" ? String(than) : named(than);
  const claim = `${named(of)} is ${sign} than ${words} in at least ${share * 100} % of worlds`;
  return { kind, held: mean !== null && mean >= share, claim, figure: mean, low, high, t: null, n };
}

function judge(claim: Claim, values: ValuesOf): Judgement {
  switch (claim.kind) {
    case "band":
      return bandVerdict(claim, values);
    case "difference":
      return differenceVerdict(claim, values);
    case "notMore":
      return notMoreVerdict(claim, values);
    case "ratio":
    case "factor":
      return ratioVerdict(claim, values);
    case "monotone":
      return monotoneVerdict(claim, values);
    case "mostly":
      return mostlyVerdict(claim, values);
  }
}

/** Whether a claim holds. */
export function verdictOf(claim: Claim, values: ValuesOf): Verdict {
  const parts = figuresOf(claim).map((figure) => ({ of: named(figure), mean: summarise(values(figure)).mean }));
  return { ...judge(claim, values), parts };
}
