// First of all: what comes after it finds no way out.
import "../../src/lockDown.ts";
import latinExtended from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url";
import latin from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import type { Palette } from "../theme/theme.ts";
import { Painter } from "./painter.ts";
import type { Easel, Painting } from "./painting.ts";

/** Draws the stage off the main thread: canvases once, then one answer for each picture. */

const FAMILY = "Source Sans 3 Variable";
let painter: Painter | null = null;
let isFontThere = false;
let worn: Palette | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Easel | Painting>) => {
  if ("canvases" in data) {
    painter = new Painter(data.canvases);
    return;
  }
  worn = data.palette ?? worn;
  const painting = data.palette === undefined || isFontThere ? data : { ...data, palette: withoutFont(data.palette) };
  if (painter !== null) self.postMessage(painter.paint(painting));
});

/**
 * The system's letters until the page's own are there. A canvas that was once asked for a font it did not have may keep
 * its substitute for that size and weight, so the font is not asked for before.
 */
function withoutFont(palette: Palette): Palette {
  const families = palette.font.split(",").filter((family) => !family.includes(FAMILY));
  return { ...palette, font: families.join(",").trim() };
}

/** A worker does not see the page's fonts. */
async function loadFonts(): Promise<void> {
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
  for (const address of [latin, latinExtended]) {
    const face = new FontFace(FAMILY, `url(${address})`, { weight: "200 900" });
    fonts.add(await face.load());
  }
  isFontThere = true;
  if (worn !== undefined) painter?.paint({ palette: worn });
}

// Without its font the stage is drawn in the system's.
void loadFonts().catch(() => undefined);
