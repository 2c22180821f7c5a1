import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";
import { serveFolder } from "../../src/cli/serve.ts";
import { findChromium } from "./findChromium.ts";
import { playByKeys } from "./lessonByKeys.ts";

/** The page without a network, served from a folder of a site as `distretto serve` does; and a newer version of it. */

const WORLD = "scenario=honduras&set.firms.count=300&month=24";
const LESSON = fileURLToPath(new URL("../../scenarios/lessons/alone-together.json", import.meta.url));

let site: string;
let folder: string;
let server: Server;
let browser: Browser;
let url: string;

async function listen(port: number): Promise<void> {
  server = serveFolder(site);
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
}

function close(): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), "distretto-offline-"));
  folder = join(site, "some", "place");
  mkdirSync(folder, { recursive: true });
  const root = fileURLToPath(new URL("../..", import.meta.url));
  await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  await listen(0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/place/`;
  browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  await close();
  rmSync(site, { recursive: true, force: true });
});

/** Visits for the first time, until all files are kept. */
async function visit(context: BrowserContext, fragment: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}#${fragment}`);
  page.setDefaultTimeout(60_000);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  return page;
}

async function hashAt(page: Page, month: number): Promise<string | undefined> {
  await page.waitForFunction((at) => new RegExp(`[&#]month=${at}&.*hash=`).test(location.hash), month);
  return /hash=([0-9a-f]{16})/.exec(await page.evaluate(() => location.hash))?.[1];
}

test("after one visit the page plays the same world, and a lesson, without any server", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await visit(context, WORLD);
  const hash = await hashAt(page, 24);
  await close();
  try {
    await page.goto("about:blank");
    await page.goto(`${url}?lang=de#${WORLD}`);
    expect(await hashAt(page, 24)).toBe(hash);
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await page.goto(`${url}?lang=en#view=learn`);
    await page.locator(".lesson-card").nth(0).focus();
    await page.keyboard.press("Enter");
    const { exit } = JSON.parse(readFileSync(LESSON, "utf8")) as { exit: string[] };
    expect(await playByKeys(page, exit, false, async () => undefined)).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  } finally {
    await listen(Number(new URL(url).port));
  }
  await context.close();
});

test("the page can be installed", async () => {
  const context = await browser.newContext();
  const page = await visit(context, WORLD);
  const session = await context.newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A window without a profile of its own cannot install anything.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  await context.close();
});

/** The built folder as another version of the page would be: the page itself says something else. */
function makeNewer(): void {
  const index = join(folder, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<body>", '<body data-newer="yes">'));
  const script = join(folder, "offline.js");
  writeFileSync(script, readFileSync(script, "utf8").replace(/VERSION="[0-9a-f]{16}"/, 'VERSION="0123456789abcdef"'));
}

test("a newer version waits until the reader takes it, and what is open stays open", async () => {
  const context = await browser.newContext();
  const page = await visit(context, WORLD);
  const hash = await hashAt(page, 24);
  // From now on the kept version is the one that is shown.
  await page.reload();
  await hashAt(page, 24);
  makeNewer();
  await page.reload();
  await page.getByLabel("Theme").first().selectOption("projector");
  const notice = page.getByText("A newer version of this page is here.");
  await notice.waitFor();
  expect(await page.locator("body").getAttribute("data-newer")).toBeNull();
  await page.getByRole("button", { name: "Step on one month" }).click();
  await hashAt(page, 25);
  await page.getByRole("button", { name: "Load it" }).click();
  await page.locator("body[data-newer=yes]").waitFor();
  await hashAt(page, 25);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("projector");
  await page.getByRole("button", { name: "Step back one month" }).click();
  expect(await hashAt(page, 24)).toBe(hash);
  // Nothing of the earlier version is left.
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await context.close();
});
