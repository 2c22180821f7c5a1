import { expect } from "vitest";
import type { Reader } from "./reader.ts";
import { hashAt, monthAtRest, waitsForMonth } from "./reader.ts";

/** Goes through Explore as a person would: the same in every browser. */

const LINK = "scenario=honduras&set.firms.count=500";

/** Nothing plays by itself; play, pause, steps, keys, scrubbing; a month that is found again is the same. */
async function goesThroughTime(reader: Reader): Promise<void> {
  await reader.open(LINK);
  await waitsForMonth(reader, 0);
  await reader.choose("Speed", "16");
  await reader.press("button", "Play");
  await reader.waits(() => Number(document.querySelector(".number-value")?.textContent) >= 2);
  await reader.press("button", "Pause");
  await reader.sees("button", "Play");
  const reached = await monthAtRest(reader);
  expect(reached).toBeGreaterThan(6);
  const hash = await hashAt(reader, reached);
  await reader.press("button", "Step on one month");
  await waitsForMonth(reader, reached + 1);
  await reader.focus("slider", "Month shown");
  await reader.key("Home");
  await waitsForMonth(reader, 0);
  await reader.key("End");
  await waitsForMonth(reader, 120);
  await reader.open(`${LINK}&month=${reached}`);
  expect(await hashAt(reader, reached)).toBe(hash);
}

