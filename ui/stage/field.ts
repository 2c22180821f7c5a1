import type { Point } from "./spanningTree.ts";
import { spanningTree } from "./spanningTree.ts";

/**
 * A field that is high around the members of a network and low around other firms, on a 2-px grid; its contour line is
 * drawn around the network without moving a firm.
 *   v = sum over members k(d, 1.5 R) + 0.9 max over edges of the spanning tree k(d, 1.25 R) - 1.15 sum over others k(d, R)
 * with k(d, r) = (1 - d²/r²)² for d < r, else 0.
 */
export interface Field {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

export const CELL = 2;
export const LEVEL = 0.46;
const MEMBER_REACH = 1.5;
const EDGE_REACH = 1.25;
const EDGE_WEIGHT = 0.9;
const OTHER_WEIGHT = 1.15;

export function kernel(square: number, reach: number): number {
  const share = square / (reach * reach);
  return share < 1 ? (1 - share) * (1 - share) : 0;
}

/**
 * @param radius R in px
 * @param weights one for each member; above 1 draws the line further out around it
 */
export function fieldOf(
  members: readonly Point[],
  weights: readonly number[],
  others: readonly Point[],
  radius: number,
): Field {
  const margin = MEMBER_REACH * radius + 2 * CELL;
  const left = Math.min(...members.map(({ x }) => x)) - margin;
  const top = Math.min(...members.map(({ y }) => y)) - margin;
  const columns = Math.ceil((Math.max(...members.map(({ x }) => x)) + margin - left) / CELL) + 1;
  const rows = Math.ceil((Math.max(...members.map(({ y }) => y)) + margin - top) / CELL) + 1;
  const field = { left, top, columns, rows, values: new Float64Array(columns * rows) };

  const edges = new Float64Array(columns * rows);
  for (const [a, b] of spanningTree(members)) stampEdge(field, edges, members[a], members[b], EDGE_REACH * radius);
  for (let at = 0; at < edges.length; at++) field.values[at] = EDGE_WEIGHT * edges[at];
  members.forEach((member, m) => stamp(field, member, MEMBER_REACH * radius, weights[m]));
  for (const other of others) stamp(field, other, radius, -OTHER_WEIGHT);
  return field;
}

/** Adds more weight to one member. */
export function strengthen(field: Field, member: Point, radius: number, weight: number): void {
  stamp(field, member, MEMBER_REACH * radius, weight);
}

/** The field at a point, between its four neighbours on the grid. */
export function valueAt(field: Field, { x, y }: Point): number {
  const column = (x - field.left) / CELL;
  const row = (y - field.top) / CELL;
  const c = Math.min(Math.max(Math.floor(column), 0), field.columns - 2);
  const r = Math.min(Math.max(Math.floor(row), 0), field.rows - 2);
  const u = column - c;
  const v = row - r;
  const at = r * field.columns + c;
  const upper = field.values[at] * (1 - u) + field.values[at + 1] * u;
  const lower = field.values[at + field.columns] * (1 - u) + field.values[at + field.columns + 1] * u;
  return upper * (1 - v) + lower * v;
}

/** Grid columns or rows that lie within reach, cut to the field. */
function span(from: number, to: number, start: number, count: number): [number, number] {
  const first = Math.max(0, Math.ceil((from - start) / CELL));
  const last = Math.min(count - 1, Math.floor((to - start) / CELL));
  return [first, last];
}

function stamp(field: Field, { x, y }: Point, reach: number, weight: number): void {
  const [firstRow, lastRow] = span(y - reach, y + reach, field.top, field.rows);
  const [firstColumn, lastColumn] = span(x - reach, x + reach, field.left, field.columns);
  for (let r = firstRow; r <= lastRow; r++) {
    const dy = field.top + r * CELL - y;
    for (let c = firstColumn; c <= lastColumn; c++) {
      const dx = field.left + c * CELL - x;
      field.values[r * field.columns + c] += weight * kernel(dx * dx + dy * dy, reach);
    }
  }
}

function stampEdge(field: Field, edges: Float64Array, a: Point, b: Point, reach: number): void {
  const [firstRow, lastRow] = span(Math.min(a.y, b.y) - reach, Math.max(a.y, b.y) + reach, field.top, field.rows);
  const [firstColumn, lastColumn] = span(
    Math.min(a.x, b.x) - reach,
    Math.max(a.x, b.x) + reach,
    field.left,
    field.columns,
  );
  const ex = b.x - a.x;
  const ey = b.y - a.y;
  const length = ex * ex + ey * ey || 1;
  for (let r = firstRow; r <= lastRow; r++) {
    const y = field.top + r * CELL;
    for (let c = firstColumn; c <= lastColumn; c++) {
      const x = field.left + c * CELL;
      const along = Math.min(1, Math.max(0, ((x - a.x) * ex + (y - a.y) * ey) / length));
      const dx = x - a.x - along * ex;
      const dy = y - a.y - along * ey;
      const at = r * field.columns + c;
      edges[at] = Math.max(edges[at], kernel(dx * dx + dy * dy, reach));
    }
  }
}
