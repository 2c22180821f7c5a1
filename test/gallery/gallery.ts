import { readdirSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../browser/findChromium.ts";
import type { Site } from "../browser/servePage.ts";
import { servePage } from "../browser/servePage.ts";
import { withPalette } from "./palette.ts";
import type { ViewState } from "./states.ts";
import { STATES } from "./states.ts";

/**
 * Takes the pictures of `ui/gallery` (`npm run gallery`): every view, in three themes, wide and on a phone.
 * `ONLY=firm-dark npm run gallery` takes those whose name fits.
 */

const FOLDER = new URL("../../ui/gallery/", import.meta.url);
/** Bytes of one picture at most. */
const LARGEST = 300_000;
const THEMES = ["light", "dark", "projector"] as const;
const SIZES = [
  { name: "", words: "wide", of: (theme: string) => (theme === "projector" ? [1920, 1080] : [1440, 900]) },
  { name: "-phone", words: "phone", of: () => [390, 844] },
] as const;
const only = new RegExp(process.env["ONLY"] ?? "");

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await servePage();
  browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
});

afterAll(async () => {
  writeFileSync(new URL("README.md", FOLDER), overview());
  await browser?.close();
  await site?.stop();
});

/** The month is drawn, fonts are there and nothing glides any more. */
async function atRest(page: Page, link: string): Promise<void> {
  if (link.startsWith("view=")) {
    await page.locator(".sentence strong", { hasText: /\d/ }).first().waitFor({ state: "attached", timeout: 120_000 });
    return page.waitForTimeout(1200);
  }
  const month = /month=(\d+)/.exec(link)?.[1] ?? "0";
  await page.locator(`#stage[data-month="${month}"]`).waitFor({ state: "attached", timeout: 120_000 });
  await page.locator(".stage-early").waitFor({ state: "detached", timeout: 120_000 });
  await page.waitForFunction((isFirst) => isFirst || /hash=/.test(location.hash), link === "", { timeout: 120_000 });
  await page.waitForTimeout(1200);
}

/** Wears a theme; the picker may be folded away. */
async function wear(page: Page, theme: string): Promise<void> {
  const picker = page.locator("select.theme").first();
  await picker.waitFor({ state: "attached" });
  await picker.evaluate((field, value) => {
    (field as HTMLSelectElement).value = value;
    field.dispatchEvent(new Event("change"));
  }, theme);
}

/** Back to the stage as the link shows it: nothing open, nothing chosen. */
async function reset(page: Page): Promise<void> {
  for (let k = 0; k < 2; k++) await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Explore", exact: true }).filter({ visible: true }).first().click();
  await page.getByRole("button", { name: "Stage", exact: true }).filter({ visible: true }).first().click();
  await page.locator("#stage").focus();
  for (let k = 0; k < 2; k++) await page.keyboard.press("Escape");
  await page.locator("#stage").blur();
}

async function take(page: Page, { act }: ViewState, file: string): Promise<void> {
  await act?.(page);
  await page.waitForTimeout(600);
  const picture = withPalette(await page.screenshot());
  expect(picture.length, file).toBeLessThanOrEqual(LARGEST);
  writeFileSync(new URL(file, FOLDER), picture);
}

const fileOf = ({ door, name }: ViewState, theme: string, size: string): string =>
  `${door ?? "explore"}-${name}-${theme}${size}.png`;
const rounds = THEMES.flatMap((theme) => SIZES.map((size) => ({ theme, size, name: size.name, words: size.words })));

test.each(rounds)("$theme, $words", async ({ theme, size, name }) => {
  const [width, height] = size.of(theme);
  const wanted = STATES.filter((state) => only.test(fileOf(state, theme, name)));
  const failed: string[] = [];
  // States of one link share a page: most of the time goes into opening a world.
  for (const link of new Set(wanted.map((state) => state.link))) {
    const context = await browser.newContext({
      viewport: { width, height },
      serviceWorkers: "block",
      reducedMotion: "reduce",
      hasTouch: width < 768,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${site.url}#${link}`);
    await wear(page, theme);
    await atRest(page, link);
    let isFirst = true;
    for (const state of wanted.filter((one) => one.link === link)) {
      try {
        if (!isFirst) await reset(page);
        await take(page, state, fileOf(state, theme, name));
      } catch (reason) {
        failed.push(`${fileOf(state, theme, name)}: ${String(reason).split("\n")[0]}`);
      }
      isFirst = false;
    }
    await context.close();
  }
  expect(failed).toEqual([]);
});

/** A table of what there is, also of pictures that are taken elsewhere. */
function overview(): string {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".png"));
  const known = new Set<string>();
  const rows = STATES.map((state) => {
    const cells = THEMES.map((theme) =>
      SIZES.map(({ name: size, words }) => {
        const file = fileOf(state, theme, size);
        known.add(file);
        return files.includes(file) ? `[${words}](${file})` : "";
      })
        .filter((cell) => cell !== "")
        .join(", "),
    );
    return `| ${state.caption} | ${cells.join(" | ")} |`;
  });
  const others = files.filter((file) => !known.has(file)).map((file) => `- [${file.replace(/\.png$/, "")}](${file})`);
  return [
    "# Pictures of every view",
    "",
    "Taken by `npm run gallery` in Chromium: wide is 1440 x 900, on a projector 1920 x 1080; a phone is 390 x 844.",
    "",
    `| View | ${THEMES.join(" | ")} |`,
    `| --- | ${THEMES.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
    ...(others.length > 0 ? ["Other views:", "", ...others, ""] : []),
  ].join("\n");
}
