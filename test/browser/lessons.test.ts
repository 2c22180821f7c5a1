import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playByKeys } from "./lessonByKeys.ts";
import { violations } from "./axe.ts";
import { findChromium } from "./findChromium.ts";
import type { Site } from "./servePage.ts";
import { servePage } from "./servePage.ts";
import { picture } from "./picture.ts";

/**
 * Every lesson to its end by keyboard alone and without a network: in English, and in one of the other languages. The page
 * was opened once before, and that was all.
 */

interface Lesson {
  readonly name: string;
  readonly number: number;
  readonly exit: readonly string[];
}

const folder = (path: string) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const LESSONS = readdirSync(folder("scenarios/lessons"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(folder("scenarios/lessons") + name, "utf8")) as Lesson)
  .sort((a, b) => a.number - b.number);
const OTHERS = readdirSync(folder("ui/i18n/lessons"))
  .map((name) => name.replace(".json", ""))
  .filter((name) => name !== "en");
const VISITS = LESSONS.flatMap((lesson, k) =>
  ["en", ...OTHERS.slice(k % OTHERS.length).slice(0, 1)].map((language) => ({ lesson, language })),
);

let site: Site;
let browser: Browser;
/** A browser of each language that has been here once, and has no network since. */
const visitors = new Map<string, BrowserContext>();

beforeAll(async () => {
  site = await servePage();
  browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function offlineVisitor(language: string): Promise<BrowserContext> {
  const known = visitors.get(language);
  if (known !== undefined) return known;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language });
  const page = await context.newPage();
  await page.goto(`${site.url}#view=learn`);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true), undefined, { timeout: 60_000 });
  await page.close();
  await context.setOffline(true);
  visitors.set(language, context);
  return context;
}

test.for(VISITS)("lesson $lesson.name in $language", { timeout: 300_000 }, async ({ lesson, language }) => {
  const context = await offlineVisitor(language);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    // The browser looks for a newer version by itself, and says that it could not.
    if (message.type() === "error" && !message.location().url.endsWith("/offline.js")) broken.push(message.text());
  });
  await page.goto(`${site.url}#view=learn`);
  const card = page.locator(".lesson-card").nth(lesson.number - 1);
  await card.focus();
  await page.keyboard.press("Enter");
  const said = await playByKeys(page, lesson.exit, lesson.number === 1, async (step) => {
    expect.soft(await violations(page), step).toEqual([]);
    await picture(page, `${lesson.name}-${language}-${step}`);
  });
  expect(said).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect(await page.locator(".learn-panel .learn-reading").count()).toBe(lesson.exit.length);
  expect(broken).toEqual([]);
  await page.close();
});
