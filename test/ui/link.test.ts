import fc from "fast-check";
import { expect, test } from "vitest";
import { DOORS } from "../../ui/door.ts";
import { linkText, parseLink } from "../../ui/link.ts";

const path = fc.stringMatching(/^[a-z][a-z]{0,8}\.[a-z][A-Za-z]{0,8}$/);
const value = fc.oneof(
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((words) => Number.isNaN(Number(words)) && !/^(true|false)$/.test(words)),
);

test("what a link says is what is read from it", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
      fc.integer({ min: 0, max: 1200 }),
      fc.dictionary(path, value, { maxKeys: 8 }),
      fc.constantFrom(...DOORS),
      (scenario, seed, month, settings, view) => {
        const link = { view, scenario, seed, month, settings };
        const read = parseLink(`#${linkText(link)}`);
        expect(read.problems).toEqual([]);
        expect(read.link).toEqual({ ...link, settings: { ...settings } });
      },
    ),
  );
});

test("a link is readable", () => {
  const settings = { "brokers.count": 0, "phases.sequence": "strategicFirst" };
  expect(linkText({ view: "explore", scenario: "honduras", seed: "101/2", month: 38, settings })).toBe(
    "scenario=honduras&seed=101/2&month=38&set.brokers.count=0&set.phases.sequence=strategicFirst",
  );
});

test("a stranger's text is reported, part by part, and never thrown", () => {
  const { link, problems } = parseLink(
    "#scenario=honduras&month=soon&colour=red&set.__proto__.x=1&seed=%E0%A4%A&set.a.b=2",
  );
  expect(problems.map((problem) => problem.path)).toEqual(["month", "colour", "__proto__.x", "seed"]);
  for (const problem of problems) expect(problem.expected && problem.mend).not.toBe("");
  expect(link).toEqual({ view: "explore", scenario: "honduras", seed: undefined, month: 0, settings: { "a.b": 2 } });
});

test("names of the language are settings like any other and pollute nothing", () => {
  const { link } = parseLink("#set.constructor=1&set.toString=2&set.valueOf=3");
  expect(Object.keys(link.settings).sort()).toEqual(["constructor", "toString", "valueOf"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(parseLink("").link).toEqual({
    view: "explore",
    scenario: "honduras",
    seed: undefined,
    month: 0,
    settings: {},
  });
});

test("any text at all gives a link and problems", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (words) => {
      expect(parseLink(`#${words}`).link.month).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(parseLink(`#scenario=${"a".repeat(5000)}`).problems).toHaveLength(1);
});
