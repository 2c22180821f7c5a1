import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "./findChromium.ts";
import { servePage } from "./servePage.ts";

/** Somebody who visits the page in a real Chromium. */
export interface Visitor {
  /** Where the page is served. */
  readonly url: string;
  readonly browser: Browser;
  /** Opens a link, runs the visit, and holds that nothing broke, nothing was blocked and no other origin was asked. */
  readonly visit: (
    fragment: string,
    options: BrowserContextOptions,
    work: (page: Page) => Promise<void>,
  ) => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function visitPage(
  browser: Browser,
  url: string,
  fragment: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  // What is kept for visits without a network has tests of its own.
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "blob:" && origin !== new URL(url).origin) broken.push(`asked for ${request.url()}`);
  });
  await page.goto(`${url}#${fragment}`);
  // The sentence names the month in whatever language; in some rooms it is not shown.
  await page.locator(".sentence strong", { hasText: /\d/ }).first().waitFor({ state: "attached" });
  await work(page);
  expect(broken).toEqual([]);
  await context.close();
}

/** Builds and serves the page and starts a browser. */
export async function visitor(): Promise<Visitor> {
  const site = await servePage();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  return {
    url: site.url,
    browser,
    visit: (fragment, options, work) => visitPage(browser, site.url, fragment, options, work),
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

export async function atMonth(page: Page, wanted: number): Promise<void> {
  await page.locator(".sentence strong", { hasText: `Month ${wanted}.` }).waitFor({ state: "attached" });
}

/** Solid pixels of the stage in a colour. */
export async function pixels(page: Page, red: number, green: number, blue: number): Promise<number> {
  return page.locator(".glass").evaluate(
    (glass, colour) => {
      const layers = [...glass.querySelectorAll("canvas")];
      const copy = document.createElement("canvas");
      [copy.width, copy.height] = [layers[0].width, layers[0].height];
      const pen = copy.getContext("2d");
      if (pen === null) throw new Error("There is no pen.");
      for (const layer of layers) pen.drawImage(layer, 0, 0);
      const { data } = pen.getImageData(0, 0, copy.width, copy.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (colour.every((value, part) => data[at + part] === value) && data[at + 3] === 255) count += 1;
      return count;
    },
    [red, green, blue],
  );
}

/** Pixels in the blue of firms that contribute. */
export const bluePixels = (page: Page): Promise<number> => pixels(page, 0x00, 0x72, 0xb2);
