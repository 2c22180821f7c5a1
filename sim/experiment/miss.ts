import type { Claim } from "./checks.ts";
import type { Verdict } from "./verdict.ts";

/**
 * How far a claim is from being held: 0 where its figure lies as claimed, 1 where it is off by as much as the bound
 * itself is large, or where a difference is nothing at all. Fit for few worlds, where a difference cannot be clear yet.
 */

/** t at which a difference is beyond chance. */
const CLEAR = 3;

function beyond(value: number, low: number | undefined, high: number | undefined): number {
  const short = low === undefined ? 0 : (low - value) / (Math.abs(low) || 1);
  const over = high === undefined ? 0 : (value - high) / (Math.abs(high) || 1);
  return Math.max(0, short, over);
}

/** A difference with the right sign misses nothing once it is clear, and by up to twice where it is clearly wrong. */
function unclear(sign: 1 | -1, { figure, t }: Verdict): number {
  if (figure === null) return 1;
  if (t === null) return sign * figure > 0 ? 0 : 1;
  return Math.min(2, Math.max(0, 1 - (sign * t) / CLEAR));
}

/** By how much a claim is missed. @param verdict what came of it */
export function missOf(claim: Claim, verdict: Verdict): number {
  const { figure } = verdict;
  switch (claim.kind) {
    case "band":
      return figure === null ? 1 : beyond(figure, claim.low, claim.high);
    case "ratio":
    case "factor":
      return figure === null ? 1 : beyond(figure, claim.least, claim.most);
    case "difference":
      return unclear(claim.sign === "more" ? 1 : -1, verdict);
    case "monotone":
      return unclear(claim.sign === "rises" ? 1 : -1, verdict);
    case "mostly":
      return figure === null ? 1 : beyond(figure, claim.share, undefined);
    case "notMore":
      return claim.by === undefined || figure === null ? 0 : beyond(figure, undefined, claim.by);
  }
}
