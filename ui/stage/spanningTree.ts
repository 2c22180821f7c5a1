/** A point of the stage. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Edges of the shortest tree that joins all points (Prim 1957), as pairs of their indices. */
export function spanningTree(points: readonly Point[]): [number, number][] {
  const edges: [number, number][] = [];
  if (points.length === 0) return edges;
  const nearest = new Int32Array(points.length);
  const least = new Float64Array(points.length).fill(Infinity);
  const joined = new Uint8Array(points.length);
  let last = 0;
  joined[0] = 1;
  for (let step = 1; step < points.length; step++) {
    let next = -1;
    for (let k = 0; k < points.length; k++) {
      if (joined[k] === 1) continue;
      const far = (points[k].x - points[last].x) ** 2 + (points[k].y - points[last].y) ** 2;
      if (far < least[k]) {
        least[k] = far;
        nearest[k] = last;
      }
      if (next < 0 || least[k] < least[next]) next = k;
    }
    joined[next] = 1;
    edges.push([nearest[next], next]);
    last = next;
  }
  return edges;
}
