import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./visitor.ts";
import { violations } from "./axe.ts";
import { chromiumReader } from "./chromiumReader.ts";
import { journey } from "./journey.ts";
import { atMonth, bluePixels, visitor } from "./visitor.ts";
import { picture } from "./picture.ts";

/** The page as a reader has it: built, served under a strict policy, in a real Chromium. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

const visit: Visitor["visit"] = (...what) => visiting.visit(...what);

async function month(page: Page): Promise<number> {
  return Number(/\d+/.exec((await page.locator(".sentence strong").textContent()) ?? "")?.[0]);
}

/** Counts in the key and the three numbers, when the page has come to rest. */
async function facts(page: Page): Promise<string[]> {
  return page.locator(".key-count, .number-line").allTextContents();
}

/** What contributes on the stage, which is drawn in a worker: its picture is there a moment after its month. */
async function blue(page: Page): Promise<number> {
  await page.locator(`#stage[data-month="${await month(page)}"]`).waitFor();
  await page.waitForTimeout(300);
  return bluePixels(page);
}

/** Clicks about on the stage until a firm answers. */
async function clickFirm(page: Page): Promise<string> {
  const box = await page.locator(".glass").boundingBox();
  if (box === null) throw new Error("There is no stage.");
  for (let k = 0; k < 40; k++) {
    const x = box.x + box.width * (0.12 + 0.76 * ((k * 0.618) % 1));
    const y = box.y + box.height * (0.2 + 0.6 * ((k * 0.414) % 1));
    await page.mouse.click(x, y);
    const asked = page.locator(".why-heading", { hasText: "Why did" });
    await asked.waitFor({ timeout: 600 }).catch(() => undefined);
    if ((await asked.count()) > 0) return (await asked.textContent()) ?? "";
  }
  throw new Error("No firm answered.");
}

test("nothing plays by itself; play lets networks form; going back and forth finds the same months", async () => {
  await visit("scenario=honduras&seed=101", {}, async (page) => {
    await page.waitForTimeout(700);
    expect(await month(page)).toBe(0);
    expect(await blue(page)).toBe(0);
    await page.getByLabel("Speed", { exact: true }).selectOption("16");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForFunction(() => Number(document.querySelector(".number-value")?.textContent) >= 3);
    await page.getByRole("button", { name: "Pause" }).click();
    // The picture of the last month may still be on its way.
    await page.waitForTimeout(500);
    const reached = await month(page);
    await atMonth(page, reached);
    await page.waitForTimeout(300);
    expect(await blue(page)).toBeGreaterThan(300);
    expect(Number(await page.locator(".number-value").first().textContent())).toBeGreaterThanOrEqual(3);
    const there = await facts(page);
    const scrub = page.getByLabel("Month shown");
    await scrub.fill("3");
    await atMonth(page, 3);
    expect(await blue(page)).toBe(0);
    await scrub.fill(String(reached));
    await atMonth(page, reached);
    expect(await facts(page)).toEqual(there);
  });
});

test("keys play, step and go to the ends", async () => {
  await visit("scenario=honduras&month=24", {}, async (page) => {
    await atMonth(page, 24);
    await page.keyboard.press("ArrowRight");
    await atMonth(page, 25);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await atMonth(page, 23);
    await page.keyboard.press("End");
    await atMonth(page, 120);
    await page.keyboard.press("Home");
    await atMonth(page, 0);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  });
});

test("a firm says why: the bars sum to the sum, the chance is a number, and something would have turned it", async () => {
  await visit("scenario=honduras&month=38", {}, async (page) => {
    await atMonth(page, 38);
    expect(await clickFirm(page)).toMatch(/^Why did .+ \d+, .+ say (yes|no)\?$/);
    const rows = await page.locator(".why-bars table tr").allTextContents();
    const values = rows.map((row) => Number(/[+−]?\d+\.\d(?= %)/.exec(row)?.[0].replace("−", "-")));
    const sum = values.pop() ?? NaN;
    expect(values).toHaveLength(7);
    expect(Math.abs(values.reduce((total, value) => total + value, 0) - sum)).toBeLessThan(0.4);
    expect(await page.locator(".chance strong").textContent()).toMatch(/^[<>]? ?\d+ %$/);
    expect(await page.locator(".turn").textContent()).toMatch(/would have turned it/);
    // A term of the field is explained where it stands.
    const term = page.locator(".why-terms").getByRole("button", { name: "Exposure", exact: true });
    await term.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("note").filter({ hasText: "Exposure" }).waitFor();
    await page.keyboard.press("Escape");
    const { length } = await page.locator(".partners tbody tr").all();
    expect(length).toBeGreaterThan(0);
    // From firm to firm by keys, and away.
    await page.locator("#stage").focus();
    const name = await page.locator(".why-heading").textContent();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((before) => document.querySelector(".why-heading")?.textContent !== before, name);
    await page.keyboard.press("Escape");
    await page.getByText("Choose a firm to see why it said yes or no.").waitFor();
  });
});

