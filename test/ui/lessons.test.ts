import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { resolve } from "../../sim/index.ts";
import checks from "../../scenarios/checks.json" with { type: "json" };
import en from "../../ui/i18n/lessons/en.json";
import { LESSONS, STEPS } from "../../ui/learn/lesson.ts";
import type { Lesson } from "../../ui/learn/lesson.ts";
import { MOST_SEATS } from "../../ui/learn/place.ts";
import { stepsOf } from "../../ui/learn/guess.ts";
import { MOST_STEPS, codeOf, resultOf } from "../../ui/learn/resultCode.ts";

const words: Readonly<Record<string, string>> = en;

/** What is said of a guess beside its question. */
function guessParts(predict: Lesson["predict"]): string[] {
  if (predict.kind === "choice") return predict.options.map((id) => `predict.option.${id}`);
  if (predict.kind === "number") return ["predict.unit"];
  return ["predict.axis", ...(predict.event === undefined ? [] : ["predict.event"])];
}

/** Every part of a lesson that is said somewhere. */
function partsOf({ act, predict, explain, exit }: Lesson): string[] {
  const each = (part: string, ids: readonly string[]): string[] => ids.map((id) => `${part}.${id}`);
  const three = ["1", "2", "3"];
  return [
    ...["title", "question", "act.prompt", "act.after", "predict.prompt", "paper", "reader"],
    ...(act.kind === "choose" ? each("act.option", act.options) : ["act.yes", "act.no"]),
    ...guessParts(predict),
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
    if (lesson.predict.kind === "choice") expect(lesson.predict.options).toContain(lesson.predict.right);
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
    if (lesson.predict.kind !== "choice") {
      const guessed = lesson.predict.kind === "line" ? lesson.predict.measure : measure;
      const unit = model.measures.find(({ id }) => id === guessed)?.unit ?? "";
      expect(lesson.predict.shown).toBe(unit === "share" ? "percent" : unit === "0..1" ? "degree" : "count");
    }
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
      ...(predict.kind === "choice" ? [`predict.option.${predict.right}`] : []),
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

test("numbers and lines are guessed too, in steps that fit into a code", () => {
  const kinds = LESSONS.map(({ predict }) => predict.kind);
  for (const kind of ["number", "line"] as const) {
    expect(kinds.filter((each) => each === kind).length).toBeGreaterThanOrEqual(2);
  }
  for (const { predict, watch } of LESSONS) {
    if (predict.kind === "choice") continue;
    expect(stepsOf(predict)).toBeLessThanOrEqual(MOST_STEPS[predict.kind]);
    expect(predict.low + stepsOf(predict) * predict.step).toBeCloseTo(predict.high, 9);
    if (predict.kind !== "line") continue;
    expect(predict.months).toEqual([...predict.months].sort((a, b) => a - b));
    expect(predict.months[predict.months.length - 1]).toBe(watch.months);
  }
});

const FORMS = [
  { scale: 1000, marks: 0 },
  { scale: 1000, marks: 1 },
  { scale: 10, marks: 5 },
] as const;
const LETTERS = [11, 13, 16] as const;

/** A form of codes, and a result that fits it. */
const given = fc.integer({ min: 0, max: 2 }).chain((form) => {
  const { marks, scale } = FORMS[form];
  const value = fc.option(fc.integer({ min: -900, max: 3000 }).map((steps) => steps / scale));
  const most = marks === 1 ? MOST_STEPS.number : MOST_STEPS.line;
  const mark = fc.array(fc.integer({ min: 0, max: most }), { minLength: marks, maxLength: marks });
  return fc.record({
    form: fc.constant(form),
    result: fc.record({
      lesson: fc.integer({ min: 1, max: 9 }),
      seat: fc.integer({ min: 0, max: MOST_SEATS }),
      guess: fc.integer({ min: 0, max: marks === 0 ? 3 : 0 }),
      explained: fc.integer({ min: 0, max: 3 }),
      right: fc.integer({ min: 0, max: 3 }),
      a: value,
      b: value,
      marks: marks === 0 ? fc.constant(null) : fc.option(mark),
    }),
  });
});

test("a result code says what was put into it, however it is typed", () => {
  fc.assert(
    fc.property(given, ({ form, result }) => {
      const code = codeOf(result, FORMS[form]);
      expect(code).toMatch(/^([0-9A-Z]{4}-){2,3}[0-9A-Z]{1,4}$/);
      expect(code.replaceAll("-", "")).toHaveLength(LETTERS[form]);
      const read = resultOf(code.toLowerCase().replaceAll("-", " "), () => FORMS[form]);
      expect(read).toEqual({ ...result, isOlder: false });
    }),
  );
});

test("a wrong letter, one too few, and two that changed places, are noticed", () => {
  fc.assert(
    fc.property(given, fc.nat(14), fc.integer({ min: 1, max: 31 }), ({ form, result }, where, step) => {
      const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
      const read = (code: string) => resultOf(code, () => FORMS[form]);
      const code = codeOf(result, FORMS[form]).replaceAll("-", "");
      const at = where % code.length;
      const wrong = letters[(letters.indexOf(code[at]) + step) % 32];
      expect(read(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull();
      expect(read(code.slice(0, -1))).toBeNull();
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if (at < code.length - 3 && code[at] !== code[at + 1]) expect(read(swapped)).toBeNull();
    }),
  );
});

test("a code of the time before numbers and lines were guessed is read without its guess", () => {
  const result = { lesson: 1, seat: 7, guess: 2, explained: 1, right: 3, a: 0.01, b: 0.4, marks: null };
  const older = codeOf(result, FORMS[0]);
  expect(resultOf(older, () => FORMS[1])).toEqual({ ...result, guess: 0, isOlder: true });
});
