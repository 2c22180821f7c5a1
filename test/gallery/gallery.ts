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
 * Takes the pictures of `ui/gallery` (`npm run gallery`): every view of Explore, in three themes, wide and on a phone.
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
  const month = /month=(\d+)/.exec(link)?.[1] ?? "0";
  await page.locator(`#stage[data-month="${month}"]`).waitFor({ state: "attached", timeout: 120_000 });
  await page.waitForFunction(() => /hash=/.test(location.hash) || /month=0|^#?$/.test(location.hash), undefined, {
    timeout: 120_000,
  });
  await page.waitForTimeout(1500);
}

async function take(page: Page, { link, act }: ViewState, theme: string, file: string): Promise<void> {
  await page.goto(`${site.url}#${link}`);
  const picker = page.locator("select.theme").first();
  await picker.waitFor({ state: "attached" });
  // It may be folded away.
  await picker.evaluate((field, value) => {
    (field as HTMLSelectElement).value = value;
    field.dispatchEvent(new Event("change"));
  }, theme);
  await atRest(page, link);
  await act?.(page);
  await page.waitForTimeout(700);
  const picture = withPalette(await page.screenshot());
  expect(picture.length, file).toBeLessThanOrEqual(LARGEST);
  writeFileSync(new URL(file, FOLDER), picture);
}

const shots = STATES.flatMap((state) =>
  THEMES.flatMap((theme) =>
    SIZES.map((size) => ({ state, theme, size, file: `explore-${state.name}-${theme}${size.name}.png` })),
  ),
).filter(({ file }) => only.test(file));

test.each(shots)("$file", async ({ state, theme, size, file }) => {
  const [width, height] = size.of(theme);
  const context = await browser.newContext({
    viewport: { width, height },
    serviceWorkers: "block",
    reducedMotion: "reduce",
    hasTouch: width < 768,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  try {
    await take(page, state, theme, file);
  } finally {
    await context.close();
  }
});

/** A table of what there is, also of pictures that are taken elsewhere. */
function overview(): string {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".png"));
  const known = new Set<string>();
  const rows = STATES.map(({ name, caption }) => {
    const cells = THEMES.map((theme) =>
      SIZES.map(({ name: size, words }) => {
        const file = `explore-${name}-${theme}${size}.png`;
        known.add(file);
        return files.includes(file) ? `[${words}](${file})` : "";
      })
        .filter((cell) => cell !== "")
        .join(", "),
    );
    return `| ${caption} | ${cells.join(" | ")} |`;
  });
  const others = files.filter((file) => !known.has(file)).map((file) => `- [${file.replace(/\.png$/, "")}](${file})`);
  return [
    "# Pictures of every view",
    "",
    "Taken by `npm run gallery` in Chromium: wide is 1440 x 900, on a projector 1920 x 1080; a phone is 390 x 844.",
    "",
    `| Explore | ${THEMES.join(" | ")} |`,
    `| --- | ${THEMES.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
    ...(others.length > 0 ? ["Other views:", "", ...others, ""] : []),
  ].join("\n");
}
