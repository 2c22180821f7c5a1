import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolve } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** What every system of the sources comes with. */

const NAMES = [...CATALOGUE.scenarios.keys()].filter((name) => !name.includes("/"));

function read(path: string) {
  return JSON.parse(readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), "utf8"));
}

const { checks }: { checks: { id: string; arms: { scenario: string }[]; defining?: object }[] } = read("checks.json");
const { figures }: { figures: { scenario: string }[] } = read("observed/figures.json");

test("there are twelve", () => {
  expect(NAMES).toHaveLength(12);
});

test.each(NAMES)("%s has sources, figures of the field, a text, and checks of its own", (name) => {
  const resolved = resolve(name, {}, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { sources, about, question } = resolved.value;
  expect(sources.length).toBeGreaterThan(0);
  expect([about, about.length > 200]).toEqual([expect.stringMatching(/\bshows\b[^]*\bleaves out\b/), true]);
  expect(question).toMatch(/\?$/);
  expect(figures.filter(({ scenario }) => scenario === name).length).toBeGreaterThan(0);
  const own = checks.filter(({ id }) => id.startsWith(`${name}.`));
  expect(own.length).toBeGreaterThanOrEqual(3);
  for (const { arms } of own) for (const { scenario } of arms) expect(scenario).toBe(name);
  expect(own.some(({ defining }) => defining !== undefined)).toBe(true);
});
