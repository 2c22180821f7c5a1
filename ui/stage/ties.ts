import type { Frame } from "../../sim/contract.ts";
import type { Wish } from "./scene.ts";
import type { Sieve } from "./sieve.ts";
import type { Detail } from "./signs.ts";

/** Ties of one style, as pairs of firms. */
export interface TieStyle {
  readonly width: number;
  readonly opacity: number;
  readonly ink: "tie" | "focus";
  readonly pairs: readonly number[];
  /** Pairs with a gap: one of two fellow members was seen to free-ride. */
  readonly broken: readonly number[];
}

/** Trust below and above which a tie is low and high. */
export const MIDDLE_TRUST = 0.42;
export const HIGH_TRUST = 0.66;
export const TIE_WIDTHS = [0.6, 1.5, 3] as const;
/** Months without contact after which a tie has faded. */
const FADES = 24;
const STEPS = 6;
/** Ties a firm above which only the two strongest are drawn although there is room: in a network everyone knows everyone. */
const DENSE = 3;

export function trustStep(trust: number): 0 | 1 | 2 {
  if (trust < MIDDLE_TRUST) return 0;
  return trust < HIGH_TRUST ? 1 : 2;
}

/**
 * Ties sorted by style, so that each style is one path. Width tells trust, opacity how recent the last contact is; the
 * ties of the firm in focus are all drawn, in full ink.
 */
export function tieStyles(frame: Frame, detail: Detail, wish: Wish, sieve: Sieve): TieStyle[] {
  const focus = wish.focus?.firm ?? -1;
  const { from, to, trust, idle, inside, betrayed } = frame.ties;
  const isDense = from.length > DENSE * frame.conduct.length;
  const level = detail === "all" && isDense ? "middle" : detail;
  const isStrong = level === "middle" || level === "few" ? strongest(frame) : () => true;
  const styles = new Map<number, TieStyle & { pairs: number[]; broken: number[] }>();
  for (let k = 0; k < from.length; k++) {
    const step = trustStep(trust[k]);
    const own = from[k] === focus || to[k] === focus;
    const isBroken = betrayed[k] === 1 && wish.contrast === null;
    if (!own && !(isDrawn(level, step, frame, k) && isStrong(k) && sieve.tie(step, isBroken))) continue;
    if (wish.contrast !== null && !areFellows(frame, k)) continue;
    const recent = Math.round(Math.max(0, 1 - idle[k] / FADES) * STEPS);
    const code = own ? 1000 + step : (step * 2 + inside[k]) * (STEPS + 1) + recent;
    let style = styles.get(code);
    if (style === undefined) {
      const share = recent / STEPS;
      const opacity = own ? 1 : inside[k] === 1 ? 0.3 + 0.6 * share : 0.22 + 0.42 * share;
      style = { width: TIE_WIDTHS[step], opacity, ink: own ? "focus" : "tie", pairs: [], broken: [] };
      styles.set(code, style);
    }
    (isBroken ? style.broken : style.pairs).push(from[k], to[k]);
  }
  return [...styles.entries()].sort(([a], [b]) => a - b).map(([, style]) => style);
}

/** Whether both ends are in one network, at work or not. */
function areFellows({ network, ties }: Frame, k: number): boolean {
  const row = network[ties.from[k]];
  return row >= 0 && row === network[ties.to[k]];
}

function isDrawn(detail: Detail, step: number, frame: Frame, k: number): boolean {
  switch (detail) {
    case "close":
    case "all":
      return true;
    case "middle":
      return step === 2 || areFellows(frame, k);
    case "few":
      return step === 2 && !areFellows(frame, k) && areMembers(frame, k);
    case "towns":
      return false;
  }
}

/** Whether both ends are in networks. */
function areMembers({ network, ties }: Frame, k: number): boolean {
  return network[ties.from[k]] >= 0 && network[ties.to[k]] >= 0;
}

/** Says of a tie whether it is among the two strongest of either of its ends. */
function strongest(frame: Frame): (k: number) => boolean {
  const { from, to, trust } = frame.ties;
  const first = new Int32Array(frame.conduct.length).fill(-1);
  const second = new Int32Array(frame.conduct.length).fill(-1);
  const weigh = (i: number, k: number): void => {
    if (first[i] < 0 || trust[k] > trust[first[i]]) {
      second[i] = first[i];
      first[i] = k;
    } else if (second[i] < 0 || trust[k] > trust[second[i]]) second[i] = k;
  };
  for (let k = 0; k < from.length; k++) {
    weigh(from[k], k);
    weigh(to[k], k);
  }
  const isOneOf = (i: number, k: number): boolean => first[i] === k || second[i] === k;
  return (k) => isOneOf(from[k], k) || isOneOf(to[k], k);
}

/** Ties in each step of trust, and betrayed ones, for the key. */
export function countTies(frame: Frame): { trust: [number, number, number]; betrayed: number } {
  const counts: [number, number, number] = [0, 0, 0];
  let betrayed = 0;
  const { trust, betrayed: flags } = frame.ties;
  for (let k = 0; k < trust.length; k++) {
    counts[trustStep(trust[k])] += 1;
    betrayed += flags[k];
  }
  return { trust: counts, betrayed };
}
