import type { Frame } from "../../sim/contract.ts";
import type { Palette } from "../theme/theme.ts";
import type { BrokerMark } from "./brokers.ts";
import type { Detail, Signs } from "./signs.ts";

/** Spokes longer than this, in px, are drawn paler. */
const FAR = 110;
const FAR_OPACITY = 0.5;

/** Firms of one look as one path; `chosen` says which rows. */
export function drawFirms(
  pen: CanvasRenderingContext2D,
  frame: Frame,
  at: Float32Array,
  signs: Signs,
  detail: Detail,
  palette: Palette,
  chosen: (i: number) => boolean,
): void {
  const looks: [number[], number[], number[], number[]] = [[], [], [], []];
  frame.conduct.forEach((conduct, i) => {
    if (chosen(i)) looks[conduct].push(i);
  });
  const dot = (i: number, radius: number): void => {
    pen.moveTo(at[2 * i] + radius, at[2 * i + 1]);
    pen.arc(at[2 * i], at[2 * i + 1], radius, 0, 2 * Math.PI);
  };
  const small = detail === "few" || detail === "towns";
  const radiusOf = (i: number): number => (small ? 1.5 : signs.firm[frame.size[i]]);

  pen.fillStyle = palette.idle;
  pen.beginPath();
  for (const i of looks[1]) dot(i, small ? 1 : signs.idle[frame.size[i]]);
  pen.fill();

  pen.beginPath();
  for (const i of looks[2]) dot(i, radiusOf(i));
  pen.fillStyle = palette.contributes;
  pen.strokeStyle = palette.paper;
  // The edge lies outside, so that a filled sign keeps its size.
  pen.lineWidth = 1.8;
  pen.stroke();
  pen.fill();

  pen.beginPath();
  for (const i of looks[3]) dot(i, radiusOf(i) - signs.ring / 2);
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.strokeStyle = palette.freeRides;
  pen.lineWidth = small ? 1 : signs.ring;
  pen.stroke();
}

export function drawSpokes(pen: CanvasRenderingContext2D, brokers: readonly BrokerMark[], palette: Palette): void {
  pen.strokeStyle = palette.broker;
  pen.lineWidth = 1.3;
  pen.lineCap = "butt";
  pen.setLineDash([4, 3]);
  // A long way to another town steps back behind the near ones.
  for (const isFar of [true, false]) {
    pen.globalAlpha = isFar ? FAR_OPACITY : 1;
    pen.beginPath();
    for (const { x, y, spokes } of brokers) {
      for (const end of spokes) {
        if (Math.hypot(end.x - x, end.y - y) > FAR !== isFar) continue;
        pen.moveTo(x, y);
        pen.lineTo(end.x, end.y);
      }
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

/** Diamonds: filled at work, an outline after leaving. */
export function drawBrokers(
  pen: CanvasRenderingContext2D,
  brokers: readonly BrokerMark[],
  half: number,
  palette: Palette,
): void {
  for (const { x, y, state } of brokers) {
    pen.beginPath();
    pen.moveTo(x, y - half);
    pen.lineTo(x + half, y);
    pen.lineTo(x, y + half);
    pen.lineTo(x - half, y);
    pen.closePath();
    pen.lineJoin = "miter";
    pen.fillStyle = state === "left" ? palette.paper : palette.broker;
    pen.strokeStyle = state === "left" ? palette.broker : palette.paper;
    pen.lineWidth = state === "left" ? 1.8 : 2.4;
    if (state === "left") pen.fill();
    pen.stroke();
    if (state !== "left") pen.fill();
  }
}
