import { afterAll, beforeAll, expect, test } from "vitest";
import { plays, slope, watchHeld } from "./playing.ts";
import type { Visitor } from "./visitor.ts";
import { atMonth, visitor } from "./visitor.ts";

/** Run by `npm run test:soak`: the page played for half an hour. `SOAK=10` plays so many minutes. */

const MINUTES = Number(process.env["SOAK"] ?? 30);
/** Until caches are full, minutes. */
const WARM_UP = Math.min(5, MINUTES / 4);
/** Between two readings, seconds. */
const BETWEEN = 30;
const MB = 1e6;

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

test(
  `R10: ${MINUTES} minutes at 16x: the heap grows by at most 1 MB in ten minutes, no node is left behind`,
  async () => {
    await visiting.visit("scenario=honduras&set.firms.count=500", {}, async (page) => {
      await atMonth(page, 0);
      await page.getByLabel("Speed", { exact: true }).selectOption("16");
      const read = await watchHeld(page);
      await plays(page, WARM_UP * 60);
      const first = await read();
      const readings = [first];
      console.log("minute  page MB  workers MB  nodes  detached  listeners");
      for (let k = 1; k <= ((MINUTES - WARM_UP) * 60) / BETWEEN; k++) {
        await plays(page, BETWEEN);
        const held = await read();
        readings.push(held);
        const minute = (WARM_UP + (k * BETWEEN) / 60).toFixed(1);
        const [heap, workers] = [held.heap / MB, held.workers / MB].map((value) => value.toFixed(2));
        console.log(`${minute}  ${heap}  ${workers}  ${held.nodes}  ${held.detached}  ${held.listeners}`);
      }
      const tenMinutes = 600 / BETWEEN;
      const page10 = slope(readings.map(({ heap }) => heap)) * tenMinutes;
      const workers10 = slope(readings.map(({ workers }) => workers)) * tenMinutes;
      console.log(`MB in ten minutes: page ${(page10 / MB).toFixed(3)}, workers ${(workers10 / MB).toFixed(3)}`);
      const last = readings[readings.length - 1];
      expect(page10).toBeLessThanOrEqual(MB);
      expect(workers10).toBeLessThanOrEqual(MB);
      expect(last.detached).toBeLessThanOrEqual(first.detached);
      expect(last.listeners).toBeLessThanOrEqual(first.listeners);
    });
  },
  (MINUTES + 5) * 60_000,
);
