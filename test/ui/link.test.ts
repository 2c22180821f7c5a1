import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinkedQuestion } from "../../ui/brief/asked.ts";
import { DOORS } from "../../ui/door.ts";
import type { Place } from "../../ui/learn/place.ts";
import { LEARN_PAGES, MOST_SEATS, NOWHERE, startLink } from "../../ui/learn/place.ts";
import type { Link } from "../../ui/link.ts";
import { FIRST_LINK, linkText, parseLink } from "../../ui/link.ts";
import { LONGEST_PACKED, pack, unpack } from "../../ui/packed.ts";

const path = fc.stringMatching(/^[a-z][a-z]{0,8}\.[a-z][A-Za-z]{0,8}$/);
const value = fc.oneof(
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((words) => Number.isNaN(Number(words)) && !/^(true|false)$/.test(words)),
);

const settings = fc.dictionary(path, value, { maxKeys: 8 });
const changes = fc
  .uniqueArray(
    fc.record({
      month: fc.integer({ min: 0, max: 5000 }),
      settings: fc.dictionary(path, value, { minKeys: 1, maxKeys: 3 }),
    }),
    {
      maxLength: 4,
      selector: ({ month }) => month,
    },
  )
  .map((list) => list.sort((a, b) => a.month - b.month));
const version = fc.option(fc.stringMatching(/^[0-9]\.[0-9]{1,2}\.[0-9]$/), { nil: null });
const seat = fc.option(fc.integer({ min: 1, max: MOST_SEATS }), { nil: null });
const anyPlace: fc.Arbitrary<Place> = fc.record({
  lesson: fc.option(fc.constantFrom("free-lunch", "alone-together"), { nil: null }),
  page: fc.constantFrom(...LEARN_PAGES),
  seat,
  seats: seat,
  embed: fc.option(fc.constantFrom("", "https://school.example", "http://localhost:8080"), { nil: null }),
});
const anyQuestion: fc.Arbitrary<LinkedQuestion> = fc.record(
  {
    target: fc.record({
      measure: fc.constantFrom("networks.alive", "firms.inNetworks.share"),
      value: fc.integer({ min: 0, max: 500 }).map((tenths) => tenths / 10),
      sense: fc.constantFrom("least" as const, "most" as const),
    }),
    budget: fc.integer({ min: 0, max: 9999 }),
    months: fc.integer({ min: 1, max: 1200 }),
    firms: fc.integer({ min: 10, max: 5000 }),
    pairs: fc.integer({ min: 2, max: 500 }),
    precision: fc.integer({ min: 1, max: 5000 }).map((hundredths) => hundredths / 100),
    stopEarly: fc.constant(true),
    options: fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 40 }).filter((words) => words.trim() !== ""),
        changes: settings,
      }),
      { maxLength: 5 },
    ),
  },
  { requiredKeys: ["options"] },
);
const anyLink: fc.Arbitrary<Link> = fc.record({
  view: fc.constantFrom(...DOORS),
  scenario: fc.string({ minLength: 1, maxLength: 30 }),
  packed: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), { nil: null }),
  seed: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
  month: fc.integer({ min: 0, max: 5000 }),
  settings,
  changes,
  branch: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
  layout: fc.constantFrom("network", "map"),
  firm: fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null }),
  asked: anyQuestion,
  learn: anyPlace,
  made: fc.record({ version, model: version, hash: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/), { nil: null }) }),
});

test("what a link says is what is read from it", () => {
  fc.assert(
    fc.property(anyLink, (link) => {
      const read = parseLink(`#${linkText(link)}`);
      expect(read.problems).toEqual([]);
      expect(read.link).toEqual(link);
    }),
  );
});

