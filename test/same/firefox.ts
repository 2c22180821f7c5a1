import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { expect, test } from "vitest";
import { serveSame } from "./site.ts";

/** Run by `npm run test:firefox`; needs Firefox (Debian: `apt-get install -y firefox-esr`). */
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const golden = readFileSync(new URL("../golden/hashes.txt", import.meta.url), "utf8");

test("Firefox plays the same bytes as Node, in the page and in the engine's worker", async () => {
  const site = await serveSame();
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => document.title === "done", { timeout: 150_000 });
    expect(await page.$eval("#page", (element) => element.textContent)).toBe(golden);
    expect(await page.$eval("#worker", (element) => element.textContent)).toBe(golden);
  } finally {
    await browser.close();
    await site.stop();
  }
}, 180_000);
