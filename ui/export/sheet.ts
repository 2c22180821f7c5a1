import { PHASE_LINES } from "../charts/phaseLine.ts";
import { figure, text } from "../i18n/text.ts";
import type { KeyGroup } from "../stage/key.ts";
import { KEY_GROUPS, signWord } from "../stage/key.ts";
import { monthSentence } from "../sentence.ts";
import type { State } from "../store.ts";
import { palette } from "../theme/theme.ts";
import type { Palette } from "../theme/theme.ts";
import { cameraOf } from "../stage/camera.ts";
import type { Census } from "../stage/census.ts";
import { censusOf } from "../stage/census.ts";
import { drawFlags } from "../stage/flags.ts";
import { drawBrokers } from "../stage/drawFirms.ts";
import { Outlines } from "../stage/outlines.ts";
import { paintNames, paintStill } from "../stage/paint.ts";
import { settingOf } from "../stage/painter.ts";
import type { Places } from "../stage/places.ts";
import type { Pen, Ruler } from "../stage/pen.ts";
import type { Memory } from "../stage/scene.ts";
import { newMemory, sceneOf } from "../stage/scene.ts";
import type { Sign } from "../stage/sieve.ts";
import { focusOf, placesShown, signsFor } from "../stage/stageView.ts";
import { TIE_WIDTHS } from "../stage/ties.ts";
import { stageWords } from "../stage/words.ts";

/** A picture of the stage that can stand alone: question, stage, key, what happened, and where it is from. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly draw: (pen: Pen, ruler: Ruler) => void;
}

const MARGIN = 24;
const QUESTION = 52;
const KEY_ROW = 24;
const SENTENCE = 34;
const CAPTION = 18;
const LEAST_WIDTH = 720;
const GAP = 18;

/** What is kept from sheet to sheet, so that labels stay where they are and no contour is traced twice. */
export class SheetKit {
  readonly memory: Memory = newMemory();
  private places: Places | null = null;
  private outlines: Outlines | null = null;

  outlinesOf(places: Places): Outlines {
    if (this.outlines === null || this.places !== places) this.outlines = new Outlines(places);
    this.places = places;
    return this.outlines;
  }
}

/** The month on the page as a sheet; null before there is one. */
export function sheetOf(state: State, kit: SheetKit = new SheetKit()): Sheet | null {
  const { world, frame, look } = state;
  const places = placesShown(world, look);
  if (world === null || frame === null || places === null) return null;
  const glass = document.getElementById("stage");
  const shown = { width: glass?.clientWidth ?? 0, height: glass?.clientHeight ?? 0 };
  const isShown = shown.width > 0 && shown.height > 0;
  const width = Math.max(LEAST_WIDTH, shown.width);
  // The same cut of the stage as on the page, larger where the page is small.
  const grown = isShown ? width / shown.width : 1;
  const size = { width, height: isShown ? shown.height * grown : width / 1.72 };
  const pan = { k: look.pan.k, x: look.pan.x * grown, y: look.pan.y * grown };
  const colours = palette();
  const rows = keyRows(censusOf(frame, state.story)).length;
  const top = QUESTION + size.height + 8;
  const height = top + rows * KEY_ROW + SENTENCE + 3 * CAPTION;

  const draw = (pen: Pen, ruler: Ruler): void => {
    const signs = signsFor(state.theme, size.width);
    const outlines = kit.outlinesOf(places);
    const words = stageWords(world.opened);
    const setting = settingOf(places, outlines, cameraOf(places, size, pan), size, signs, words, ruler, colours);
    const focus = state.focus === null ? null : focusOf(state.focus, state.reading, world);
    const wish = { focus, signs: look.signs, picked: look.picked, subject: state.subject, contrast: null };
    const scene = sceneOf(frame, setting, wish, kit.memory);
    pen.fillStyle = colours.paper;
    pen.beginPath();
    pen.rect(0, 0, width, height);
    pen.fill();
    pen.translate(0, QUESTION);
    paintStill(pen, scene, colours);
    paintNames(pen, scene, colours);
    pen.translate(0, -QUESTION);
    // What reaches beyond the stage is covered again.
    pen.fillStyle = colours.paper;
    pen.beginPath();
    pen.rect(0, 0, width, QUESTION - 4);
    pen.rect(0, QUESTION + size.height + 4, width, height);
    pen.fill();
    line(
      pen,
      ruler,
      world.opened.question,
      { x: MARGIN, y: 34, size: 20, weight: 600, ink: colours.ink },
      width,
      colours,
    );
    drawKey(pen, ruler, state, top, colours);
    const said = `${text("sentence.month", { month: frame.month })} ${monthSentence(frame, world.opened)}`;
    const sentenceAt = top + rows * KEY_ROW + 22;
    line(pen, ruler, said, { x: MARGIN, y: sentenceAt, size: 15, weight: 400, ink: colours.ink }, width, colours);
    wrapped(caption(state), ruler, `400 12px ${colours.font}`, width - 2 * MARGIN)
      .slice(0, 2)
      .forEach((words12, k) => {
        const at = { x: MARGIN, y: sentenceAt + 24 + k * CAPTION, size: 12, weight: 400, ink: colours.ink3 };
        line(pen, ruler, words12, at, width, colours);
      });
  };
  return { width, height: Math.round(height), draw };
}

