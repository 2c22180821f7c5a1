import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Visitor } from "./visitor.ts";
import { violations } from "./axe.ts";
import { atMonth, bluePixels, visitor } from "./visitor.ts";

/** The stage as somebody looks at it: what the key lets through, who is found and picked, the map, and what is taken away. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

const LINK = "scenario=honduras&set.firms.count=500";

/** The month is drawn; the picture is there a moment after the stage says so. */
async function drawn(page: Page, month: number): Promise<void> {
  await atMonth(page, month);
  await page.locator(`#stage[data-month="${month}"]`).waitFor();
  await page.waitForTimeout(900);
}

async function saved(page: Page, entry: RegExp): Promise<{ name: string; content: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test("entries of the key let through what is pressed; a network is found and picked; a box picks firms; the map moves them", async () => {
  await visiting.visit(`${LINK}&month=40`, {}, async (page) => {
    await drawn(page, 40);
    const all = await bluePixels(page);
    expect(all).toBeGreaterThan(300);

    const key = page.getByRole("region", { name: "Key to the signs, with counts" });
    const freeRides = key.getByRole("button", { name: /^free-rides \d/ });
    await freeRides.focus();
    await page.keyboard.press("Space");
    expect(await freeRides.getAttribute("aria-pressed")).toBe("true");
    await page.waitForTimeout(500);
    expect(await bluePixels(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await key.getByRole("button", { name: "Show all" }).click();
    await page.waitForTimeout(500);
    expect(await bluePixels(page)).toBe(all);

    const field = page.getByRole("combobox", { name: "Find a firm or network" });
    await field.fill("danli 3");
    const firms = page.getByRole("listbox").getByRole("option");
    expect(await firms.count()).toBeGreaterThan(1);
    await page.keyboard.press("ArrowDown");
    const wanted = await page.getByRole("listbox").getByRole("option", { selected: true }).textContent();
    expect(wanted).toMatch(/ 3, Danlí$/);
    await page.keyboard.press("Enter");
    await page.locator(".why-heading", { hasText: wanted ?? "" }).waitFor();

    await field.fill("network");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const picked = page.getByRole("complementary", { name: /firms picked$/ });
    await picked.waitFor();
    expect(await picked.textContent()).toMatch(/\d+ firms picked.*contribute.*Networks1/);
    await picked.getByRole("button", { name: "Let these firms go" }).click();
    await picked.waitFor({ state: "hidden" });

    const box = await page.locator("#stage").boundingBox();
    if (box === null) throw new Error("There is no stage.");
    await page.getByRole("button", { name: "Pick firms" }).click();
    await page.mouse.move(box.x + box.width * 0.05, box.y + box.height * 0.05);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.95, { steps: 4 });
    await page.mouse.up();
    await picked.waitFor();
    const count = Number((await picked.getByRole("heading").textContent())?.match(/^\d+/)?.[0]);
    expect(count).toBeGreaterThan(300);
    expect(count).toBeLessThanOrEqual(500);
    await page.getByRole("button", { name: "Pick firms" }).click();

    const map = page.getByRole("button", { name: "Map" });
    await map.click();
    await page.waitForTimeout(1200);
    expect(await map.getAttribute("aria-pressed")).toBe("true");
    expect(await bluePixels(page)).not.toBe(all);
    await map.click();
    await page.waitForTimeout(1200);
    await page.keyboard.press("Escape");
    await picked.getByRole("button").click();
    await page.waitForTimeout(300);
  });
});

test("the stage is taken away as PNG, SVG, page and video, each with where it is from", async () => {
  await visiting.visit(`${LINK}&month=118`, {}, async (page) => {
    await drawn(page, 118);
    const png = await saved(page, /PNG/);
    expect(png.name).toBe("distretto_honduras_101_month-118.png");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    // Twice the stage's width, more than its height.
    const wide = (await page.locator("#stage").boundingBox())?.width ?? 0;
    expect(png.content.readUInt32BE(16)).toBe(Math.round(wide * 2));

    const svg = (await saved(page, /SVG/)).content.toString();
    for (const words of ["What stays when they leave?", "month 118, seed 101. Distretto", "firms.count=500", "Danlí"])
      expect(svg).toContain(words);
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(50);

    const file = await saved(page, /HTML/);
    const html = file.content.toString();
    expect(file.name).toBe("distretto_honduras_101_month-118.html");
    expect(html).toContain("Numbers of month 118");
    expect(html).toContain("month=118");
    expect(html).not.toContain("<script");

    await page.getByLabel("Speed", { exact: true }).selectOption("16");
    const video = await saved(page, /WebM/);
    expect(video.name).toBe("distretto_honduras_101_months-118-120.webm");
    expect(video.content.readUInt32BE(0)).toBe(0x1a45dfa3);
    expect(video.content.length).toBeGreaterThan(5000);
    await page.getByRole("status").getByText("Video, WebM: saved.").waitFor();
    await atMonth(page, 118);
  });
});

test("the menu goes by keys, and a video can be stopped", async () => {
  await visiting.visit(`${LINK}&month=100`, {}, async (page) => {
    await drawn(page, 100);
    const button = page.getByRole("button", { name: "Export" });
    await button.press("Enter");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
    await button.press("Enter");
    await page.getByRole("menuitem", { name: /WebM/ }).click();
    await page.getByText(/^Recording month 101 of 120/).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Video, WebM: stopped, nothing was saved.").waitFor();
    await atMonth(page, 100);
  });
});

test("a network and a broker are asked about on the stage itself, by pointer and by keys", async () => {
  await visiting.visit(`${LINK}&month=40`, {}, async (page) => {
    await drawn(page, 40);
    const stage = page.locator("#stage");
    const heading = page.locator(".side .why-heading");
    await stage.focus();
    await page.keyboard.press("m");
    await heading.filter({ hasText: /^Network \d+, / }).waitFor();
    const first = await heading.textContent();
    await page.keyboard.press("m");
    await heading.filter({ hasNotText: first ?? "" }).waitFor();
    await page.keyboard.press("Shift+M");
    await heading.filter({ hasText: first ?? "" }).waitFor();
    await page.keyboard.press("d");
    await heading.filter({ hasText: "Broker 1" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await heading.filter({ hasText: "Why?" }).waitFor();

    // Over the whole stage, until each kind has answered.
    const box = await stage.boundingBox();
    if (box === null) throw new Error("There is no stage.");
    const card = page.locator(".hover-card");
    const met = new Map<string, { x: number; y: number }>();
    for (let y = 8; y < box.height && met.size < 3; y += 6) {
      for (let x = 8; x < box.width; x += 10) {
        await page.mouse.move(box.x + x, box.y + y);
        const name = (await card.isVisible()) ? ((await card.locator(".hover-name").textContent()) ?? "") : "";
        const kind = /^(Network|Broker)/.exec(name)?.[1] ?? (name === "" ? "" : "firm");
        if (kind !== "" && !met.has(kind)) met.set(kind, { x: box.x + x, y: box.y + y });
        if (met.size === 3) break;
      }
    }
    expect([...met.keys()].sort()).toEqual(["Broker", "Network", "firm"]);
    for (const [kind, words] of [
      ["Network", /^Network \d+, /],
      ["Broker", /^Broker \d+$/],
      ["firm", /, [A-Z]/],
    ] as const) {
      const place = met.get(kind);
      if (place === undefined) continue;
      await page.mouse.click(place.x, place.y);
      await heading.filter({ hasText: words }).waitFor();
    }
  });
});
