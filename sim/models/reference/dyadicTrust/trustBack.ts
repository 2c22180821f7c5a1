/**
 * Trust of the other firm along its tie back, or the trust in strangers where there is none (`back` is -1).
 * Exact and without a branch, for a quarter of all ties go one way only, in no order.
 */
export function trustBack(trust: Float32Array, back: number, stranger: number): number {
  const known = +(back >= 0);
  return known * trust[back & -known] + (1 - known) * stranger;
}
