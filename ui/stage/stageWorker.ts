// First of all: what comes after it finds no way out.
import "../../src/lockDown.ts";
import latinExtended from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url";
import latin from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import { Painter } from "./painter.ts";
import type { Easel, Painting } from "./painting.ts";

/** Draws the stage off the main thread: canvases once, then one answer for each picture. */

const FAMILY = "Source Sans 3 Variable";
let painter: Painter | null = null;

self.addEventListener("message", ({ data }: MessageEvent<Easel | Painting>) => {
  if ("canvases" in data) painter = new Painter(data.canvases);
  else if (painter !== null) self.postMessage(painter.paint(data));
});

/** A worker does not see the page's fonts. */
async function loadFonts(): Promise<void> {
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
  for (const address of [latin, latinExtended]) {
    const face = new FontFace(FAMILY, `url(${address})`, { weight: "200 900" });
    fonts.add(await face.load());
  }
  painter?.refresh();
}

// Without its font the stage is drawn in the system's.
void loadFonts().catch(() => undefined);
