import { curveCatmullRomClosed, line } from "d3";
import { PHASE_LINES } from "../charts/phaseLine.ts";
import type { Palette } from "../theme/theme.ts";
import type { Rings } from "./contour.ts";
import type { Contrast } from "./contrast.ts";
import type { Outline } from "./outlines.ts";
import type { Pen } from "./pen.ts";
import type { Point } from "./spanningTree.ts";

/** Centripetal: it neither loops nor overshoots where points lie close. */
const curve = curveCatmullRomClosed.alpha(0.5);

/** The path of a contour, to be filled or stroked. */
export function traceContour(pen: Pen, rings: Rings): void {
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curve)
    .context(pen as CanvasRenderingContext2D);
  pen.beginPath();
  for (const ring of rings) path(ring as Point[]);
}

export function fillContour(pen: Pen, outline: Outline, palette: Palette, opacity = 1): void {
  traceContour(pen, outline.rings);
  pen.globalAlpha = palette.contourFill * opacity;
  pen.fillStyle = palette.ink;
  pen.fill("evenodd");
  pen.globalAlpha = 1;
}

interface Stroke {
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: "butt" | "round";
  readonly gap: number;
  readonly ink: string;
}

/** Grey where both options have the network, in the colour of the option where only one has it. */
function contrastStroke(row: number, { side, alone }: Contrast, palette: Palette): Stroke {
  if (!alone.includes(row)) return { width: 1.25, dash: [], cap: "butt", gap: 0, ink: palette.idle };
  if (side === "A") return { width: 2.5, dash: [], cap: "butt", gap: 0, ink: palette.contributes };
  return { width: 2.5, dash: [6, 4], cap: "butt", gap: 0, ink: palette.freeRides };
}

export function strokeContour(
  pen: Pen,
  outline: Outline,
  palette: Palette,
  opacity = 1,
  contrast: Contrast | null = null,
): void {
  if (outline.phase === 5) return;
  const plain = PHASE_LINES[outline.phase];
  const { width, dash, cap, gap, ink } =
    contrast === null ? { ...plain, ink: palette[plain.ink] } : contrastStroke(outline.row, contrast, palette);
  traceContour(pen, outline.rings);
  pen.globalAlpha = opacity;
  pen.lineJoin = "round";
  pen.lineCap = cap;
  pen.setLineDash([...dash]);
  pen.lineWidth = width;
  pen.strokeStyle = ink;
  pen.stroke();
  if (gap > 0) {
    pen.lineWidth = gap;
    pen.strokeStyle = palette.paper;
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}
