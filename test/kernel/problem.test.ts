import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal, didYouMean, nearest, problemText, shown } from "../../sim/kernel/problem.ts";

const PATHS = ["brokers.count", "brokers.skill", "region.trust", "region.law", "trust.rule", "fees.schedule"];

describe("the nearest name", () => {
  it("is found past a slip of the finger", () => {
    expect(nearest("brokers.cuont", PATHS)).toBe("brokers.count");
    expect(nearest("broker.count", PATHS)).toBe("brokers.count");
    expect(nearest("Region.Law", PATHS)).toBe("region.law");
    expect(nearest("regiontrust", PATHS)).toBe("region.trust");
    expect(nearest("schedule", PATHS)).toBe("fees.schedule");
  });

  it("is found past three slips in a long one, and counts a swap as one", () => {
    expect(nearest("fxxs.schxdule", PATHS)).toBe("fees.schedule");
    expect(nearest("abdc", ["abxc", "abcd"])).toBe("abxc");
    expect(nearest("abdc", ["abxy", "abcd"])).toBe("abcd");
    expect(nearest("badcfe", ["abcdef"])).toBeUndefined();
  });

  it("is the first of equally near ones, a whole name before the last part of one", () => {
    expect(nearest("bat", ["cat", "hat"])).toBe("cat");
    expect(nearest("count", ["brokers.count", "count"])).toBe("count");
  });

  it("is looked for up to eighty characters", () => {
    const known = ["x".repeat(80)];
    expect(nearest("x".repeat(80), known)).toBe(known[0]);
    expect(nearest("x".repeat(81), known)).toBeUndefined();
  });

  it("is none where nothing is meant", () => {
    expect(nearest("temperature", PATHS)).toBeUndefined();
    expect(nearest("", PATHS)).toBeUndefined();
    expect(nearest("x".repeat(10_000), PATHS)).toBeUndefined();
    expect(nearest("brokers.count", [])).toBeUndefined();
  });

  it("is the name itself where it is known, and found past any one edit", () => {
    const edit = fc.tuple(fc.constantFrom(...PATHS), fc.nat(), fc.constantFrom("insert", "drop", "replace", "swap"));
    fc.assert(
      fc.property(edit, ([path, place, kind]) => {
        const at = 1 + (place % (path.length - 1));
        const edited = {
          insert: `${path.slice(0, at)}q${path.slice(at)}`,
          drop: path.slice(0, at - 1) + path.slice(at),
          replace: `${path.slice(0, at)}q${path.slice(at + 1)}`,
          swap: path.slice(0, at - 1) + path[at] + path[at - 1] + path.slice(at + 1),
        }[kind as "insert"];
        return nearest(path, PATHS) === path && nearest(edited, PATHS) === path;
      }),
    );
  });
});

it("did you mean: the near name, or where to look", () => {
  expect(didYouMean("regin.law", PATHS, "See the list.")).toBe("Did you mean region.law?");
  expect(didYouMean("weather", PATHS, "See the list.")).toBe("See the list.");
});

describe("a value as text", () => {
  it("is short, on one line, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) =>
        /^[^\p{Cc}\p{Zl}\p{Zp}]{1,60}$/u.test(shown(value)),
      ),
      { numRuns: 1000, seed: 1 },
    );
    expect(shown("a\nb")).toBe('"a\\nb"');
    expect(shown(undefined)).toBe("undefined");
    expect(shown("x".repeat(58))).toBe(`"${"x".repeat(58)}"`);
    expect(shown("x".repeat(59))).toBe(`"${"x".repeat(56)}...`);
  });

  it("has a text where JSON has none", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect([NaN, -Infinity, 10n, Symbol("s"), () => 1, [10n], circle].map(shown)).toEqual([
      "NaN",
      "-Infinity",
      "10",
      "a symbol",
      "a function",
      "an object that JSON cannot hold",
      "an object that JSON cannot hold",
    ]);
  });

  it("moves no cursor and breaks no line", () => {
    expect(shown("\u001b[31m\t")).toBe('"\\u001b[31m\\t"');
    expect(shown("a\u009b31m\u2028b")).toBe('"a 31m b"');
  });
});

it("a refusal says all its problems, a line each", () => {
  const problem = { path: "region.law", value: "2", expected: "a number from 0 to 1", mend: "The most is 1." };
  expect(problemText(problem)).toBe("region.law: 2; expected a number from 0 to 1. The most is 1.");
  const refusal = new Refusal([problem, problem]);
  expect(refusal.message.split("\n")).toHaveLength(2);
  expect(refusal.problems).toEqual([problem, problem]);
  expect(refusal.name).toBe("Refusal");
});
