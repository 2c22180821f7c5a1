import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumReader } from "./chromiumReader.ts";
import type { FirefoxReader } from "./firefoxReader.ts";
import { firefoxReader } from "./firefoxReader.ts";
import { journey } from "./journey.ts";
import { hashAt } from "./reader.ts";
import type { Visitor } from "./visitor.ts";
import { visitor } from "./visitor.ts";

/** Run by `npm run test:firefox`: the page in Firefox, and links that go from one browser to the other. */

let visiting: Visitor;
let firefox: FirefoxReader;

beforeAll(async () => {
  visiting = await visitor();
  firefox = await firefoxReader(visiting.url);
});

afterAll(async () => {
  await firefox?.stop();
  await visiting?.stop();
});

test("Explore in Firefox, as a person goes through it", async () => {
  await journey(firefox);
  expect(firefox.broken).toEqual([]);
});

test("a link from one browser gives the same hash in the other", async () => {
  await visiting.visit("scenario=honduras", {}, async (page) => {
    const chromium = chromiumReader(page, visiting.url);
    for (const [from, to, link, month] of [
      [chromium, firefox, "scenario=honduras&seed=7&month=52&set.region.trust=0.4&at.20.brokers.count=3", 52],
      [firefox, chromium, "scenario=jamaica&month=90&set.sanctions.fines=false", 90],
    ] as const) {
      await from.open(link);
      const hash = await hashAt(from, month);
      const copied = (await from.reads(() => location.hash)).slice(1);
      // Without what the link says of its own world, so that the other browser has to find it by itself.
      await to.open(copied.replace(/&hash=[0-9a-f]+$/, ""));
      expect(await hashAt(to, month)).toBe(hash);
      // And whole, where the page itself holds the two against each other.
      await to.open(copied);
      expect(await hashAt(to, month)).toBe(hash);
      expect(await to.reads(() => document.body.textContent?.includes("had the hash"))).toBe(false);
    }
  });
});

test("Compare in Firefox: twenty pairs of worlds", async () => {
  await firefox.open("view=compare&scenario=honduras&ask.firms=60&ask.months=24&ask.pairs=20&ask.A.name=Programme");
  await firefox.press("button", "Play 20 pairs of worlds");
  await firefox.waits(() => document.querySelector<HTMLElement>(".compare-results")?.dataset["pairs"] === "20");
  await firefox.sees("button", "Save the brief");
  expect(firefox.broken).toEqual([]);
});
