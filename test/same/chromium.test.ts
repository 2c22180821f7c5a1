import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findChromium } from "../browser/findChromium.ts";
import { serveSame } from "./site.ts";

const golden = readFileSync(new URL("../golden/hashes.txt", import.meta.url), "utf8");

test("Chromium plays the same bytes as Node, in the page and in the engine's worker", async () => {
  const site = await serveSame();
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(site.url);
    await page.waitForFunction(() => document.title === "done", undefined, { timeout: 90_000 });
    expect(errors).toEqual([]);
    expect(await page.locator("#page").textContent()).toBe(golden);
    expect(await page.locator("#worker").textContent()).toBe(golden);
  } finally {
    await browser.close();
    await site.stop();
  }
}, 120_000);