test("a scenario travels packed, byte for byte, and a bomb does not unpack", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (document) => {
      const written = JSON.stringify(document);
      const letters = await pack(document);
      expect(letters).not.toBeNull();
      expect(JSON.stringify(await unpack(letters ?? ""))).toBe(written);
    }),
    { numRuns: 60 },
  );
  const noise = Array.from({ length: 60_000 }, (_, k) => Math.sin(k));
  expect(await pack({ noise })).toBeNull();
  expect(await unpack("A".repeat(LONGEST_PACKED + 1))).toBeNull();
  const stream = new Blob([`{"a":"${" ".repeat(30_000_000)}"}`])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bomb = Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
  expect(bomb.length).toBeLessThan(LONGEST_PACKED);
  expect(await unpack(bomb)).toBeNull();
});

test("a document that is nested too deeply to be handed to a worker does not unpack", async () => {
  const depth = 100_000;
  const stream = new Blob([`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const deep = Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
  expect(deep.length).toBeLessThan(LONGEST_PACKED);
  expect(await unpack(deep)).toBeNull();
  const text = await pack({ brackets: "[".repeat(100), quote: '\\"[' });
  expect(await unpack(text ?? "")).toEqual({ brackets: "[".repeat(100), quote: '\\"[' });
});

test("packed text of any kind is a document or nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/)), async (letters) => {
      const found = await unpack(letters);
      expect(found === null || typeof found === "object").toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a link is readable", () => {
  const link: Link = {
    ...FIRST_LINK,
    seed: "101/2",
    month: 38,
    settings: { "brokers.count": 0, "phases.sequence": "strategicFirst" },
    changes: [{ month: 38, settings: { "fees.schedule": "flat" } }],
    branch: 38,
  };
  expect(linkText(link)).toBe(
    "scenario=honduras&seed=101/2&month=38&set.brokers.count=0&set.phases.sequence=strategicFirst" +
      "&at.38.fees.schedule=flat&branch=38",
  );
});

test("a start link is short, and a class is said with one number", () => {
  expect(startLink({ lesson: "free-lunch", seat: 7 })).toBe("view=learn&lesson=free-lunch&seat=7");
  expect(parseLink(startLink({ lesson: "free-lunch", seat: 7 })).link).toEqual({
    ...FIRST_LINK,
    view: "learn",
    learn: { ...NOWHERE, lesson: "free-lunch", seat: 7 },
  });
  expect(startLink({ lesson: "free-lunch", seats: 30, page: "join" })).toBe(
    "view=learn&lesson=free-lunch&class=30&page=join",
  );
  expect(parseLink("class=30").link).toMatchObject({
    view: "learn",
    learn: { seats: 30, page: "class", lesson: null },
  });
  expect(parseLink("lesson=free-lunch&embed").link).toMatchObject({
    view: "learn",
    learn: { embed: "", page: "lesson" },
  });
});

test("a place that cannot be is reported, and left out", () => {
  const { link, problems } = parseLink("lesson=No!&seat=0&class=900&page=attic&embed=javascript:alert(1)");
  expect(problems.map(({ path }) => path)).toEqual(["lesson", "seat", "class", "page", "embed"]);
  expect(link).toEqual(FIRST_LINK);
});

test("a stranger's text is reported, part by part, and never thrown", () => {
  const { link, problems } = parseLink(
    "#scenario=honduras&month=soon&colour=red&set.__proto__.x=1&seed=%E0%A4%A&set.a.b=2",
  );
  expect(problems.map((problem) => problem.path)).toEqual(["month", "colour", "__proto__.x", "seed"]);
  for (const problem of problems) expect(problem.expected && problem.mend).not.toBe("");
  expect(link).toEqual({ ...FIRST_LINK, settings: { "a.b": 2 } });
});

test("names of the language are settings like any other and pollute nothing", () => {
  const { link } = parseLink("#set.constructor=1&set.toString=2&set.valueOf=3");
  expect(Object.keys(link.settings).sort()).toEqual(["constructor", "toString", "valueOf"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(parseLink("").link).toEqual(FIRST_LINK);
});

test("any text at all gives a link and problems", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (words) => {
      expect(parseLink(`#${words}`).link.month).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(parseLink(`#scenario=${"a".repeat(5000)}`).problems).toHaveLength(1);
});
