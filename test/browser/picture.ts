import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page, PageScreenshotOptions } from "playwright-core";

/** Where pictures of visits are kept. */
const FOLDER = fileURLToPath(new URL("../../dist/screens/", import.meta.url));

/** Keeps a picture of the page for somebody to look at, where pictures are wanted: `SCREENS=1 npx vitest run ...`. */
export async function picture(page: Page, name: string, options: PageScreenshotOptions = {}): Promise<void> {
  if (process.env["SCREENS"] === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ ...options, path: `${FOLDER}${name}.png` });
}
