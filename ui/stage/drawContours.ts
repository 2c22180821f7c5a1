import { curveCatmullRomClosed, line } from "d3";
import type { Palette } from "../theme/theme.ts";
import type { Rings } from "./contour.ts";
import type { Outline } from "./outlines.ts";
import { PHASE_LINES } from "../charts/phaseLine.ts";
import type { Point } from "./spanningTree.ts";

/** Centripetal: it neither loops nor overshoots where points lie close. */
const curve = curveCatmullRomClosed.alpha(0.5);

function trace(pen: CanvasRenderingContext2D, rings: Rings): void {
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curve)
    .context(pen);
  pen.beginPath();
  for (const ring of rings) path(ring as Point[]);
}

export function fillContour(pen: CanvasRenderingContext2D, outline: Outline, palette: Palette, opacity = 1): void {
  trace(pen, outline.rings);
  pen.globalAlpha = palette.contourFill * opacity;
  pen.fillStyle = palette.ink;
  pen.fill("evenodd");
  pen.globalAlpha = 1;
}

export function strokeContour(pen: CanvasRenderingContext2D, outline: Outline, palette: Palette, opacity = 1): void {
  if (outline.phase === 5) return;
  const { width, dash, cap, gap, ink } = PHASE_LINES[outline.phase];
  trace(pen, outline.rings);
  pen.globalAlpha = opacity;
  pen.lineJoin = "round";
  pen.lineCap = cap;
  pen.setLineDash([...dash]);
  pen.lineWidth = width;
  pen.strokeStyle = palette[ink];
  pen.stroke();
  if (gap > 0) {
    pen.lineWidth = gap;
    pen.strokeStyle = palette.paper;
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}
