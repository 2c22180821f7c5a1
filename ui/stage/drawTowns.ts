import type { Palette } from "../theme/theme.ts";
import type { Pen } from "./pen.ts";
import type { TownSign } from "./townSigns.ts";

const FILL = 0.16;
const BAR = 6;
/** How far the handles of a quarter of a circle lie from its ends, in radii. */
const QUARTER = 0.5523;

/** Discs with a bar of shares: contributes filled, free-rides ringed, the rest grey. */
export function drawTownSigns(pen: Pen, towns: readonly TownSign[], palette: Palette): void {
  for (const { x, y, across, down, conduct, firms } of towns) {
    pen.beginPath();
    oval(pen, { x, y, across, down });
    pen.globalAlpha = FILL;
    pen.fillStyle = palette.ink;
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = palette.idle;
    pen.lineWidth = 1;
    pen.stroke();
    if (firms === 0) continue;
    const length = Math.max(28, across * 1.2);
    let left = x - length / 2;
    const part = (count: number): { from: number; width: number } => {
      const width = (count / firms) * length;
      const from = left;
      left += width;
      return { from, width };
    };
    const [contributes, freeRides, idle] = conduct;
    const bar = (count: number, ink: string, isRing: boolean): void => {
      const { from, width } = part(count);
      if (width <= 0) return;
      pen.beginPath();
      const edge = isRing ? Math.min(1, width / 2) : 0;
      pen.rect(from + edge, y - BAR / 2 + edge, width - 2 * edge, BAR - 2 * edge);
      pen.fillStyle = isRing ? palette.paper : ink;
      pen.fill();
      if (!isRing) return;
      pen.strokeStyle = ink;
      pen.lineWidth = 2 * edge;
      pen.stroke();
    };
    bar(contributes, palette.contributes, false);
    bar(freeRides, palette.freeRides, true);
    bar(idle, palette.idle, false);
  }
}

/** Four curves that differ from an ellipse by less than three parts in ten thousand. */
function oval(pen: Pen, { x, y, across, down }: Pick<TownSign, "x" | "y" | "across" | "down">): void {
  const [a, d] = [across * QUARTER, down * QUARTER];
  pen.moveTo(x + across, y);
  pen.bezierCurveTo(x + across, y + d, x + a, y + down, x, y + down);
  pen.bezierCurveTo(x - a, y + down, x - across, y + d, x - across, y);
  pen.bezierCurveTo(x - across, y - d, x - a, y - down, x, y - down);
  pen.bezierCurveTo(x + a, y - down, x + across, y - d, x + across, y);
}
