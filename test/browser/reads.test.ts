import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./visitor.ts";
import { atMonth, violations, visitor } from "./visitor.ts";

/** What is read beside the stage: charts, firms, networks, brokers, lists and files. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

const view = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Ways to look at this month" }).getByRole("button", { name });

/** Clicks and reads the file that is saved. */
async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test("charts show the month, lead to another one, turn into tables and are saved", async () => {
  await visiting.visit("scenario=honduras&month=30&set.firms.count=500", {}, async (page) => {
    await atMonth(page, 30);
    await view(page, "Charts").click();
    const picture = page.getByRole("img", { name: /^Networks by phase, month 30: / });
    await picture.waitFor();
    await page.getByRole("img", { name: /^Trust, month 30: .*median 0\.\d\d/ }).waitFor();
    expect(await page.locator(".figure-box").count()).toBe(8);
    expect(await page.getByText("Going through the months once more").count()).toBe(8);
    expect(await page.locator(".figure-waiting:visible").count()).toBe(0);
    // The middle of the plot is another month, and everything follows.
    const box = await picture.boundingBox();
    if (box === null) throw new Error("There is no chart.");
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.6);
    await page.waitForFunction(() => !document.querySelector(".sentence strong")?.textContent?.includes("Month 30."));
    const month = Number(/\d+/.exec((await page.locator(".sentence strong").textContent()) ?? "")?.[0]);
    expect(month).toBeGreaterThan(60);
    await page.getByRole("img", { name: new RegExp(`^Networks by phase, month ${month}: `) }).waitFor();

    await page.getByRole("button", { name: "Networks by phase as a table" }).click();
    const table = page.getByRole("table", { name: "Networks by phase" });
    expect(await table.locator(".row-now th").textContent()).toBe(String(month));
    const csv = await saved(page, () =>
      page.getByRole("button", { name: "Networks by phase: save all months" }).click(),
    );
    expect(csv.name).toBe("honduras_101_phases.csv");
    const lines = csv.content.toString().trim().split("\n");
    expect(lines[0]).toBe("month,phase.selfManaged,phase.strategic,phase.pilot,phase.planning,phase.dormant");
    expect(lines).toHaveLength(month + 2);
    const cells = await table.locator(".row-now td").allTextContents();
    expect(lines[month + 1]).toBe([month, ...cells].join(","));

    const svg = await saved(page, () => page.getByRole("button", { name: "Trust: save the chart as SVG" }).click());
    expect(svg.content.toString()).toMatch(/^<svg xmlns.*Trust.*world 101, month \d+.*stroke="rgb/s);
    expect(svg.content.toString()).not.toMatch(/var\(|class=/);
    const png = await saved(page, () => page.getByRole("button", { name: "Trust: save the chart as PNG" }).click());
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect(png.content.length).toBeGreaterThan(5000);
  });
});

test.each([
  ["light", { viewport: { width: 1440, height: 900 } }],
  ["dark", { colorScheme: "dark", viewport: { width: 390, height: 844 }, hasTouch: true }],
  ["projector", { viewport: { width: 1920, height: 1080 } }],
] as const)("charts have no barriers that can be found by rule: %s", async (theme, options) => {
  await visiting.visit("scenario=honduras&month=40&set.firms.count=300", options, async (page) => {
    await atMonth(page, 40);
    if (theme === "projector") await page.getByLabel("Theme").selectOption("projector");
    await page.getByRole("navigation").getByRole("button", { name: "Charts" }).click();
    await page.getByRole("img", { name: /^The web of ties, month 40/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Members against others as a table" }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
  });
});
