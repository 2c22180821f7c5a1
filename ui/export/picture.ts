import { text } from "../i18n/text.ts";
import type { State } from "../store.ts";
import type { ExportJob } from "./entry.ts";
import { fileName, saveFile } from "./save.ts";
import type { Sheet } from "./sheet.ts";
import { sheetOf } from "./sheet.ts";
import { SvgPen } from "./svgPen.ts";

/** Pixels of a PNG for one of the page. */
const DENSITY = 2;

function sheetFor(state: State): Sheet {
  const sheet = sheetOf(state);
  if (sheet === null) throw new Error(text("loading"));
  return sheet;
}

/** Scenario, seed and month, or what is told instead of the month. */
export function pictureName({ world, month }: State, ending: string, when = `month-${month}`): string {
  const { scenario, seed } = world?.opened ?? { scenario: "", seed: "" };
  return fileName(["distretto", scenario, seed, when], ending);
}

/** Draws the whole sheet on a canvas, which takes its size. */
export function drawSheet(canvas: HTMLCanvasElement, { width, height, draw }: Sheet, density: number): void {
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw on a canvas");
  pen.scale(density, density);
  draw(pen, pen);
}

function pngOf(sheet: Sheet): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const canvas = document.createElement("canvas");
    drawSheet(canvas, sheet, DENSITY);
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("this browser could not write the picture")) : resolve(blob)),
      "image/png",
    );
  });
}

export async function savePng({ store, signal }: ExportJob): Promise<void> {
  const blob = await pngOf(sheetFor(store.state));
  if (!signal.aborted) saveFile(pictureName(store.state, "png"), blob);
}

export async function saveSvg({ store }: ExportJob): Promise<void> {
  saveFile(pictureName(store.state, "svg"), new Blob([svgOf(store.state)], { type: "image/svg+xml" }));
  return Promise.resolve();
}

/** The sheet as SVG text. */
export function svgOf(state: State): string {
  const sheet = sheetFor(state);
  const ruler = document.createElement("canvas").getContext("2d");
  if (ruler === null) throw new Error("this browser cannot measure text");
  const pen = new SvgPen();
  sheet.draw(pen, ruler);
  return pen.picture(sheet.width, sheet.height, state.world?.opened.question ?? "");
}
