import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playByKeys } from "./lessonByKeys.ts";
import type { Visitor } from "./visitor.ts";
import { violations } from "./axe.ts";
import { visitor } from "./visitor.ts";

/** Every lesson to its end by keyboard alone: in English, and in one of the other languages. */

interface Lesson {
  readonly name: string;
  readonly number: number;
  readonly exit: readonly string[];
}

const folder = (path: string) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const SCREENS = folder("dist/screens");
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

let visiting: Visitor;
beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  visiting = await visitor();
});
afterAll(() => visiting?.stop());

test.for(VISITS)("lesson $lesson.name in $language", { timeout: 300_000 }, async ({ lesson, language }) => {
  await visiting.visit("view=learn", { locale: language }, async (page) => {
    const card = page.locator(".lesson-card").nth(lesson.number - 1);
    await card.focus();
    await page.keyboard.press("Enter");
    const said = await playByKeys(page, lesson.exit, lesson.number === 1, async (step) => {
      expect.soft(await violations(page), step).toEqual([]);
      await page.screenshot({ path: `${SCREENS}${lesson.name}-${language}-${step}.png` });
    });
    expect(said).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await page.locator(".learn-panel .learn-reading").count()).toBe(lesson.exit.length);
  });
});
