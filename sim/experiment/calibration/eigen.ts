/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations.
 *
 * @returns values, and vectors as columns: `vectors[i][k]` is part i of vector k
 */
export function eigen(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((_, k) => (i === k ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p][q] * a[p][q];
    if (off < 1e-30) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (a[p][q] === 0) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, vectors, p, q, c, t * c);
      }
    }
  }
  return { values: a.map((row, k) => row[k]), vectors };
}

function rotate(a: number[][], vectors: number[][], p: number, q: number, c: number, s: number): void {
  for (const rows of [a, vectors]) {
    for (const row of rows) {
      const [x, y] = [row[p], row[q]];
      row[p] = c * x - s * y;
      row[q] = s * x + c * y;
    }
  }
  const [x, y] = [a[p], a[q]];
  a[p] = x.map((value, k) => c * value - s * y[k]);
  a[q] = x.map((value, k) => s * value + c * y[k]);
}
