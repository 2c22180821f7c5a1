import type { Palette } from "../theme/theme.ts";
import type { BrokerMark } from "./brokers.ts";
import type { Pen } from "./pen.ts";
import type { Scene } from "./scene.ts";

/** Spokes longer than this, in px, are drawn paler. */
const FAR = 110;
const FAR_OPACITY = 0.5;
/** Opacity of firms that the key does not let through: where they are stays to be seen. */
const FAINT = 0.14;

/** Not engaged, contributes (or only in A), free-rides (or only in B), in a network of both options. */
type Look = "idle" | "filled" | "ring" | "grey";

/** Says how each firm looks; null for a vacant workshop. */
function looks({ frame, wish: { contrast } }: Scene): (i: number) => Look | null {
  const { conduct, network } = frame;
  if (contrast === null) {
    const byConduct = [null, "idle", "filled", "ring"] as const;
    return (i) => byConduct[conduct[i] as 0];
  }
  const alone = new Set(contrast.alone);
  const own = contrast.side === "A" ? "filled" : "ring";
  return (i) => (conduct[i] === 0 ? null : network[i] < 0 ? "idle" : alone.has(network[i]) ? own : "grey");
}

/** Firms of one look as one path; `chosen` says which rows. */
export function drawFirms(
  pen: Pen,
  scene: Scene,
  palette: Palette,
  chosen: (i: number) => boolean,
  opacity: number,
): void {
  const { frame, setting, sieve, wish } = scene;
  const { at, signs, detail } = setting;
  if (detail === "towns") return;
  const lookOf = looks(scene);
  const small = detail === "few";
  for (const passes of wish.signs.length === 0 ? [true] : [false, true]) {
    const rows: Record<Look, number[]> = { idle: [], filled: [], ring: [], grey: [] };
    frame.conduct.forEach((conduct, i) => {
      if (conduct === 0 || sieve.firm(conduct) !== passes || !chosen(i)) return;
      const look = lookOf(i);
      if (look !== null) rows[look].push(i);
    });
    const dots = (look: Look, radius: (size: number) => number): void => {
      pen.beginPath();
      for (const i of rows[look]) {
        const reach = radius(frame.size[i]);
        pen.moveTo(at[2 * i] + reach, at[2 * i + 1]);
        pen.arc(at[2 * i], at[2 * i + 1], reach, 0, 2 * Math.PI);
      }
    };
    pen.globalAlpha = opacity * (passes ? 1 : FAINT);
    dots("idle", (size) => (small ? 1 : signs.idle[size]));
    pen.fillStyle = palette.idle;
    pen.fill();

    for (const [look, ink] of [
      ["grey", palette.idle],
      ["filled", palette.contributes],
    ] as const) {
      dots(look, (size) => (small ? 1.5 : signs.firm[size]));
      pen.fillStyle = ink;
      pen.strokeStyle = palette.paper;
      // The edge lies outside, so that a filled sign keeps its size.
      pen.lineWidth = 1.8;
      pen.stroke();
      pen.fill();
    }

    dots("ring", (size) => (small ? 1.5 : signs.firm[size]) - (small ? 0.5 : signs.ring / 2));
    pen.fillStyle = palette.paper;
    pen.fill();
    pen.strokeStyle = palette.freeRides;
    pen.lineWidth = small ? 1 : signs.ring;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** A thin accent ring around each firm that was picked. */
export function drawPicked(pen: Pen, { frame, setting, wish }: Scene, palette: Palette): void {
  if (wish.picked.length === 0) return;
  const { at, signs } = setting;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const i of wish.picked) {
    if (frame.conduct[i] === 0) continue;
    const reach = (frame.conduct[i] === 1 ? signs.idle : signs.firm)[frame.size[i]] + 2.5;
    pen.moveTo(at[2 * i] + reach, at[2 * i + 1]);
    pen.arc(at[2 * i], at[2 * i + 1], reach, 0, 2 * Math.PI);
  }
  pen.stroke();
}

export function drawSpokes(pen: Pen, brokers: readonly BrokerMark[], palette: Palette): void {
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
export function drawBrokers(pen: Pen, brokers: readonly BrokerMark[], half: number, palette: Palette): void {
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
