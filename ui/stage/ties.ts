import type { Frame } from "../../sim/contract.ts";
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

export function trustStep(trust: number): 0 | 1 | 2 {
  if (trust < MIDDLE_TRUST) return 0;
  return trust < HIGH_TRUST ? 1 : 2;
}

/**
 * Ties sorted by style, so that each style is one path. Width tells trust, opacity how recent the last contact is; the
 * ties of the firm in focus are in full ink.
 */
export function tieStyles(frame: Frame, detail: Detail, focus: number): TieStyle[] {
  const { from, to, trust, idle, inside, betrayed } = frame.ties;
  const styles = new Map<number, TieStyle & { pairs: number[]; broken: number[] }>();
  for (let k = 0; k < from.length; k++) {
    const step = trustStep(trust[k]);
    const own = from[k] === focus || to[k] === focus;
    if (!own && !isDrawn(detail, step, inside[k] === 1)) continue;
    const recent = Math.round(Math.max(0, 1 - idle[k] / FADES) * STEPS);
    const code = own ? 1000 + step : (step * 2 + inside[k]) * (STEPS + 1) + recent;
    let style = styles.get(code);
    if (style === undefined) {
      const share = recent / STEPS;
      const opacity = own ? 1 : inside[k] === 1 ? 0.3 + 0.6 * share : 0.22 + 0.42 * share;
      style = { width: TIE_WIDTHS[step], opacity, ink: own ? "focus" : "tie", pairs: [], broken: [] };
      styles.set(code, style);
    }
    (betrayed[k] === 1 ? style.broken : style.pairs).push(from[k], to[k]);
  }
  return [...styles.entries()].sort(([a], [b]) => a - b).map(([, style]) => style);
}

function isDrawn(detail: Detail, step: number, inside: boolean): boolean {
  if (detail === "all") return true;
  if (detail === "middle") return step > 0 || inside;
  return detail === "few" && !inside && step > 0;
}

/** Ties in each step of trust, and betrayed ones, for the key. */
export function countTies(frame: Frame): { trust: [number, number, number]; betrayed: number } {
  const counts: [number, number, number] = [0, 0, 0];
  let betrayed = 0;
  frame.ties.trust.forEach((trust) => (counts[trustStep(trust)] += 1));
  frame.ties.betrayed.forEach((flag) => (betrayed += flag));
  return { trust: counts, betrayed };
}
