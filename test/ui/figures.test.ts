import { expect, test } from "vitest";
import { GAUGES, MEASURES } from "../../sim/index.ts";
import { CHARTED, WATCHED } from "../../ui/charted.ts";
import { courseOf, shown } from "../../ui/figures/courses.ts";
import { FIGURES, idsOf } from "../../ui/figures/declared.ts";
import { overTime } from "../../ui/figures/overTime.ts";
import { refusals, refusalsAt } from "../../ui/figures/refusals.ts";
import en from "../../ui/i18n/en.json";
import { Session } from "../../src/host/session.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

test("everything the page asks for can be observed", () => {
  const known = new Set([...MEASURES, ...GAUGES].map(({ id }) => id));
  expect([...WATCHED, ...CHARTED].filter((id) => !known.has(id))).toEqual([]);
});

test("every figure has its words, and everything it draws is asked for", () => {
  const keys = FIGURES.flatMap((plan) => [
    `figure.${plan.id}`,
    `figure.${plan.id}.about`,
    ...plan.panels.flatMap(({ id }) => [`panel.${id}`, `panel.${id}.unit`]),
    ...idsOf(plan).map((id) => `course.${id}`),
  ]);
  expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  const asked = new Set([...WATCHED, ...CHARTED]);
  const drawn = FIGURES.flatMap(idsOf).filter((id) => !id.startsWith("phase."));
  expect(drawn.filter((id) => !asked.has(id))).toEqual([]);
});

test("pictures, words and tables of a real world agree", async () => {
  const session = new Session(CATALOGUE);
  const settings = { "firms.count": 200, "brokers.count": 3, "brokers.start": 2, "brokers.effort": 16 };
  const reply = await session.open({ scenario: "honduras", settings, watch: WATCHED });
  if (!reply.ok) throw new Error("it opens");
  await session.frame(40);
  expect(await session.watch(CHARTED)).toEqual([]);
  const series = await session.series(40);
  const key = { scenario: "honduras", seed: undefined, settings, changes: [] };
  const world = { key, opened: reply.value, start: reply.value.settings, places: {} as never, map: {} as never };
  const setting = { world, series, month: 30, width: 600, type: 12 };
  for (const figure of [...FIGURES.map(overTime), refusals()]) {
    expect(figure.isKnown(series)).toBe(true);
    expect(figure.isKnown({ ...series, measures: {}, phases: [] })).toBe(false);
    expect(JSON.stringify(figure.draw(setting).picture)).not.toMatch(/NaN|Infinity|undefined/);
    expect(figure.spoken(setting)).toMatch(/month 30: .*\d/);
    const columns = figure.columns(setting);
    for (const { values } of columns) expect(values).toHaveLength(41);
    expect(figure.rows(setting)).toEqual([0, 12, 24, 30, 36]);
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  }
  const { all, terms } = refusalsAt(series, 40);
  expect(all).toBeGreaterThan(0);
  expect(terms.reduce((sum, { count }) => sum + count, 0)).toBe(all);
  expect(terms.map(({ count }) => count)).toEqual(terms.map(({ count }) => count).toSorted((a, b) => b - a));
});

test("trust among members begins with the first pair of members, not at nothing", () => {
  const series = { months: [0, 1, 2], measures: { "trust.members": [0, 0, 0.4] }, phases: [[0], [0], [1]] };
  expect(courseOf(series, "trust.members")).toEqual([null, null, 0.4]);
  expect(courseOf(series, "phase.planning")).toEqual([0, 0, 1]);
  expect(courseOf(series, "trust.population")).toEqual([]);
});

test("numbers have the decimals that tell them apart", () => {
  expect(shown(0.4, "percent")).toBe("40 %");
  expect(shown(-0.054, "percent")).toBe("\u22125.4 %");
  expect(shown(0, "percent", false)).toBe("0 %");
  expect(shown(1234.4, "money")).toBe("1,234");
  expect(shown(0.456, "index")).toBe("0.46");
});
