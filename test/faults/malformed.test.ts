import fc from "fast-check";
import { readFileSync } from "node:fs";
import { cpuUsage, env } from "node:process";
import { expect, test } from "vitest";
import type { Problem, Reply } from "../../sim/contract.ts";
import { parseExperiment, parseJson, resolve } from "../../sim/index.ts";
import { previewOf } from "../../src/host/preview.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { parseLink } from "../../ui/link.ts";
import { unpack } from "../../ui/packed.ts";
import { FIRMS_TEMPLATE, TIES_TEMPLATE, regionOf } from "../../ui/scenarios/region.ts";
import { spoilt, torn } from "./malformations.ts";

/**
 * R12: what a stranger hands in is read or refused with problems that say where, why and what to do; nothing is thrown,
 * nothing hangs, nothing reaches the language's own objects. `npm run test:malformed` is the long form: ten thousand each.
 */

const LONG = env["MALFORMED"] === "long";
/** The same ones each time in short, others each time at length; a failure prints its seed. */
const options = (short: number) => ({
  ...(LONG ? { numRuns: 10_000 } : { numRuns: short, seed: 101 }),
  // Values are large: making them smaller takes far longer than looking at them.
  endOnFailure: true,
});
/** The deadline is 50 ms of one core; five times that allows for a collector that just then tidies up. */
const DEADLINE = 250;

const examples = (names: readonly string[]): object[] =>
  names.map((name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8")) as object);

const SCENARIOS = examples(
  ["honduras", "emasim", "zhejiang", "mexico"]
    .map((name) => `scenarios/${name}.json`)
    .concat("examples/my-region.json"),
);
const EXPERIMENTS = examples(["examples/trust-and-brokers.json", "examples/what-drives-networks.json"]);

function cpu(work: () => void): number {
  const before = cpuUsage();
  work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs within the deadline. What hangs does so again; a compiler or collector at work does not. */
function soon<T>(work: () => T): T {
  let result: T | undefined;
  const took = cpu(() => (result = work()));
  if (took > DEADLINE) expect(Math.min(took, cpu(work), cpu(work))).toBeLessThan(DEADLINE);
  return result as T;
}

function expectTold(problems: readonly Problem[]): void {
  for (const { path, value, expected, mend } of problems) {
    for (const words of [path, value, expected, mend]) {
      expect(typeof words).toBe("string");
      // Nothing that would drown the page, or the terminal.
      expect(words.length).toBeLessThan(20_000);
    }
    expect(path).not.toBe("");
    expect(expected).not.toBe("");
    expect(mend).not.toBe("");
  }
}

/** Read, or refused with at least one problem. */
function expectReply(reply: Reply<unknown>): void {
  if (reply.ok) return;
  expect(reply.problems.length).toBeGreaterThan(0);
  expectTold(reply.problems);
}

const NATIVE = Object.getOwnPropertyNames(Object.prototype).sort();

/** Nothing was hung onto what all objects have in common. */
function expectClean(): void {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(NATIVE);
  expect(Object.keys(Array.prototype)).toEqual([]);
}

const LINKS = [
  "#scenario=honduras&seed=101&month=38&set.brokers.count=0&at.38.fees.schedule=flat&branch=38&firm=3&layout=map",
  "#view=compare&scenario=mine&doc=q1bKS8xNVbJSUPJIzc9LKSpNLFbSUSpJLUktVrJSMjQwVaoFAA&v=0.1.0&model=1.1.0&hash=0123456789abcdef",
  `#${Array.from({ length: 40 }, (_, k) => `set.a${k}.b=${k}`).join("&")}`,
];

test("links", () => {
  const anyLink = fc.oneof(torn(LINKS), fc.string({ unit: "binary", maxLength: 300 }));
  fc.assert(
    fc.property(anyLink, (words) => {
      const { link, problems } = soon(() => parseLink(words));
      expectTold(problems);
      expect(link.scenario.length).toBeLessThanOrEqual(200);
      expect(Object.getPrototypeOf(link.settings)).toBe(Object.prototype);
    }),
    options(10_000),
  );
  expectClean();
});

test("packed scenarios of links", async () => {
  const packed = [
    "q1bKS8xNVbJSUPJIzc9LKSpNLFbSUSpJLUktVrJSMjQwVaoFAA",
    "qlZKVLJSqlWqBQA",
    "A".repeat(4000),
    "eNqrVkrOz0nVUbJSKi1OLVKqBQA",
  ];
  await fc.assert(
    fc.asyncProperty(torn(packed), async (letters) => {
      const found = await unpack(letters);
      expect(found === null || typeof found === "object").toBe(true);
    }),
    options(300),
  );
});

test("scenarios", () => {
  let refused = 0;
  fc.assert(
    fc.property(spoilt(SCENARIOS), (document) => {
      const reply = soon(() => resolve(document as object, {}, CATALOGUE, { room: 2e9 }));
      expectReply(reply);
      if (!reply.ok) refused += 1;
    }),
    options(1500),
  );
  // Otherwise the spoiling would spoil nothing.
  expect(refused).toBeGreaterThan(options(1500).numRuns / 2);
  expectClean();
});

test("scenarios that are previewed on the page", () => {
  fc.assert(
    fc.property(spoilt(SCENARIOS), (document) => expectReply(previewOf(document, CATALOGUE))),
    options(60),
  );
  expectClean();
});

test("files of scenarios", () => {
  const files = SCENARIOS.map((document) => JSON.stringify(document, null, 2));
  fc.assert(
    fc.property(torn(files), (words) => {
      const parsed = soon(() => parseJson(words, "mine.json"));
      if (!parsed.ok) expectTold(parsed.problems);
      else expectReply(soon(() => resolve(parsed.value as object, {}, CATALOGUE, { room: 2e9 })));
    }),
    options(1000),
  );
  expectClean();
});

test("experiments", () => {
  fc.assert(
    fc.property(spoilt(EXPERIMENTS), (document) => {
      expectReply(soon(() => parseExperiment(document, CATALOGUE, { room: 2e9 })));
    }),
    options(500),
  );
  expectClean();
});

test("tables of firms and ties", () => {
  const firms = [FIRMS_TEMPLATE, FIRMS_TEMPLATE.repeat(40), "id;place;sector\n__proto__;constructor;toString\n"];
  fc.assert(
    fc.property(torn(firms), torn([TIES_TEMPLATE, "from\tto\n__proto__\tW1\n"]), fc.string(), (some, ties, name) => {
      const { problems, document } = soon(() => regionOf(name, some, ties));
      expectTold(problems);
      if (problems.length === 0) expectReply(soon(() => resolve(document, {}, CATALOGUE, { room: 2e9 })));
    }),
    options(500),
  );
  expectClean();
});
