/** How unevenly points fill a cube. Held against scipy in `test/oracle/lhsDiscrepancy.json`. */

/** The product over dimensions that a pair of points adds to the centred discrepancy. */
export function pairTerm(a: Float64Array | readonly number[], b: Float64Array | readonly number[]): number {
  let product = 1;
  for (let k = 0; k < a.length; k++) {
    product *= 1 + 0.5 * (Math.abs(a[k] - 0.5) + Math.abs(b[k] - 0.5) - Math.abs(a[k] - b[k]));
  }
  return product;
}

/** The product over dimensions that a point adds by itself. */
export function ownTerm(a: Float64Array | readonly number[]): number {
  let product = 1;
  for (let k = 0; k < a.length; k++) {
    const gap = Math.abs(a[k] - 0.5);
    product *= 1 + 0.5 * gap - 0.5 * gap * gap;
  }
  return product;
}

/** The squared centred L2 discrepancy (Hickernell 1998) of points in the unit cube; 0 would be perfectly even. */
export function centredDiscrepancy(points: readonly (Float64Array | readonly number[])[]): number {
  const n = points.length;
  let volume = 1;
  for (let k = 0; k < (points[0]?.length ?? 0); k++) volume *= 13 / 12;
  let own = 0;
  let pairs = 0;
  points.forEach((a, i) => {
    own += ownTerm(a);
    pairs += pairTerm(a, a);
    for (let j = 0; j < i; j++) pairs += 2 * pairTerm(a, points[j]);
  });
  return volume - (2 * own) / n + pairs / (n * n);
}
