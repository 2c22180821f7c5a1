import type { Palette } from "../theme/theme.ts";
import { fillContour, strokeContour } from "./drawContours.ts";
import { drawFirms } from "./drawFirms.ts";
import type { Outline } from "./outlines.ts";
import type { Scene } from "./scene.ts";

/** What differs between two months: it moves, all else stands still. */
export interface Changes {
  readonly before: Scene;
  readonly after: Scene;
  /** Networks that end, by their last outline. */
  readonly exits: readonly Outline[];
  /** Networks with another phase or other members. */
  readonly changed: readonly { readonly from: Outline; readonly to: Outline }[];
  readonly entries: readonly Outline[];
  /** Rows of the networks that are not still. */
  readonly rows: ReadonlySet<number>;
  /** Firms whose sign differs. */
  readonly firms: ReadonlySet<number>;
}

/** Lengths of the three parts at 1x, ms: first exits, then changes, then entries. */
export const PART = 200;

export function changesBetween(before: Scene, after: Scene): Changes {
  const old = new Map(before.outlines.map((outline) => [outline.row, outline]));
  const changed: { from: Outline; to: Outline }[] = [];
  const entries: Outline[] = [];
  for (const to of after.outlines) {
    const from = old.get(to.row);
    old.delete(to.row);
    if (from === undefined) entries.push(to);
    else if (from.phase !== to.phase || from.members.join() !== to.members.join()) changed.push({ from, to });
  }
  const exits = [...old.values()];
  const firms = new Set<number>();
  after.frame.conduct.forEach((conduct, i) => {
    const same = conduct === before.frame.conduct[i] && after.frame.size[i] === before.frame.size[i];
    if (!same) firms.add(i);
  });
  const rows = new Set([...changed.map(({ to }) => to), ...entries].map(({ row }) => row));
  return { before, after, exits, changed, entries, rows, firms };
}

/** Draws what moves at a point of time between 0 and 3 parts. */
export function drawMoving(pen: CanvasRenderingContext2D, changes: Changes, parts: number, palette: Palette): void {
  const { before, after, exits, changed, entries, firms } = changes;
  const leaving = clamp(1 - parts);
  const turning = ease(clamp(parts - 1));
  const coming = ease(clamp(parts - 2));
  const contour = (outline: Outline, opacity: number): void => {
    if (opacity <= 0) return;
    fillContour(pen, outline, palette, opacity);
    strokeContour(pen, outline, palette, opacity);
  };
  for (const outline of exits) contour(outline, ease(leaving));
  for (const { from, to } of changed) {
    contour(from, 1 - turning);
    contour(to, turning);
  }
  for (const outline of entries) contour(outline, coming);
  for (const [scene, opacity] of [
    [before, 1 - turning],
    [after, turning],
  ] as const) {
    if (opacity <= 0) continue;
    const { at, signs, detail } = scene.setting;
    pen.globalAlpha = opacity;
    drawFirms(pen, scene.frame, at, signs, detail, palette, (i) => firms.has(i));
    pen.globalAlpha = 1;
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Ease in and out. */
function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
