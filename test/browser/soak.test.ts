import { afterAll, beforeAll, expect, test } from "vitest";
import { plays, watchHeld } from "./playing.ts";
import type { Visitor } from "./visitor.ts";
import { atMonth, visitor } from "./visitor.ts";

/** The short form of `npm run test:soak`: what a page must not hold on to shows within seconds. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

test("R10, short: playing leaves no nodes and no listeners behind", async () => {
  await visiting.visit("scenario=honduras&set.firms.count=500", {}, async (page) => {
    await atMonth(page, 0);
    await page.getByLabel("Speed", { exact: true }).selectOption("16");
    const read = await watchHeld(page);
    await plays(page, 5);
    // The same month before and after, so that the page shows as many things.
    const atEnd = async () => {
      await page.getByRole("slider", { name: "Month shown" }).press("End");
      await atMonth(page, 120);
      await page.waitForTimeout(500);
      return read();
    };
    const before = await atEnd();
    await plays(page, 10);
    const after = await atEnd();
    // A row or two of the strip may differ; what plays for ten seconds replaces thousands.
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 100);
    expect(after.detached).toBeLessThanOrEqual(before.detached + 20);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2);
  });
});
