import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumReader } from "./chromiumReader.ts";
import { hashAt, monthAtRest } from "./reader.ts";
import type { Visitor } from "./visitor.ts";
import { atMonth, visitor } from "./visitor.ts";

/** A tab that is put aside, and an engine that dies: the world is the same afterwards. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

const LINK = "scenario=honduras&set.firms.count=500";

/** Time that a tab stands still, ms. */
const FROZEN = 3000;
/** At 4x. */
const MONTHS_A_SECOND = 8;

const monthOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(/\d+/.exec(document.querySelector(".sentence strong")?.textContent ?? "")?.[0]));

/** Goes back to a month and reads the hash of its state there. */
async function hashBackAt(page: Page, month: number): Promise<string> {
  await page.goto(`${visiting.url}#${LINK}&month=${month}`);
  return hashAt(chromiumReader(page, visiting.url), month);
}

test("R11: a tab that is frozen neither races nor drifts: it goes on where it was, with the same hash at the same month", async () => {
  await visiting.visit(LINK, {}, async (page) => {
    await page.getByLabel("Speed", { exact: true }).selectOption("4");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".sentence strong")?.textContent?.includes("Month 8."));
    // What the page itself sees: when each month came.
    await page.evaluate(() => {
      const seen: [number, number][] = [];
      const look = (): void => {
        const month = Number(/\d+/.exec(document.querySelector(".sentence strong")?.textContent ?? "")?.[0]);
        if (seen.at(-1)?.[1] !== month) seen.push([performance.now(), month]);
        document.body.dataset["seen"] = JSON.stringify(seen);
      };
      const watched = document.querySelector(".sentence strong");
      if (watched !== null)
        new MutationObserver(look).observe(watched, { characterData: true, childList: true, subtree: true });
    });
    await page.waitForFunction(() => (document.body.dataset["seen"]?.length ?? 0) > 30);
    const browser = page.context().browser();
    if (browser === null) throw new Error("There is no browser.");
    const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
    const tabs = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    // The system puts the whole tab aside, workers and all, as it does with one that nobody looks at.
    for (const id of tabs) process.kill(id, "SIGSTOP");
    await new Promise((done) => setTimeout(done, FROZEN));
    for (const id of tabs) process.kill(id, "SIGCONT");
    const woke = await monthOf(page);
    await page.waitForFunction(
      (at) => Number(/\d+/.exec(document.querySelector(".sentence strong")?.textContent ?? "")?.[0]) > at + 8,
      woke,
    );
    const seen = JSON.parse((await page.locator("body").getAttribute("data-seen")) ?? "[]") as [number, number][];
    const at = seen.findIndex(([time], k) => k > 0 && time - seen[k - 1][0] >= FROZEN * 0.9);
    expect(at).toBeGreaterThan(0);
    // Nothing is made up for: the next month is the next one, and the months after it come no faster than before.
    expect(seen[at][1] - seen[at - 1][1]).toBeLessThanOrEqual(2);
    for (const [time, month] of seen.slice(at)) {
      const due = ((time - seen[at][0]) / 1000) * MONTHS_A_SECOND;
      expect(month - seen[at][1]).toBeLessThanOrEqual(due + 3);
    }
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    const reader = chromiumReader(page, visiting.url);
    const reached = await monthAtRest(reader);
    const hash = await hashAt(reader, reached);
    await page.goto("about:blank");
    expect(await hashBackAt(page, reached)).toBe(hash);
  });
});

test("R11: the engine is killed while it plays: what happened is said, and one click goes on with the same hash", async () => {
  await visiting.visit(`${LINK}&month=20`, {}, async (page) => {
    await atMonth(page, 20);
    const hash = await hashAt(chromiumReader(page, visiting.url), 20);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.waitForFunction(() => document.querySelector(".sentence strong")?.textContent?.includes("Month 23."));
    const engine = page.workers().find((one) => one.url().includes("engineWorker"));
    await engine?.evaluate(() => self.close()).catch(() => undefined);
    const again = page.getByRole("button", { name: "Go on" });
    await again.waitFor({ timeout: 60_000 });
    expect(await page.getByRole("alert").textContent()).toMatch(/The run stopped at month \d+: .+\./);
    const stoppedAt = await monthOf(page);
    await again.click();
    await again.waitFor({ state: "hidden" });
    expect(await monthOf(page)).toBe(stoppedAt);
    const reader = chromiumReader(page, visiting.url);
    const after = await hashAt(reader, stoppedAt);
    await page.getByRole("slider", { name: "Month shown" }).fill("20");
    expect(await hashAt(reader, 20)).toBe(hash);
    await page.goto("about:blank");
    expect(await hashBackAt(page, stoppedAt)).toBe(after);
  });
});
