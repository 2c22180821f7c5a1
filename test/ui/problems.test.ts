import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../sim/index.ts";
import { previewOf } from "../../src/host/preview.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { problemWords, speak } from "../../ui/i18n/text.ts";
import german from "../../ui/i18n/problems/de.json";
import spanish from "../../ui/i18n/problems/es.json";
import chinese from "../../ui/i18n/problems/zh.json";
import { parseLink } from "../../ui/link.ts";
import { regionOf } from "../../ui/scenarios/region.ts";

/** What is wrong with some input is said in the reader's language. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Where problems come from that reach the page. What only the command line and lessons' own acts say stays English. */
const FOLDERS = ["sim/scenario", "sim/kernel", "sim/experiment/design", "ui"];
const FILES = [
  "sim/experiment/study.ts",
  "sim/experiment/compare.ts",
  "src/host/session.ts",
  "src/host/preview.ts",
  "src/host/experiments.ts",
  "sim/experiment/experiment.ts",
  "sim/experiment/form.ts",
];
const ELSEWHERE = ["sim/scenario/assignments.ts", "sim/scenario/acts.ts"];

const sources = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  ),
  ...FILES,
]
  .filter((name) => !ELSEWHERE.includes(name))
  .map((name) => readFileSync(ROOT + name, "utf8"));

/** Texts in the sources that follow `expected` or `mend`; what is filled in stands as 7. */
const written = sources.flatMap((source) =>
  [...source.matchAll(/\b(?:expected|mend)(?: =|:) (?:"([^"\n]+)"|`([^`\n]+)`)/g)].map(([, plain, made]) =>
    (plain ?? made.replace(/\\`/g, "`").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "7")).replace(/\\\\/g, "\\"),
  ),
);

function sentence(expected: string): string {
  return problemWords({ path: "", value: "", mend: "", expected }).expected;
}

/** Words that no language changes: what has none of a sentence's own. */
const BARE = new Set(["JSON", "7", '"distretto/scenario/1"']);

describe("in German", () => {
  beforeAll(() => speak(["de"]));
  afterAll(() => speak(["en"]));

  test("every sentence of the sources has words", () => {
    expect(written.length).toBeGreaterThan(80);
    expect(written.filter((said) => !BARE.has(said) && sentence(said) === said)).toEqual([]);
  });

  test("no words are left of a sentence that is gone", () => {
    const all = sources.join("\n").replaceAll("\\`", "`");
    const gone = Object.keys(german).filter((said) =>
      said.split(/\{\w+\}/).some((piece) => !all.includes(piece.trim().replace(/\\/g, "\\\\").replace(/[()]/g, ""))),
    );
    expect(gone).toEqual([]);
  });

  test("units, numbers and lists are said as well", () => {
    expect(sentence("a number from 0 to 0.5 (share of sales)")).toBe("eine Zahl von 0 bis 0,5 (Anteil am Umsatz)");
    expect(sentence("a list of at most 60 regions")).toBe("eine Liste: höchstens 60 Regionen");
    expect(sentence("a number from 0 to 1")).toBe("eine Zahl von 0 bis 1");
    expect(sentence("something new")).toBe("something new");
  });

  /** Every problem has what was expected and how to mend it in German. */
  function holdGerman(problems: readonly Problem[], least: number): void {
    expect(problems.length).toBeGreaterThanOrEqual(least);
    const english = problems.flatMap((problem) => {
      const words = problemWords(problem);
      return (["expected", "mend"] as const)
        .filter((key) => !BARE.has(problem[key]) && words[key] === problem[key])
        .map((key) => problem[key]);
    });
    expect(english).toEqual([]);
  }

  test("a document with many faults is refused in German", () => {
    const document = {
      format: "distretto/scenario/2",
      name: "Not A Name",
      seed: {},
      months: 1.5,
      sectors: [],
      regions: [{ id: "a", name: "A", x: 0, y: 0, trust: 2 }],
      programme: [{ use: 3 }],
      events: [{ event: "flood" }],
      changes: [{ month: "x", settings: {} }],
      firms: [{ id: "", place: "a" }],
      settings: { "brokers.count": [] },
      wrong: 1,
    };
    const reply = previewOf(document, CATALOGUE);
    holdGerman(reply.ok ? [] : reply.problems, 8);
    const settings = { "brokers.count": -1, "region.trust": "x", "fees.schedule": "steep", "brokers.cuont": 1 };
    const other = previewOf({ format: "distretto/scenario/1", name: "own", extends: "honduras", settings }, CATALOGUE);
    holdGerman(other.ok ? [] : other.problems, 4);
  });

  test("tables with faults are refused in German, each with its line", () => {
    const { problems } = regionOf("own", "id,place,colour\na,,1,2\na,Ulm\n", "from,to\na,a\nx,a\n");
    holdGerman(problems, 5);
    expect(problems.map((problem) => problemWords(problem).path)).toContain("firms, Zeile 1");
  });

  test("a link with faults is refused in German", () => {
    const { problems } = parseLink("view=attic&month=-1&firm=x&set.BAD=1&colour=red&doc=???");
    holdGerman(
      problems.filter(({ path }) => path !== "view"),
      5,
    );
  });
});

test("sentences have the same named places in every language", () => {
  const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  for (const words of [german, spanish, chinese]) {
    const wrong = Object.entries(words).filter(([said, own]) => places(said).join() !== places(own).join());
    expect(wrong).toEqual([]);
  }
});

test("in English a problem stays as it was", () => {
  const problem = { path: "a", value: "missing", expected: "at most 5 rows", mend: "Leave it out." };
  expect(problemWords(problem)).toEqual(problem);
});
