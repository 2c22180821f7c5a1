import { IntlMessageFormat } from "intl-messageformat";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import en from "../../ui/i18n/en.json";
import lessons from "../../ui/i18n/lessons/en.json";
import { figure, listed, percent, speak, text, wordFor } from "../../ui/i18n/text.ts";

test("plural rules choose the word", () => {
  expect(text("levers.changed", { count: 0 })).toBe("none changed");
  expect(text("levers.changed", { count: 1 })).toBe("1 changed");
  expect(text("levers.changed", { count: 12 })).toBe("12 changed");
  expect(text("term.bargaining", { others: 1 })).toBe("Bargaining with one other");
  expect(text("term.bargaining", { others: 8 })).toBe("Bargaining with 8 others");
});

test("numbers are written as the language does, with a true minus sign", () => {
  expect(figure(1312)).toBe("1,312");
  expect(figure(-3.46, 1)).toBe("−3.5");
  expect(figure(4.7, 1, { sign: true })).toBe("+4.7");
  expect(figure(0, 1, { sign: true })).toBe("0.0");
  expect(percent(0.805)).toBe("81");
  expect(percent(-0.0286, 1, true)).toBe("−2.9");
  expect(text("problem.text", { path: "a", value: "-1", expected: "b", mend: "c" })).toContain("−1");
});

test("parts are parted as the language does it", async () => {
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b, c");
  expect(listed(["a, b", "c"], "semicolon")).toBe("a, b; c");
  await speak(["zh-CN"]);
  expect(listed(["甲", "乙"])).toBe("甲，乙");
  await speak(["en"]);
});

test("a language without a file is English, and names from data fall back on themselves", async () => {
  expect(await speak(["xx-YY", "en-GB"])).toBe("en");
  expect(wordFor("option.fees.schedule.rising", "rising")).toBe("Rising");
  expect(wordFor("option.fees.schedule.steep", "steep")).toBe("steep");
  expect(wordFor("toString", "own")).toBe("own");
});

test("every message can be read", () => {
  for (const [key, message] of Object.entries(en)) {
    expect(() => new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }), key).not.toThrow();
  }
});

test("every message is used, and no view has words of its own", () => {
  const root = fileURLToPath(new URL("../../ui/", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const source = files.map((name) => readFileSync(root + name, "utf8")).join("\n");
  // Keys made from data: `phase.${name}` and the like.
  const made = [...source.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, begin]) => begin);
  // What a lesson says is held by test/ui/lessons.test.ts.
  const room = Object.keys(lessons).filter((key) => !key.startsWith("lesson."));
  const unused = [...Object.keys(en), ...room].filter(
    (key) => !source.includes(`"${key}"`) && !made.some((begin) => key.startsWith(begin)),
  );
  expect(unused).toEqual([]);
  // Text nodes are made by text(), figure() and names: no capitalised sentence stands in a view.
  const words = files
    .filter((name) => !name.startsWith("i18n"))
    .flatMap((name) =>
      [...readFileSync(root + name, "utf8").matchAll(/(?:say\([^,]+, |textContent = )"[A-Za-z]/g)].map(() => name),
    );
  expect(words).toEqual([]);
});
