import { expect, test } from "vitest";
import type { Descriptions, FirmEvent, Turn, Why } from "../../sim/contract.ts";
import { loadBar } from "../../ui/charts/loadBar.ts";
import { netCell } from "../../ui/charts/netCell.ts";
import { spellsOf } from "../../ui/inspector/history.ts";
import { trialOf } from "../../ui/inspector/tryTurn.ts";
import { fits, sorted } from "../../ui/list/sortedTable.ts";
import type { OpenWorld } from "../../ui/store.ts";

const event = (month: number, kind: FirmEvent["kind"], network = -1, amount = 0): FirmEvent => ({
  month,
  kind,
  network,
  amount,
});

test("a history tells once what happened several times in a row, and a yes by what came of it", () => {
  const spells = spellsOf([
    event(3, "saidNo"),
    event(7, "saidNo"),
    event(9, "saidYes"),
    event(9, "joined", 4),
    event(12, "seen", 4),
    event(12, "fined", 4, 0.5),
    event(15, "seen", 4),
    event(15, "fined", 4, 0.25),
    event(20, "expelled", 4),
    event(22, "saidNo"),
    event(30, "saidYes"),
  ]);
  expect(spells.map(({ kind, from, to, count }) => [kind, from, to, count])).toEqual([
    ["saidNo", 3, 7, 2],
    ["joined", 9, 9, 1],
    ["seen", 12, 15, 2],
    ["fined", 12, 15, 2],
    ["expelled", 20, 20, 1],
    ["saidNo", 22, 22, 1],
    ["saidYes", 30, 30, 1],
  ]);
  expect(spells[3].amount).toBe(0.75);
});

const number = (path: string, label: string, range: { min: number; max: number; step: number }) => ({
  path,
  group: path.split(".")[0],
  parameter: { kind: "number" as const, label, unit: "", doc: "", source: "", start: 0, ...range },
});
const PARAMETERS = {
  parameters: [
    number("region.law", "Rule of law", { min: 0, max: 1, step: 0.05 }),
    number("region.trust", "Trust in strangers", { min: 0, max: 1, step: 0.01 }),
    number("joining.size", "Firms at the table", { min: 2, max: 12, step: 1 }),
  ],
} as unknown as Descriptions;
const WORLD = {
  opened: { settings: { "region.law": 0.1, "region.trust": 0.25, "joining.size": 12 } },
} as unknown as OpenWorld;
const turned = (turn: Turn | null): Why => ({ turn }) as unknown as Why;

test("what would have turned an answer is tried with the setting that moves it by as much", () => {
  const trial = (lever: Turn["lever"], from: number, to: number) =>
    trialOf(turned({ lever, from, to }), WORLD, PARAMETERS);
  // By 0.32 from 0.1, to the next step of 0.05.
  expect(trial("law", 0.2, 0.52)).toEqual({ path: "region.law", label: "Rule of law", value: 0.45 });
  expect(trial("trust", 0.43, 0.61)?.value).toBe(0.43);
  expect(trial("trust", 0.61, 0.43)?.value).toBe(0.07);
  expect(trial("trust", 0.9, 0.1)?.value).toBe(0);
  expect(trial("members", 12, 7)?.value).toBe(7);
  // Nothing to try: no setting moves it, or it is there already, or nothing turns it.
  expect(trial("quality", 1, 1.2)).toBeNull();
  expect(trial("members", 9, 12)).toBeNull();
  expect(trialOf(turned(null), WORLD, PARAMETERS)).toBeNull();
});

test("rows are found by the beginnings of words, whatever accents and capitals they have", () => {
  expect(fits("danli wood", "12 Danlí wood and furniture pilot")).toBe(true);
  expect(fits("furn 12", "12 Danlí wood and furniture pilot")).toBe(true);
  expect(fits("urn", "12 Danlí wood and furniture pilot")).toBe(false);
  expect(fits("  ", "anything")).toBe(true);
});

test("rows are sorted by numbers or words, up and down, and what has no value comes last", () => {
  const rows = [
    { name: "b", trust: 0.4 },
    { name: "a", trust: null },
    { name: "c", trust: 0.9 },
  ];
  const trust = { name: "Trust", value: (row: (typeof rows)[number]) => row.trust };
  const name = { name: "Name", value: (row: (typeof rows)[number]) => row.name };
  expect(sorted(rows, trust, false).map((row) => row.name)).toEqual(["b", "c", "a"]);
  expect(sorted(rows, trust, true).map((row) => row.name)).toEqual(["c", "b", "a"]);
  expect(sorted(rows, name, true).map((row) => row.name)).toEqual(["c", "b", "a"]);
});

test("a cell of NET is filled as far as it is achieved, with a line where the others stand", () => {
  const heights = [0, 0.5, 1].map((own) =>
    Number(
      netCell(own, null).children.flatMap((child) =>
        typeof child !== "string" && child.traits["class"] === "net-own" ? [child.traits["height"]] : [],
      )[0],
    ),
  );
  expect(heights).toEqual([0, heights[2] / 2, 16]);
  expect(netCell(1, 0.25).children).toHaveLength(4);
});

test("the blocks of a load are as long as their work, and overload goes beyond the line", () => {
  const bar = loadBar({ cases: [1, 2], capacity: 2 }, 302);
  const blocks = bar.children.flatMap((child) =>
    typeof child !== "string" && child.traits["class"] === "load-case" ? [Number(child.traits["width"]) + 2] : [],
  );
  expect(blocks).toEqual([100, 200]);
  const line = bar.children.find((child) => typeof child !== "string" && child.name === "line");
  expect(typeof line === "object" && line.traits["x1"]).toBe(201);
});
