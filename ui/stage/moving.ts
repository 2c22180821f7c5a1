import type { Palette } from "../theme/theme.ts";
import { fillContour, strokeContour } from "./drawContours.ts";
import { drawFirms } from "./drawFirms.ts";
import { drawOpening } from "./drawTies.ts";
import type { Outline } from "./outlines.ts";
import type { Pen } from "./pen.ts";
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
  /** Pairs of firms between which a gap opens. */
  readonly broken: readonly number[];
}

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
  return { before, after, exits, changed, entries, rows, firms, broken: newlyBroken(before, after) };
}

function newlyBroken(before: Scene, after: Scene): number[] {
  const count = after.frame.conduct.length;
  const known = new Set<number>();
  const each = ({ ties }: Scene, visit: (from: number, to: number) => void): void => {
    for (const { broken } of ties) for (let k = 0; k < broken.length; k += 2) visit(broken[k], broken[k + 1]);
  };
  each(before, (from, to) => known.add(from * count + to));
  const fresh: number[] = [];
  each(after, (from, to) => {
    if (!known.has(from * count + to)) fresh.push(from, to);
  });
  return fresh;
}

/** Draws what moves at a point of time between 0 and 3 parts. */
export function drawMoving(pen: Pen, changes: Changes, parts: number, palette: Palette): void {
  const { before, after, exits, changed, entries, firms, broken } = changes;
  const leaving = clamp(1 - parts);
  const turning = ease(clamp(parts - 1));
  const coming = ease(clamp(parts - 2));
  const contour = (outline: Outline, opacity: number): void => {
    if (opacity <= 0) return;
    fillContour(pen, outline, palette, opacity);
    strokeContour(pen, outline, palette, opacity);
  };
  if (broken.length > 0) drawOpening(pen, broken, after.setting.at, ease(clamp(parts / 3)), palette);
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
    drawFirms(pen, scene, palette, (i) => firms.has(i), opacity);
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Ease in and out. */
function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
