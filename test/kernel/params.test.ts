import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice, expectation, flag, integer, number, problemOf, valueOfText } from "../../sim/kernel/params.ts";

const meaning = { label: "A", doc: "B.", source: "assumed" };
const share = number({ ...meaning, unit: "share", min: 0, max: 1, step: 0.1, start: 0.5 });
const count = integer({ ...meaning, unit: "firms", min: 1, max: 50, start: 8 });
const schedule = choice({ ...meaning, options: ["none", "flat", "rising"], start: "flat" });
const fines = flag({ ...meaning, start: true });

describe("a value that fits has no problem", () => {
  it("numbers within their range, both ends included", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => problemOf("a", share, value) === undefined),
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), (value) => problemOf("a", count, value) === undefined));
  });

  it("options and flags", () => {
    for (const option of schedule.options) expect(problemOf("a", schedule, option)).toBeUndefined();
    for (const value of [true, false]) expect(problemOf("a", fines, value)).toBeUndefined();
  });
});

describe("a value that does not fit has a problem that says what, where and how to mend it", () => {
  it("out of range", () => {
    expect(problemOf("region.trust", share, 1.2)).toEqual({
      path: "region.trust",
      value: "1.2",
      expected: "a number from 0 to 1 (share)",
      mend: "The most is 1.",
    });
    expect(problemOf("a", count, 0)?.mend).toBe("The least is 1.");
    expect(problemOf("a", count, 1e9)?.mend).toBe("The most is 50.");
  });

  it("not whole", () => {
    expect(problemOf("a", count, 7.6)).toMatchObject({
      expected: "a whole number from 1 to 50 (firms)",
      mend: "Try 8.",
    });
  });

  it("not whole and out of range: what is proposed would do", () => {
    expect([50.6, -3.5, 1e300 / 3].map((value) => problemOf("a", count, value)?.mend)).toEqual([
      "Try 50.",
      "Try 1.",
      "The most is 50.",
    ]);
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true, noInteger: true }), (value) => {
        const proposed = /^Try (\S+)\.$/.exec(problemOf("a", count, value)?.mend ?? "")?.[1];
        return problemOf("a", count, Number(proposed)) === undefined;
      }),
    );
  });

  it("of another kind", () => {
    for (const value of [NaN, Infinity, -Infinity, "0.5", null, undefined, true, {}, [0.5]]) {
      expect(problemOf("a", share, value)?.mend).toBe("Leave it out for the start value, 0.5.");
    }
    for (const value of ["Flat", "", 1, null, "toString", "__proto__"]) {
      expect(problemOf("a", schedule, value)?.expected).toBe("one of none, flat, rising");
    }
    for (const value of [1, 0, "true", null]) expect(problemOf("a", fines, value)?.expected).toBe("true or false");
  });
});

it("a whole number goes in whole steps unless it says otherwise", () => {
  expect([count.step, integer({ ...meaning, unit: "kUSD", min: 0, max: 100, start: 0, step: 10 }).step]).toEqual([
    1, 10,
  ]);
});

it("says in words what a parameter takes", () => {
  expect([share, count, schedule, fines].map(expectation)).toEqual([
    "a number from 0 to 1 (share)",
    "a whole number from 1 to 50 (firms)",
    "one of none, flat, rising",
    "true or false",
  ]);
});

it("reads text from a command line as numbers and flags where it can", () => {
  const texts = ["3", "-0.5", "1e3", " 7 ", "true", "false", "True", "", " ", "flat", "0x10", "NaN", "1,5"];
  expect(texts.map(valueOfText)).toEqual([3, -0.5, 1000, 7, true, false, "True", "", " ", "flat", 16, "NaN", "1,5"]);
});
