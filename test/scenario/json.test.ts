import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../sim/scenario/json.ts";

/** Where and what the first mistake of a text is. */
function faultOf(text: string): string {
  const parsed = parseJson(text, "my.json");
  if (parsed.ok) return "fine";
  const [{ path, value, expected }] = parsed.problems;
  return `${path}: ${value}; ${expected}`;
}

test("mistakes are told with line and column", () => {
  expect(faultOf('{\n  "a": 1\n  "b": 2\n}')).toBe('my.json, line 3, column 3: "\\"b\\": 2\\n}"; a comma or }');
  expect(faultOf("{'a': 1}")).toMatch(/line 1, column 2: .*; a key in double quotes/);
  expect(faultOf('{"a": 1,}')).toMatch(/line 1, column 9: .*; a key in double quotes/);
  expect(faultOf('{"a" 1}')).toMatch(/line 1, column 6: .*; a colon after the key/);
  expect(faultOf("[1, 2")).toBe("my.json, line 1, column 6: the end of the text; a comma or ]");
  expect(faultOf("[01]")).toMatch(/line 1, column 3/);
  expect(faultOf('["a\nb"]')).toMatch(/line 1, column 2: .*double quote/);
  expect(faultOf("")).toBe("my.json, line 1, column 1: the end of the text; a value");
  expect(faultOf("{} {}")).toMatch(/line 1, column 4: .*nothing after the end/);
  expect(faultOf("nul")).toMatch(/line 1, column 1: .*; a value/);
});

test("a key that is given twice is a mistake, for one of the two would be lost", () => {
  expect(faultOf('{"a": 1, "a": 2}')).toMatch(/line 1, column 10: .*only once/);
  expect(faultOf('[{"a": 1}, {"a": 2}]')).toBe("fine");
});

test("nesting is capped before anything is parsed", () => {
  expect(faultOf("[".repeat(100_000))).toMatch(/at most 40 levels/);
});

test("a byte-order mark is passed over", () => {
  expect(parseJson('\ufeff{"a": 1}', "x")).toEqual({ ok: true, value: { a: 1 } });
});

test("agrees with JSON.parse on what JSON is, whatever the text", () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const json = fc.json({ maxDepth: 5 });
  const damaged = fc
    .tuple(json, fc.nat(), fc.constantFrom("", '"', "{", "]", ",", "\\", "0", "e", " ", "\u0001", "-", "."))
    .map(([text, at, sign]) => text.slice(0, at % (text.length + 1)) + sign + text.slice((at % (text.length + 1)) + 1));
  fc.assert(
    fc.property(fc.oneof(json, damaged, fc.string()), (text) => {
      const parsed = parseJson(text, "x");
      if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text));
      else if (!parsed.problems[0].expected.endsWith("only once")) expect(isJson(text)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
