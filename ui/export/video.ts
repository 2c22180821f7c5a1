import { text } from "../i18n/text.ts";
import type { Store } from "../store.ts";
import { MONTHS_PER_SECOND } from "../store.ts";
import type { ExportJob } from "./entry.ts";
import { drawSheet, pictureName } from "./picture.ts";
import { saveFile } from "./save.ts";
import { sheetOf, SheetKit } from "./sheet.ts";

/** The first of these that the browser can record. */
const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];
const BITS_PER_SECOND = 6e6;
/** The last month stays this long, ms. */
const LAST = 1500;

/** Records the run from the month shown to its end, a picture a month at the speed chosen; then goes back. */
export async function saveVideo({ store, app, signal, note }: ExportJob): Promise<void> {
  const type =
    typeof MediaRecorder === "undefined" ? undefined : TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const canvas = document.createElement("canvas");
  if (type === undefined || !("captureStream" in canvas)) throw new Error(text("export.video.none"));
  const { world, month: first, speed } = store.state;
  const last = world?.opened.months ?? 0;
  if (world === null || first >= last) throw new Error(text("export.video.end"));
  const kit = new SheetKit();
  const draw = (): void => {
    const sheet = sheetOf(store.state, kit);
    if (sheet === null) return;
    // Recorders want even numbers of pixels.
    drawSheet(canvas, { ...sheet, width: even(sheet.width), height: even(sheet.height) }, 1);
  };
  app.pause();
  draw();
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: type, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const ended = new Promise<void>((resolve, reject) => {
    recorder.addEventListener("stop", () => resolve());
    recorder.addEventListener("error", () => reject(new Error(text("export.video.none"))));
  });
  recorder.start();
  const between = 1000 / (speed * MONTHS_PER_SECOND);
  try {
    for (let month = first; month <= last && !signal.aborted; month++) {
      const since = performance.now();
      if (month > first) {
        app.go(month);
        await reached(store, month, signal);
        // Another world on the page is another video.
        if (store.state.world?.opened !== world.opened) throw new Error(text("export.video.other"));
      }
      draw();
      note(text("export.video.at", { month, months: last }));
      await pause(month === last ? LAST : Math.max(0, between - (performance.now() - since)), signal);
    }
  } finally {
    recorder.stop();
    await ended;
    for (const track of recorder.stream.getTracks()) track.stop();
    if (store.state.world?.opened === world.opened) app.go(first);
  }
  if (signal.aborted) return;
  const name = pictureName(store.state, "webm", `months-${first}-${last}`);
  saveFile(name, new Blob(parts, { type: "video/webm" }));
}

function even(length: number): number {
  return 2 * Math.ceil(length / 2);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
}

/** When the month is on the page, or nobody waits for it any more: stopped, another world, the engine gone. */
function reached(store: Store, month: number, signal: AbortSignal): Promise<void> {
  const { world } = store.state;
  return new Promise((resolve) => {
    let end: () => void = () => undefined;
    const stop = store.watch(
      (state) => [state.frame?.month === month || state.world !== world || state.stopped !== null],
      ([isOver]) => {
        if (!isOver) return;
        resolve();
        end();
      },
    );
    end = stop;
    signal.addEventListener("abort", () => {
      stop();
      resolve();
    });
  });
}