test("a lever changes the world at the same month, the address says so, and reset takes it back", async () => {
  await visit("scenario=honduras&month=40", {}, async (page) => {
    await atMonth(page, 40);
    const before = await facts(page);
    await page.getByLabel("Broker months", { exact: true }).fill("0");
    await page.getByText("1 changed").waitFor();
    await page.waitForFunction(() => document.querySelector(".key-entry-atWork b")?.textContent === "0");
    expect(await month(page)).toBe(40);
    expect(page.url()).toMatch(/#scenario=honduras&month=40&set\.brokers\.end=6&v=/);
    await page.getByRole("button", { name: "Back to the start values" }).click();
    await page.getByText("none changed").first().waitFor();
    await page.waitForFunction(() => document.querySelector(".key-entry-atWork b")?.textContent === "8");
    expect(await facts(page)).toEqual(before);
  });
});

test("a world is held against others of the same settings, until a lever changes them", async () => {
  const link = "scenario=honduras&month=24&set.firms.count=150&set.months=24&set.brokers.start=1";
  await visit(link, {}, async (page) => {
    await page.getByRole("button", { name: "Hold against 20 worlds" }).click();
    await page.getByText("Worlds 101/1 to 101/20, as in Compare.").waitFor();
    const strips = page.getByRole("img", { name: /^Nine of ten worlds lie between/ });
    expect(await strips.count()).toBe(3);
    const said = await strips.first().getAttribute("aria-label");
    expect(said).toMatch(/between \d+ and [1-9]\d*\. Without the programme: \d+\.$/);
    expect(await violations(page)).toEqual([]);
    // Another world is another tick in the same ranges.
    await page.getByRole("button", { name: "Next world" }).click();
    await page.waitForFunction(() => location.hash.includes("seed=101/1&") && location.hash.includes("&hash="));
    expect(await strips.count()).toBe(3);
    await page.getByRole("radio", { name: "Flat" }).check({ force: true });
    await page.getByRole("button", { name: "Hold against 20 worlds" }).waitFor();
    expect(await strips.count()).toBe(0);
  });
});

test("a bad link is reported with what to do, and the page works", async () => {
  await visit("scenario=honduras&month=soon&set.region.trust=7&set.broker.count=3", {}, async (page) => {
    const alert = page.getByRole("alert");
    await alert.getByText("region.trust").waitFor();
    expect(await alert.textContent()).toMatch(/month: soon.*Expected a whole number/);
    expect(await alert.textContent()).toMatch(/broker\.count.*brokers\.count/);
    await page.getByRole("button", { name: "Close this message" }).click();
    await page.getByRole("button", { name: "Step on one month" }).click();
    await atMonth(page, 1);
  });
});

test("the page outlives its engine: a message, the last month kept, one click to go on", async () => {
  await visit("scenario=honduras&month=30", {}, async (page) => {
    await atMonth(page, 30);
    await page.waitForTimeout(500);
    const there = await facts(page);
    const worker = page.workers().find((one) => one.url().includes("engineWorker"));
    await worker?.evaluate(() => self.close()).catch(() => undefined);
    await page.getByRole("button", { name: "Step on one month" }).click();
    await page.getByText("The run stopped at month 30").waitFor({ timeout: 30_000 });
    expect(await facts(page)).toEqual(there);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("The run stopped").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Step on one month" }).click();
    await atMonth(page, 31);
  });
});

test("on a phone: stage, levers, why and list behind tabs", async () => {
  await visit("scenario=honduras&month=38", { viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await atMonth(page, 38);
    const tab = (name: string) => page.getByRole("navigation").getByRole("button", { name });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator(".lever-column").isVisible()).toBe(false);
    await picture(page, "phone");
    await tab("Levers").click();
    expect(await page.getByLabel("Broker months").isVisible()).toBe(true);
    expect(await page.locator(".glass").isVisible()).toBe(false);
    await tab("List").click();
    const rows = page.locator(".list table").first().locator("tbody tr");
    await rows.nth(10).waitFor();
    await rows.first().getByRole("button", { name: "Show the members" }).click();
    await page.locator(".members tbody tr").first().getByRole("button").click();
    await tab("Why?").click();
    await page.locator(".why-heading", { hasText: "Why did" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

test("the page takes its theme from the system", async () => {
  await visit("scenario=emasim", { colorScheme: "dark" }, async (page) => {
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  });
});

test("a branch acts from its month on; undo, redo and the replay of the last change go by names", async () => {
  await visit("scenario=honduras&month=38", {}, async (page) => {
    await atMonth(page, 38);
    await page.getByRole("button", { name: "Branch here, month 38" }).click();
    await page.getByLabel("Broker months", { exact: true }).fill("0");
    const has = (words: string, isThere: boolean) =>
      page.waitForFunction(([part, there]) => location.hash.includes(part) === there, [words, isThere] as const);
    await has("at.38.brokers.end=6&branch=38", true);
    await page.getByRole("button", { name: "Undo" }).click();
    await has("at.38", false);
    await page.getByRole("button", { name: "Redo" }).click();
    await has("at.38.brokers.end=6", true);
    await page.getByRole("button", { name: "Replay the last change" }).click();
    await page.getByText("without the change").waitFor();
    await page.getByRole("button", { name: "End the replay" }).click();
  });
});

test("the built page carries its policy, its workers have no way out, and text becomes neither markup nor script", async () => {
  await visit("scenario=emasim", {}, async (page) => {
    const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByLabel("Worlds", { exact: true }).selectOption("20");
    await page.getByRole("button", { name: "Play 20 pairs of worlds" }).click();
    await page.locator(".compare-caveat").waitFor({ timeout: 120_000 });
    const workers = page.workers();
    const names = workers.map((worker) => /(\w+)Worker-/.exec(worker.url())?.[1]);
    expect(names).toEqual(expect.arrayContaining(["engine", "layout", "stage", "comparison"]));
    for (const worker of workers) {
      const ways = await worker.evaluate(() =>
        ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "WebTransport"].filter(
          (name) => typeof (globalThis as unknown as Record<string, unknown>)[name] !== "undefined",
        ),
      );
      expect(ways, worker.url()).toEqual([]);
    }
    // On a page whose complaints are its purpose.
    const other = await page.context().newPage();
    await other.goto(visiting.url);
    const refused = await other.evaluate(() => {
      const nameOf = (act: () => unknown): string => {
        try {
          act();
          return "let through";
        } catch (error) {
          return error instanceof Error ? error.name : "";
        }
      };
      return [
        nameOf(() => (document.createElement("div").innerHTML = "<b>bold</b>")),
        nameOf(() => new Worker("assets/other.js")),
        nameOf(() => new Worker("data:text/javascript,0")),
        nameOf(() => document.createElement("script").setAttribute("src", "https://example.org/engineWorker-x.js")),
      ];
    });
    expect(refused).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
    await other.close();
  });
});

test("settings are searched, changed and put back; a region from tables opens, and is the base of a comparison", async () => {
  await visit("scenario=honduras&month=3", {}, async (page) => {
    await page.getByRole("button", { name: /^All \d+ settings$/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("trust in strangers");
    await dialog.getByRole("spinbutton", { name: "Trust in strangers" }).fill("0.4");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Trust in strangers: back to 0.25" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Scenarios/ }).click();
    await dialog.getByRole("button", { name: "Your region from tables" }).click();
    const firms = dialog.getByRole("textbox", { name: "Firms" });
    await firms.fill("id,place,sector,workers\nA,North,pots,x");
    await dialog.getByText("firms, line 2, workers: x.").waitFor();
    const rows = Array.from({ length: 14 }, (_, k) => `F${k},${k < 8 ? "North" : "South"},pots,${3 + k}`);
    await firms.fill(["id,place,sector,workers", ...rows].join("\n"));
    await dialog.getByRole("region").getByText("No problems. Ready to open.").waitFor();
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await page.waitForFunction(() => location.hash.includes("doc="));

    // Its firms are given: neither their number is asked, nor are others played.
    await page.getByRole("button", { name: "Compare" }).click();
    const count = page.getByLabel("Firms", { exact: true });
    await count.waitFor();
    expect([await count.inputValue(), await count.isDisabled()]).toEqual(["14", true]);
    await page.getByLabel("Horizon, months", { exact: true }).fill("24");
    await page.getByLabel("Worlds", { exact: true }).selectOption("20");
    await page.getByRole("button", { name: "Play 20 pairs of worlds" }).click();
    await page.getByText("20 of 20 pairs run").waitFor({ timeout: 120_000 });
    const [kept] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the brief" }).click(),
    ]);
    const brief = readFileSync(await kept.path(), "utf8");
    expect(brief).toContain(", 14 firms. Page 1 of 2");
    expect(brief).toMatch(/#view=compare&amp;scenario=[\w-]+&amp;doc=\w/);
    // The first world, on two stages with the firms of the tables.
    await page.getByRole("button", { name: "Show world 1 on two stages" }).click();
    await page.getByText(/at work, \d+ only here \(dashed orange\)/).waitFor();
  });
});

test("the journey that Firefox makes, in Chromium", async () => {
  await visit("scenario=honduras", {}, (page) => journey(chromiumReader(page, visiting.url)));
});
