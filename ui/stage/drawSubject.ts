import type { Palette } from "../theme/theme.ts";
import { traceContour } from "./drawContours.ts";
import type { Pen } from "./pen.ts";
import type { Scene } from "./scene.ts";

/** Clear of the sign that it marks, px. */
const CLEAR = 5;

/** The network or broker that is asked about, in the accent: a line around its contour, a ring around its diamond. */
export function drawSubject(
  pen: Pen,
  { outlines, brokers, setting, wish: { subject } }: Scene,
  palette: Palette,
): void {
  if (subject === null) return;
  pen.setLineDash([]);
  pen.lineJoin = "round";
  const outline = outlines.find(({ row }) => subject.kind === "network" && row === subject.row);
  const broker = brokers.find((each) => subject.kind === "broker" && each.broker === subject.row);
  for (const [ink, width] of [
    [palette.paper, 5.5],
    [palette.accent, 2.5],
  ] as const) {
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    if (outline !== undefined) traceContour(pen, outline.rings);
    else if (broker !== undefined) {
      pen.beginPath();
      pen.arc(broker.x, broker.y, setting.signs.broker + CLEAR, 0, 2 * Math.PI);
    } else return;
    pen.stroke();
  }
}
