import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Browser } from "playwright-core";

/** Chromium and its relatives, as they are called on the usual systems. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

function installed(): string | undefined {
  const { CHROMIUM, PATH = "" } = process.env;
  if (CHROMIUM !== undefined) return existsSync(CHROMIUM) ? CHROMIUM : undefined;
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

/** A Chromium of this machine without a window and without a graphics card, or why there is none: a sentence. */
export async function startChromium(): Promise<{ readonly browser: Browser } | { readonly missing: string }> {
  const executablePath = installed();
  if (executablePath === undefined) {
    return { missing: "The page was not measured: no Chromium is installed (CHROMIUM=/path/to/chromium names one)." };
  }
  try {
    const { chromium } = await import("playwright-core");
    return { browser: await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] }) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { missing: `The page was not measured: Chromium could not be driven (${why}).` };
  }
}
