import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "./findChromium.ts";
import { servePage } from "./servePage.ts";

/** Somebody who visits the page in a real Chromium. */
export interface Visitor {
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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
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
  await page.locator(".sentence strong", { hasText: "Month" }).waitFor();
  await work(page);
  expect(broken).toEqual([]);
  await context.close();
}

/** Builds and serves the page and starts a browser. */
export async function visitor(): Promise<Visitor> {
  const site = await servePage();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  return {
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

/** Barriers that can be found by rule. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    return (await checker.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
}
