import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";
import { listen, serveFolder } from "../../src/cli/serve.ts";
import { violations } from "./axe.ts";
import { findChromium } from "./findChromium.ts";
import { playByKeys } from "./lessonByKeys.ts";

/** A lesson saved from the teacher's page as one file, opened from the disk without any network, and played to its end. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NAME = "alone-together";
const { exit } = JSON.parse(readFileSync(`${ROOT}scenarios/lessons/${NAME}.json`, "utf8")) as { exit: string[] };

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "distretto-lesson-"));
  await build({ root: ROOT, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  await build({ root: ROOT, configFile: `${ROOT}vite.lesson.config.ts`, logLevel: "error", build: { outDir: folder } });
  browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function saved(context: BrowserContext): Promise<string> {
  const server = serveFolder(folder);
  const url = `http://127.0.0.1:${await listen(server, 0, true)}/`;
  const page = await context.newPage();
  await page.goto(`${url}?lang=es#view=learn&lesson=${NAME}&page=teacher`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Guardar como un solo archivo" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`distretto-${NAME}.html`);
  const file = join(folder, "saved.html");
  await download.saveAs(file);
  await page.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  return file;
}

test("a lesson in one file is played from the disk to its end, by keyboard and without network", async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  const file = await saved(context);
  const page = await context.newPage();
  await context.setOffline(true);
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && request.url() !== pathToFileURL(file).href) broken.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
  const said = await playByKeys(page, exit, false, async (step) => {
    if (step === "act" || step === "watch") expect.soft(await violations(page), step).toEqual([]);
  });
  expect(said).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  // Its policy lets no script in: neither from elsewhere nor from text.
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).not.toMatch(/unsafe|https?:|script-src[^;]*blob/);
  await page.waitForFunction(() => location.hash.includes("lesson=alone-together"));
  expect(broken).toEqual([]);
  await context.close();
});