/** A firm is found by its name, says why, and a network's name picks its firms. */
async function asksAFirm(reader: Reader): Promise<void> {
  await reader.open(`${LINK}&month=38`);
  await waitsForMonth(reader, 38);
  await reader.focus("combobox", "Find a firm or network");
  await reader.types("danli 3");
  await reader.sees("option", / 3, Danlí$/);
  await reader.key("Enter");
  await reader.sees("heading", /^(Why did )?.+ 3, Danlí( say (yes|no)\?)?$/);
  await reader.waits(() => /[&#]firm=\d+/.test(location.hash));
}

/** A lever in a branch; undone and done again; the three numbers of both worlds beside each other. */
async function changesTheCourse(reader: Reader): Promise<void> {
  const before = await hashAt(reader, 38);
  await reader.press("button", "Branch here, month 38");
  await reader.focus("slider", "Broker months");
  await reader.key("Home");
  const isChanged = (): boolean => location.hash.includes("at.38.brokers.end=6&branch=38");
  await reader.waits(isChanged);
  await reader.press("button", "Step on one month");
  await waitsForMonth(reader, 39);
  const branched = await hashAt(reader, 39);
  await reader.press("button", "Undo");
  await reader.waits(() => !location.hash.includes("at.38"));
  expect(await hashAt(reader, 39)).not.toBe(branched);
  await reader.press("button", "Step back one month");
  expect(await hashAt(reader, 38)).toBe(before);
  await reader.press("button", "Redo");
  await reader.waits(isChanged);
  await reader.press("button", "Replay the last change");
  await reader.waits(() => document.querySelector(".replay")?.textContent?.includes("without the change") === true);
  await reader.press("button", "End the replay");
  await reader.press("button", "Pause");
}

/** Charts, one of them as a table; the list; what is taken away. */
async function readsAndTakesAway(reader: Reader): Promise<void> {
  await reader.open(`${LINK}&month=38`);
  await reader.press("button", "Charts");
  await reader.sees("img", /^Networks by phase, month 38: /);
  await reader.press("button", "Networks by phase as a table");
  await reader.sees("table", /./);
  const table = await reader.saves(() => reader.press("button", "Networks by phase: save all months as CSV"));
  expect(table.name).toMatch(/phases\.csv$/);
  expect(table.content.split("\n")[0]).toMatch(/^month,/);
  await reader.press("button", "List");
  await reader.sees("table", "Networks alive in month 38");
  await reader.press("button", "Stage");
  await reader.press("button", "Export");
  const firms = await reader.saves(() => reader.press("menuitem", /^Firms, CSV/));
  // Firms in business: workshops that stand empty this month are left out.
  const rows = firms.content.trimEnd().split("\n").length - 1;
  expect(rows).toBeGreaterThan(450);
  expect(rows).toBeLessThanOrEqual(500);
  await reader.press("button", "Export");
  const graph = await reader.saves(() => reader.press("menuitem", /^Ties, GraphML/));
  expect(graph.content).toContain("<graphml");
}

/** Pictures, the view as a page of its own, another graph, and the run as a video. */
async function takesPictures(reader: Reader): Promise<void> {
  await reader.open(`${LINK}&month=117`);
  await waitsForMonth(reader, 117);
  await reader.choose("Speed", "16");
  for (const [entry, name, begins] of [
    [/PNG/, /_month-117\.png$/, "\ufffdPNG"],
    [/SVG/, /_month-117\.svg$/, "<"],
    [/HTML/, /_month-117\.html$/, "<!doctype html>"],
    [/GEXF/, /\.gexf$/, "<?xml"],
    [/WebM/, /_months-117-120\.webm$/, "\u001aE"],
  ] as const) {
    await reader.press("button", "Export");
    const file = await reader.saves(() => reader.press("menuitem", entry));
    expect(file.name).toMatch(name);
    expect(file.content.slice(0, begins.length).toLowerCase()).toBe(begins.toLowerCase());
  }
  await waitsForMonth(reader, 117);
}

/** A scenario as text, with what is wrong with it while one writes; a region from two tables, opened. */
async function writesARegion(reader: Reader): Promise<void> {
  await reader.press("button", /^Scenarios: /);
  await reader.press("button", "Write or open one");
  const says = (words: string): Promise<void> =>
    reader.waits((wanted) => document.querySelector("dialog")?.textContent?.includes(wanted) === true, words);
  await reader.focus("textbox", /^Scenario as text/);
  await says("No problems. Ready to open.");
  await reader.types("x");
  await says("Look at commas");
  await reader.press("button", "Your region from tables");
  await reader.focus("textbox", "Firms");
  await reader.types("id,place,sector,workers\nA,North,pots,4\nB,North,pots,x");
  await says("firms, line 3, workers: x.");
  await reader.key("Backspace");
  await reader.types("7");
  await says("No problems. Ready to open.");
  await reader.focus("textbox", "Ties");
  await reader.types("from,to\nA,C");
  await says("ties, line 2");
  await reader.key("Backspace");
  await reader.types("B");
  await says("No problems. Ready to open.");
  await reader.press("button", "Open");
  await reader.waits(() => location.hash.includes("&doc="));
  await waitsForMonth(reader, 0);
}

/** Dialogs, themes and the two other rooms. */
async function looksAround(reader: Reader): Promise<void> {
  await reader.press("button", /^All \d+ settings$/);
  await reader.sees("searchbox", "Search by name, meaning or source");
  await reader.key("Escape");
  for (const theme of ["dark", "projector", "light"]) {
    await reader.choose("Theme", theme);
    await reader.waits((worn) => document.documentElement.dataset["theme"] === worn, theme);
  }
  expect(await reader.barriers()).toEqual([]);
  await reader.press("button", "Learn");
  await reader.sees("button", /^2 ?The free lunch/);
  await reader.press("button", "Compare");
  await reader.waits(() => document.querySelector(".compare-question")?.textContent?.includes("?") === true);
  await reader.press("button", "Explore");
  await waitsForMonth(reader, 38);
}

/** Everything in Explore, with a glance into the rooms beside it. */
export async function journey(reader: Reader): Promise<void> {
  await goesThroughTime(reader);
  await asksAFirm(reader);
  await changesTheCourse(reader);
  await readsAndTakesAway(reader);
  await looksAround(reader);
  await takesPictures(reader);
  await writesARegion(reader);
}
