import type { Palette } from "../theme/theme.ts";
import { fillContour, strokeContour } from "./drawContours.ts";
import { drawBrokers, drawFirms, drawPicked, drawSpokes } from "./drawFirms.ts";
import { drawFocus, drawLabels } from "./drawLabels.ts";
import { drawFlags } from "./flags.ts";
import { drawSubject } from "./drawSubject.ts";
import { drawOutsideLines, drawOutsideMarks } from "./drawOutside.ts";
import { drawTies } from "./drawTies.ts";
import { drawTownSigns } from "./drawTowns.ts";
import type { Pen } from "./pen.ts";
import type { Scene } from "./scene.ts";

const CROSS = 4;

/** What stands still for a month, back to front: contours, ties, lines outside, spokes, firms, brokers. */
export function paintStill(
  pen: Pen,
  scene: Scene,
  palette: Palette,
  network: (row: number) => boolean = () => true,
  firm: (i: number) => boolean = () => true,
): void {
  const { outlines, ties, brokers, buyers, ports, flags, towns, setting, wish } = scene;
  const { at, signs } = setting;
  const still = outlines.filter(({ row }) => network(row));
  for (const outline of still) fillContour(pen, outline, palette);
  drawTies(pen, ties, at, signs.tie, palette);
  drawTownSigns(pen, towns, palette);
  for (const outline of still) strokeContour(pen, outline, palette, 1, wish.contrast);
  drawOutsideLines(pen, buyers, ports, at, signs, palette);
  drawSpokes(pen, brokers, palette);
  drawFirms(pen, scene, palette, firm, 1);
  drawFlags(pen, flags, signs.flag, palette);
  drawOutsideMarks(pen, buyers, ports, signs, palette);
  drawBrokers(pen, brokers, signs.broker, palette);
}

/** What lies on top: what was picked, the firm in focus, crosses where something came to nothing, names. */
export function paintNames(pen: Pen, scene: Scene, palette: Palette): void {
  drawPicked(pen, scene, palette);
  drawSubject(pen, scene, palette);
  drawFocus(pen, scene, palette);
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const { x, y, row } of scene.events) {
    if (row >= 0) continue;
    pen.moveTo(x - CROSS, y - CROSS);
    pen.lineTo(x + CROSS, y + CROSS);
    pen.moveTo(x + CROSS, y - CROSS);
    pen.lineTo(x - CROSS, y + CROSS);
  }
  pen.stroke();
  drawLabels(pen, scene, palette);
}
