import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Problem, World } from "../../sim/index.ts";
import { Run, resolve } from "../../sim/index.ts";
import { tieTo } from "../../sim/world/ties.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Firms and ties that a document names one by one. */

const DOCUMENT = JSON.parse(readFileSync(new URL("../../examples/my-firms.json", import.meta.url), "utf8")) as Record<
  string,
  unknown
> & { firms: Record<string, unknown>[]; ties: Record<string, unknown>[] };

function worldOf(document: object): World {
  const resolved = resolve(document, {}, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return new Run(resolved.value.plan).world as World;
}

function problemsOf(document: object, settings = {}): readonly Problem[] {
  const resolved = resolve(document, { settings }, CATALOGUE);
  return resolved.ok ? [] : resolved.problems;
}

/** The row of a firm: the one of its workers, which differ in these. */
function rowOf({ firms }: World, workers: number, region: number): number {
  const row = [...firms.workers].findIndex((count, i) => count === workers && firms.region[i] === region);
  expect(row).toBeGreaterThanOrEqual(0);
  return row;
}

test("named firms stand where, in the trade and at the size that the document says", () => {
  const world = worldOf(DOCUMENT);
  const { firms } = world;
  expect(firms.count).toBe(12);
  const first = rowOf(world, 6, 0);
  expect([firms.x[first], firms.y[first]]).toEqual([Math.fround(0.2), Math.fround(0.1)]);
  const large = rowOf(world, 18, 0);
  expect(firms.sector[large]).toBe(1);
  expect(firms.assets[large]).toBe(54);
  expect([...firms.region].filter((region) => region === 1)).toHaveLength(6);
});

test("exactly those know each other who are tied", () => {
  const world = worldOf(DOCUMENT);
  const { firms } = world;
  expect([...firms.degree].reduce((sum, degree) => sum + degree, 0)).toBe(10);
  expect(tieTo(world, rowOf(world, 6, 0), rowOf(world, 11, 0))).toBeGreaterThanOrEqual(0);
  expect(tieTo(world, rowOf(world, 6, 0), rowOf(world, 18, 0))).toBe(-1);
  const { ties: _, ...without } = DOCUMENT;
  const acquainted = worldOf(without);
  expect([...acquainted.firms.degree].every((degree) => degree > 0)).toBe(true);
});

test("who is in which row does not hang on the order of regions in the list of firms", () => {
  const shuffled = { ...DOCUMENT, firms: [...DOCUMENT.firms.slice(6), ...DOCUMENT.firms.slice(0, 6)] };
  const hash = (document: object) => {
    const resolved = resolve(document, {}, CATALOGUE);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const run = new Run(resolved.value.plan);
    run.playTo(30);
    return run.hash();
  };
  expect(hash(shuffled)).toBe(hash(DOCUMENT));
});

test("every mistake has its place, what was expected and the way out", () => {
  const firm = (change: object) => problemsOf({ ...DOCUMENT, firms: [{ ...DOCUMENT.firms[0], ...change }], ties: [] });
  const tie = (change: object) => problemsOf({ ...DOCUMENT, ties: [{ from: "K1", to: "K2", ...change }] });
  expect(firm({ place: "rivr" })).toEqual([
    { path: "/firms/0/place", value: '"rivr"', expected: "the id of a region", mend: "Did you mean river?" },
  ]);
  expect(firm({ sector: "wood" })[0]).toMatchObject({ path: "/firms/0/sector", expected: "the id of a sector" });
  expect(firm({ y: undefined })[0]).toMatchObject({ path: "/firms/0/y" });
  expect(firm({ workers: 0 })[0]).toMatchObject({ path: "/firms/0/workers" });
  expect(firm({ colour: "red" })[0]).toMatchObject({ path: "/firms/0/colour", mend: "Leave it out." });
  expect(firm({ id: "" })[0]).toMatchObject({ path: "/firms/0/id" });
  expect(tie({ to: "K99" })[0]).toMatchObject({ path: "/ties/0/to", expected: "the id of a firm" });
  expect(tie({ to: "K1" })[0]).toMatchObject({ path: "/ties/0/to", expected: "another firm" });
  const twice = { ...DOCUMENT, ties: [...DOCUMENT.ties, { from: "K2", to: "K1" }] };
  expect(problemsOf(twice)).toMatchObject([{ path: "/ties/5/to", expected: "each pair of firms once" }]);
  const doubled = { ...DOCUMENT, firms: [...DOCUMENT.firms, DOCUMENT.firms[0]] };
  expect(problemsOf(doubled)).toMatchObject([{ path: "/firms/12/id" }]);
  expect(problemsOf({ ...DOCUMENT, regions: undefined, sectors: undefined }).at(0)).toMatchObject({ path: "/firms" });
  expect(problemsOf({ ...DOCUMENT, firms: undefined })).toMatchObject([{ path: "/ties" }]);
  expect(problemsOf(DOCUMENT, { "firms.count": 40 })).toMatchObject([{ path: "firms.count", mend: "Leave it out." }]);
  expect(problemsOf(DOCUMENT, { "firms.count": 12 })).toEqual([]);
});

test("lists that are too long are refused before any of it is read", () => {
  const firms = new Array(2_000_000).fill(DOCUMENT.firms[0]);
  expect(problemsOf({ ...DOCUMENT, firms })).toMatchObject([
    { path: "/firms", expected: "a list of at most 10000 firms" },
  ]);
  const star = Array.from({ length: 30 }, (_, k) => ({ id: `S${k}`, place: "river", sector: "tiles" }));
  const ties = star.slice(1).map(({ id }) => ({ from: "S0", to: id }));
  expect(problemsOf({ ...DOCUMENT, firms: star, ties })).toMatchObject([{ expected: "at most 24 ties of one firm" }]);
});
