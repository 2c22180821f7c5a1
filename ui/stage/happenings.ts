import type { Frame, Phase } from "../../sim/contract.ts";
import type { Camera } from "./camera.ts";
import type { Outline } from "./outlines.ts";
import type { Point } from "./spanningTree.ts";
import type { StageWords } from "./tags.ts";
import { refusedTag, tagOf } from "./tags.ts";

/** What happened this month, where it happened. */
export interface EventMark extends Point {
  readonly id: string;
  /** The network it is told at, or -1: then a cross stands at the place. */
  readonly row: number;
  readonly words: readonly string[];
}

/** Told on the stage, at most; the sentence and the timeline tell all. */
const MOST = 5;
/** Crosses nearer to each other than this say the same thing twice, px. */
const APART = 36;
const DISSOLVED: Phase = 5;

/**
 * @param ended where networks stood that live no more, in layout units, by row
 */
export function eventsOnStage(
  frame: Frame,
  outlines: readonly Outline[],
  at: Float32Array,
  camera: Camera,
  ended: ReadonlyMap<number, Point>,
  words: StageWords,
): EventMark[] {
  const byRow = new Map(outlines.map((outline) => [outline.row, outline]));
  const marks: EventMark[] = [];
  const told = new Set<number>();
  for (const { kind, network, firm, yes, asked } of frame.events) {
    if (marks.length === MOST) break;
    if (kind === "refused" && firm >= 0) {
      const place = { x: at[2 * firm], y: at[2 * firm + 1] };
      if (marks.some(({ row, x, y }) => row < 0 && Math.hypot(x - place.x, y - place.y) < APART)) continue;
      marks.push({ id: `refused ${firm}`, row: -1, words: [refusedTag(words, yes, asked)], ...place });
      continue;
    }
    const what = words.events[kind];
    if (what === undefined || network < 0 || told.has(network)) continue;
    told.add(network);
    const outline = byRow.get(network);
    const last = ended.get(network);
    if (outline !== undefined) marks.push({ id: `event ${network}`, row: network, words: [what], ...outline.middle });
    else if (kind === "dissolved" && last !== undefined) {
      const place = { x: last.x * camera.scale + camera.left, y: last.y * camera.scale + camera.top };
      marks.push({ id: `ended ${network}`, row: -1, words: [tagOf(words, network, DISSOLVED)], ...place });
    }
  }
  return marks;
}
