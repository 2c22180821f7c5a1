import type { Palette } from "../theme/theme.ts";
import type { Measured } from "./candidates.ts";
import type { Label, LabelKind } from "./labels.ts";
import type { Pen, Ruler } from "./pen.ts";
import type { Scene } from "./scene.ts";
import type { Signs } from "./signs.ts";

const HALO = 3.5;
const LEADING = 1.25;

function fontOf(kind: LabelKind, line: number, signs: Signs, family: string): string {
  if (kind === "town" && line === 0) return `550 ${signs.townSize}px ${family}`;
  if (kind === "focus") return line === 0 ? `600 ${signs.focusSize}px ${family}` : `400 ${signs.tagSize}px ${family}`;
  return `${kind === "tag" && line === 0 ? 450 : 400} ${signs.tagSize}px ${family}`;
}

/** Measures label text the way it will be drawn. */
export function measurer(
  pen: Ruler,
  signs: Signs,
  family: string,
): (lines: readonly string[], kind: LabelKind) => Measured {
  const known = new Map<string, Measured>();
  return (lines, kind) => {
    const key = `${kind}:${lines.join("\n")}`;
    let measured = known.get(key);
    if (measured === undefined) {
      let width = 0;
      lines.forEach((line, k) => {
        pen.font = fontOf(kind, k, signs, family);
        width = Math.max(width, pen.measureText(line).width);
      });
      measured = { lines, width: width + 2, height: heightOf(kind, lines.length, signs) };
      if (known.size > 2000) known.clear();
      known.set(key, measured);
    }
    return measured;
  };
}

function sizeOf(kind: LabelKind, line: number, signs: Signs): number {
  if (line > 0) return signs.tagSize;
  return kind === "town" ? signs.townSize : kind === "focus" ? signs.focusSize : signs.tagSize;
}

function heightOf(kind: LabelKind, lines: number, signs: Signs): number {
  return (sizeOf(kind, 0, signs) + (lines - 1) * signs.tagSize) * LEADING;
}

export function drawLabels(pen: Pen, scene: Scene, palette: Palette): void {
  pen.textBaseline = "alphabetic";
  pen.textAlign = "left";
  pen.lineJoin = "round";
  for (const label of scene.labels) drawLabel(pen, label, scene.setting.signs, palette);
}

function drawLabel(pen: Pen, label: Label, signs: Signs, palette: Palette): void {
  let bottom = label.box.top;
  label.lines.forEach((words, line) => {
    const size = sizeOf(label.kind, line, signs);
    bottom += size * LEADING;
    pen.font = fontOf(label.kind, line, signs, palette.font);
    pen.strokeStyle = palette.paper;
    pen.lineWidth = HALO;
    const y = bottom - size * 0.33;
    pen.strokeText(words, label.box.left + 1, y);
    const isFirst = line === 0 && (label.kind === "tag" || label.kind === "focus" || label.kind === "event");
    pen.fillStyle = isFirst ? palette.ink : palette.ink2;
    pen.fillText(words, label.box.left + 1, y);
  });
}

/** The accent ring around the firm in focus, clear of it, with a leader to its name. */
export function drawFocus(pen: Pen, scene: Scene, palette: Palette): void {
  const { frame, setting } = scene;
  const { focus } = scene.wish;
  if (focus === null) return;
  const { at, signs } = setting;
  const [x, y] = [at[2 * focus.firm], at[2 * focus.firm + 1]];
  const conduct = frame.conduct[focus.firm];
  const sign = conduct === 1 ? signs.idle[frame.size[focus.firm]] : signs.firm[frame.size[focus.firm]];
  const radius = sign + 4.5;
  const label = scene.labels.find(({ kind }) => kind === "focus");
  for (const [ink, width] of [
    [palette.paper, 5.5],
    [palette.accent, 2.5],
  ] as const) {
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.stroke();
  }
  if (label === undefined) return;
  const { left, top, width, height } = label.box;
  const end = {
    x: Math.min(Math.max(x, left - 4), left + width + 4),
    y: Math.min(Math.max(y, top - 2), top + height + 2),
  };
  const far = Math.hypot(end.x - x, end.y - y);
  if (far <= radius + 2) return;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x + ((end.x - x) / far) * radius, y + ((end.y - y) / far) * radius);
  pen.lineTo(end.x, end.y);
  pen.stroke();
}
