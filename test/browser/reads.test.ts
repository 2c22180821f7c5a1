import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./visitor.ts";
import { violations } from "./axe.ts";
import { atMonth, visitor } from "./visitor.ts";

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

test("the list is sorted, filtered and turned page by page, and leads to networks, brokers and firms", async () => {
  await visiting.visit("scenario=honduras&month=60", {}, async (page) => {
    await atMonth(page, 60);
    await page.getByText(/\d refusals so far/).waitFor();
    await view(page, "List").click();
    const table = page.getByRole("table", { name: "Networks alive in month 60" });
    const figures = async (column: number): Promise<number[]> =>
      (await table.locator(`tbody tr td:nth-child(${column})`).allTextContents()).map(Number);
    await table.getByRole("button", { name: "Members", exact: true }).click();
    const members = await figures(5);
    expect(members).toEqual(members.toSorted((a, b) => b - a));
    expect(await table.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
    await page.locator("#networks-filter").fill("choluteca pilot");
    const rows = await table.locator("tbody tr").allTextContents();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.includes("Choluteca") && row.includes("pilot"))).toBe(true);
    await page.locator("#networks-filter").fill("");

    const broker = table.getByRole("button", { name: /^Broker \d$/ }).first();
    const number = Number(await broker.textContent());
    await broker.click();
    await page.getByRole("heading", { name: `Broker ${number}` }).waitFor();
    const of = (name: string) => page.getByRole("table", { name });
    const takes = await page.getByText(/% into the networks it assists/).textContent();
    const shares = (
      await page.locator(".why .inspector-table").first().locator("tr td:last-child").allTextContents()
    ).map(parseFloat);
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - parseFloat(takes ?? ""))).toBeLessThan(
      shares.length,
    );
    await page.locator(".why .inspector-table").first().locator("tbody").getByRole("button").first().click();
    await page.getByRole("heading", { name: /^Network \d+, / }).waitFor();
    await of("Seven indicators against six stages").waitFor();
    expect(await page.locator(".net tbody td").count()).toBe(42);
    expect(await violations(page)).toEqual([]);
    await page.locator(".why .inspector-table").last().locator("tbody").getByRole("button").first().click();
    await page.getByRole("heading", { name: /^Why did / }).waitFor();
    await page.getByText("What happened to it").waitFor();
    expect(await page.locator(".happened li").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining("joined")]),
    );
    expect(await page.locator(".draw").textContent()).toMatch(
      /^Drawn: [\d.]+ of 100, (not )?below [\d.]+, so (yes|no)\.$/,
    );

    await page.getByRole("button", { name: "Firms", exact: true }).click();
    const firms = page.getByRole("table", { name: "Firms in business in month 60" });
    expect(await firms.locator("tbody tr").count()).toBe(50);
    const first = await firms.locator("tbody th").first().textContent();
    await page.getByRole("button", { name: "Next 50" }).click();
    expect(await firms.locator("tbody th").first().textContent()).not.toBe(first);
    await page.getByText(/^51 to 100 of 1,4/).waitFor();
    await page.getByRole("button", { name: "Trust", exact: true }).click();
    await page.getByText(/^1 to 50 of 1,4/).waitFor();
    await page.locator("#firms-filter").fill("free-rides");
    const riders = await page.locator(".key-entry-freeRides b").textContent();
    await page.getByText(`1 to ${riders} of ${riders}`).waitFor();
  });
});

test("what would have turned an answer is tried in a branch", async () => {
  await visiting.visit("scenario=honduras&month=38", {}, async (page) => {
    await atMonth(page, 38);
    await page.locator("#stage").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /^Why did / }).waitFor();
    const button = page.getByRole("button", { name: "Try it in a branch" });
    const there = async (): Promise<boolean> => (await button.count()) > 0;
    for (let k = 0; k < 20 && !(await there()); k++) {
      await page.keyboard.press(k % 2 === 0 ? "ArrowRight" : "ArrowDown");
      await page.waitForTimeout(300);
    }
    await button.click();
    await page.waitForFunction(() => /(set|then|branch)/.test(location.hash));
  });
});

test.each([
  ["light", { viewport: { width: 320, height: 640 }, hasTouch: true }],
  ["dark", { colorScheme: "dark", viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" }],
] as const)(
  "lists and cards have no barriers that can be found by rule, and nothing is cut off: %s",
  async (_, options) => {
    await visiting.visit("scenario=honduras&month=60&set.firms.count=500", options, async (page) => {
      await atMonth(page, 60);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      const barriers: string[] = [];
      for (const tab of ["Stage", "Charts", "List"]) {
        await page.getByRole("navigation").getByRole("button", { name: tab, exact: true }).click();
        expect([tab, await width()]).toEqual([tab, options.viewport.width]);
      }
      for (const part of ["Firms", "Towns", "Brokers"]) {
        await page.getByRole("button", { name: part, exact: true }).click();
        expect([part, await width()]).toEqual([part, options.viewport.width]);
        barriers.push(...(await violations(page)));
      }
      await page.getByRole("button", { name: "Broker 1", exact: true }).click();
      if (options.viewport.width < 768)
        await page.getByRole("navigation").getByRole("button", { name: "Why?" }).click();
      await page.getByRole("heading", { name: "Broker 1", exact: true }).waitFor();
      barriers.push(...(await violations(page)));
      expect(await width()).toBe(options.viewport.width);
      expect(barriers).toEqual([]);
    });
  },
);

test("the month is taken away as tables, graphs and documents", async () => {
  await visiting.visit("scenario=honduras&month=24&set.firms.count=300", {}, async (page) => {
    await atMonth(page, 24);
    const take = (name: string) =>
      saved(page, async () => {
        await page.getByRole("button", { name: "Export" }).click();
        await page.getByRole("menuitem", { name }).click();
      });
    const firms = await take("Firms, CSV");
    expect(firms.name).toBe("honduras_101_month-24_firms.csv");
    const counts = await page
      .locator(".key-entry:is(.key-entry-contributes, .key-entry-freeRides, .key-entry-idle) b")
      .allTextContents();
    expect(firms.content.toString().trim().split("\n").length - 1).toBe(
      counts.reduce((sum, count) => sum + Number(count), 0),
    );
    expect((await take("Ties, GraphML")).content.toString()).toMatch(/^<\?xml.*<graphml/s);
    const run = JSON.parse((await take("Run, JSON")).content.toString()) as Record<string, unknown>;
    expect(run).toMatchObject({ product: "Distretto", scenario: "honduras", seed: "101", months: 120, firms: 300 });
    expect(await page.locator(".sentence strong").textContent()).toBe("Month 24.");
  });
});
