import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { resolve } from "../../sim/index.ts";
import checks from "../../scenarios/checks.json" with { type: "json" };
import en from "../../ui/i18n/lessons/en.json";
import { LESSONS, STEPS } from "../../ui/learn/lesson.ts";
import type { Lesson } from "../../ui/learn/lesson.ts";
import { MOST_SEATS } from "../../ui/learn/place.ts";
import { codeOf, resultOf } from "../../ui/learn/resultCode.ts";

const words: Readonly<Record<string, string>> = en;

/** Every part of a lesson that is said somewhere. */
function partsOf({ act, predict, explain, exit }: Lesson): string[] {
  const each = (part: string, ids: readonly string[]): string[] => ids.map((id) => `${part}.${id}`);
  const three = ["1", "2", "3"];
  return [
    ...["title", "question", "act.prompt", "act.after", "predict.prompt", "paper", "reader"],
    ...(act.kind === "choose" ? each("act.option", act.options) : ["act.yes", "act.no"]),
    ...each("predict.option", predict.options),
    ...["watch.prompt", "watch.a", "watch.b", "explain.prompt", "free.prompt"],
    ...each("explain.option", explain.options),
    ...each("explain.reading", explain.options),
    ...each("free.try", three),
    ...["teacher.goal", "teacher.first", "teacher.timing", "sheet.before", "sheet.during", "sheet.after"],
    ...each("teacher.question", three),
    ...each("teacher.wrong", three),
    ...exit.flatMap((_, k) => each(`exit.${k + 1}`, ["question", "option.a", "option.b", "option.c", "why"])),
  ];
}

test("nine lessons in their order, each with all steps", () => {
  expect(LESSONS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(STEPS.length).toBe(6);
});

test.each(LESSONS.map((lesson) => [lesson.name, lesson] as const))(
  "%s says all it has to say, and no more",
  (_, lesson) => {
    const parts = partsOf(lesson).map((part) => `lesson.${lesson.name}.${part}`);
    const said = Object.keys(words).filter((key) => key.startsWith(`lesson.${lesson.name}.`));
    expect(said.sort()).toEqual(parts.sort());
    expect(lesson.minutes).toBeGreaterThanOrEqual(20);
    expect(lesson.minutes).toBeLessThanOrEqual(40);
    expect(lesson.predict.options).toContain(lesson.predict.right);
    expect(lesson.explain.options).toContain(lesson.explain.right);
    for (const right of lesson.exit) expect(["a", "b", "c"]).toContain(right);
  },
);

test.each(LESSONS.map((lesson) => [lesson.name, lesson] as const))("the worlds of %s can be opened", (_, lesson) => {
  const { a, b, against, months, measure, other } = lesson.watch;
  const worlds = [a, b, ...(against === undefined ? [] : [against])];
  if (lesson.act.kind !== "choose") worlds.push(lesson.act.world);
  for (const { scenario, settings } of worlds) {
    const resolved = resolve(scenario, { settings: { ...settings, months } }, CATALOGUE);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const { model } = resolved.value.plan;
    const measures = [...model.measures.map(({ id }) => id), "sales.causal.change"];
    for (const id of [measure, other ?? measure]) expect(measures).toContain(id);
    for (const path of lesson.free) expect(Object.keys(resolved.value.values)).toContain(path);
  }
});

test.each(LESSONS.map((lesson) => [lesson.name, lesson] as const))(
  "whatever %s says to happen is a check, or is known not to be one",
  (_, { name, predict, explain, exit, claims, plain, played = [] }) => {
    const ids = new Set(checks.checks.map(({ id }) => id));
    for (const { check } of claims) expect(ids).toContain(check);
    const own = checks.checks.map(({ id }) => id).filter((id) => id.startsWith(`lesson.${name}.`));
    expect(claims.map(({ check }) => check).sort()).toEqual(own.sort());
    const told = [
      "act.after",
      "explain.prompt",
      `predict.option.${predict.right}`,
      ...explain.options.map((id) => `explain.reading.${id}`),
      ...exit.map((_right, k) => `exit.${k + 1}.why`),
      ...["1", "2", "3"].map((which) => `teacher.wrong.${which}`),
    ];
    const known = [...claims.flatMap(({ said }) => said), ...plain, ...played];
    expect(told.filter((part) => !known.includes(part))).toEqual([]);
    for (const part of known) expect(words).toHaveProperty([`lesson.${name}.${part}`]);
    for (const { check, said } of claims) expect(said, check).not.toEqual([]);
  },
);

const result = fc.record({
  lesson: fc.integer({ min: 1, max: 9 }),
  seat: fc.integer({ min: 0, max: MOST_SEATS }),
  guess: fc.integer({ min: 0, max: 3 }),
  explained: fc.integer({ min: 0, max: 3 }),
  right: fc.integer({ min: 0, max: 3 }),
  a: fc.option(fc.integer({ min: -900, max: 3000 }).map((value) => value / 1000)),
  b: fc.option(fc.integer({ min: -900, max: 3000 }).map((value) => value / 1000)),
});

test("a result code says what was put into it, however it is typed", () => {
  fc.assert(
    fc.property(result, (given) => {
      const code = codeOf(given, 1000);
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
      expect(resultOf(code.toLowerCase().replaceAll("-", " "), () => 1000)).toEqual(given);
    }),
  );
});

test("a wrong letter, and two that changed places, are noticed", () => {
  fc.assert(
    fc.property(result, fc.nat(8), fc.integer({ min: 1, max: 31 }), (given, at, step) => {
      const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
      const code = codeOf(given, 1000).replaceAll("-", "");
      const wrong = letters[(letters.indexOf(code[at]) + step) % 32];
      expect(resultOf(code.slice(0, at) + wrong + code.slice(at + 1), () => 1000)).toBeNull();
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if (at < 8 && code[at] !== code[at + 1]) expect(resultOf(swapped, () => 1000)).toBeNull();
    }),
  );
});