/** Scenario, month, seed, versions and what was changed: enough to make the picture again. */
export function caption({ world, frame }: State): string {
  if (world === null || frame === null) return "";
  const { opened, key } = world;
  const changes = Object.entries(key.settings).map(([path, value]) => `${path}=${String(value)}`);
  return text("export.caption", {
    scenario: opened.title,
    month: frame.month,
    seed: opened.seed,
    product: opened.product,
    version: opened.version,
    model: opened.modelVersion,
    changed: changes.length,
    list: changes.join(", "),
  });
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
}

/** One line of text, cut with an ellipsis where it would leave the sheet; returns where it ends. */
function line(pen: Pen, ruler: Ruler, words: string, at: Line, width: number, { font }: Palette): number {
  pen.font = ruler.font = `${at.weight} ${at.size}px ${font}`;
  pen.textAlign = "left";
  pen.textBaseline = "alphabetic";
  pen.fillStyle = at.ink;
  pen.globalAlpha = 1;
  let shown = words;
  while (shown.length > 1 && at.x + ruler.measureText(shown).width > width - MARGIN / 2) {
    shown = `${shown.slice(0, shown.endsWith("…") ? -2 : -1)}…`;
  }
  pen.fillText(shown, at.x, at.y);
  return at.x + ruler.measureText(shown).width;
}

