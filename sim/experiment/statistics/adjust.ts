/** P-values of several tests, adjusted so that each can be held against the chance that was stated for all. */

/** From the smallest to the largest, each adjusted value is at least the one before. */
function stepDown(p: readonly number[], factor: (rank: number) => number): number[] {
  const order = p.map((_, at) => at).sort((a, b) => p[a] - p[b]);
  const adjusted = new Array<number>(p.length);
  let most = 0;
  order.forEach((at, rank) => {
    most = Math.max(most, Math.min(1, p[at] * factor(rank)));
    adjusted[at] = most;
  });
  return adjusted;
}

/** From the largest to the smallest, each adjusted value is at most the one after. */
function stepUp(p: readonly number[], factor: (rank: number) => number): number[] {
  const order = p.map((_, at) => at).sort((a, b) => p[a] - p[b]);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    least = Math.min(least, p[order[rank]] * factor(rank));
    adjusted[order[rank]] = least;
  }
  return adjusted;
}

/** The chance of one false finding among all tests (Holm 1979). */
export function holm(p: readonly number[]): number[] {
  return stepDown(p, (rank) => p.length - rank);
}

/** The same chance, more strictly and more simply: every p times the number of tests. */
export function bonferroni(p: readonly number[]): number[] {
  return p.map((each) => Math.min(1, each * p.length));
}

/** The share of false findings among the findings (Benjamini and Hochberg 1995). */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return stepUp(p, (rank) => p.length / (rank + 1));
}

/** The same share whatever the tests have to do with each other (Benjamini and Yekutieli 2001). */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const harmonic = p.reduce((sum, _, at) => sum + 1 / (at + 1), 0);
  return stepUp(p, (rank) => (harmonic * p.length) / (rank + 1));
}