/** Words in lines that are no wider than this. */
function wrapped(words: string, ruler: Ruler, font: string, width: number): string[] {
  ruler.font = font;
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && ruler.measureText(`${last} ${word}`).width <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function drawKey(pen: Pen, ruler: Ruler, { frame, story }: State, top: number, colours: Palette): void {
  if (frame === null) return;
  const census = censusOf(frame, story);
  keyRows(census).forEach((groups, row) => {
    let x = MARGIN;
    const y = top + row * KEY_ROW + 16;
    for (const { name, present } of groups) {
      x =
        line(pen, ruler, text(`key.${name}`), { x, y, size: 13, weight: 400, ink: colours.ink3 }, Infinity, colours) +
        10;
      for (const sign of present) {
        x = drawSign(pen, sign, x, y - 4.5, colours) + 5;
        x = line(pen, ruler, signWord(sign), { x, y, size: 13, weight: 400, ink: colours.ink2 }, Infinity, colours) + 4;
        const count = figure(census[sign]);
        x = line(pen, ruler, count, { x, y, size: 13, weight: 650, ink: colours.ink }, Infinity, colours) + 12;
      }
      x += GAP - 12;
    }
  });
}

/** Groups of the key that have something to count, by the row they stand in. */
function keyRows(census: Census): { readonly name: KeyGroup; readonly present: readonly Sign[] }[][] {
  return [0, 1, 2]
    .map((row) =>
      KEY_GROUPS.filter((group) => group.row === row)
        .map(({ name, signs }) => ({ name, present: signs.filter((sign) => census[sign] > 0) }))
        .filter(({ present }) => present.length > 0),
    )
    .filter((groups) => groups.length > 0);
}

/** A sign of the key as the stage draws it; returns its right edge. */
function drawSign(pen: Pen, sign: Sign, x: number, y: number, colours: Palette): number {
  const stroke = (width: number, ink: string, from: number, to: number): void => {
    pen.beginPath();
    pen.moveTo(from, y);
    pen.lineTo(to, y);
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    pen.stroke();
  };
  const circle = (radius: number): void => {
    pen.beginPath();
    pen.arc(x + 6, y, radius, 0, 2 * Math.PI);
  };
  pen.setLineDash([]);
  pen.lineCap = "butt";
  switch (sign) {
    case "contributes":
    case "idle":
      circle(sign === "idle" ? 2.2 : 5);
      pen.fillStyle = sign === "idle" ? colours.idle : colours.contributes;
      pen.fill();
      return x + 12;
    case "freeRides":
      circle(4.2);
      pen.strokeStyle = colours.freeRides;
      pen.lineWidth = 2.1;
      pen.stroke();
      return x + 12;
    case "low":
    case "middle":
    case "high":
      stroke(TIE_WIDTHS[["low", "middle", "high"].indexOf(sign) as 0 | 1 | 2], colours.tie, x, x + 16);
      return x + 16;
    case "betrayed":
      stroke(1.2, colours.ink, x, x + 8);
      stroke(1.2, colours.ink, x + 14, x + 22);
      for (const at of [x + 8, x + 14]) {
        pen.beginPath();
        pen.moveTo(at, y - 3.5);
        pen.lineTo(at, y + 3.5);
        pen.stroke();
      }
      return x + 22;
    case "atWork":
    case "left":
      drawBrokers(
        pen,
        [{ broker: 0, x: x + 7, y, state: sign === "left" ? "left" : "serving", spokes: [] }],
        6,
        colours,
      );
      return x + 14;
    case "running":
      drawFlags(pen, [{ x: x + 3, y: y + 6 }], 11, colours);
      return x + 12;
    case "refused":
      pen.beginPath();
      for (const side of [-1, 1]) {
        pen.moveTo(x + 2, y - 4 * side);
        pen.lineTo(x + 10, y + 4 * side);
      }
      pen.strokeStyle = colours.ink;
      pen.lineWidth = 1.5;
      pen.stroke();
      return x + 12;
    case "buyers":
      pen.beginPath();
      pen.rect(x + 1, y - 6, 12, 12);
      pen.strokeStyle = colours.ink;
      pen.lineWidth = 2;
      pen.stroke();
      return x + 14;
    case "abroad":
      stroke(1.25, colours.ink2, x, x + 14);
      pen.beginPath();
      pen.rect(x + 12, y - 4, 8, 8);
      pen.fillStyle = colours.ink;
      pen.fill();
      return x + 20;
    default: {
      const phase = (["forming", "pilot", "strategic", "selfManaged", "dormant"] as const).indexOf(sign) as
        0 | 1 | 2 | 3 | 4;
      const { width, dash, cap, gap, ink } = PHASE_LINES[phase];
      pen.setLineDash([...dash]);
      pen.lineCap = cap;
      stroke(width, colours[ink], x, x + 22);
      pen.setLineDash([]);
      pen.lineCap = "butt";
      if (gap > 0) stroke(gap, colours.paper, x, x + 22);
      return x + 22;
    }
  }
}
