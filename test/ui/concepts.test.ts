import fc from "fast-check";
import { expect, test } from "vitest";
import en from "../../ui/i18n/concepts/en.json";
import { CONCEPTS } from "../../ui/learn/concepts/concepts.ts";
import type { Answers, Tries } from "../../ui/learn/concepts/tries.ts";
import { NO_TRIES, begun, finished, gain, score, triesOf, triesText } from "../../ui/learn/concepts/tries.ts";
import { LESSONS } from "../../ui/learn/lesson.ts";

test("every lesson has a question, and each question says all it has to say", () => {
  const parts = CONCEPTS.flatMap(({ id, options }) => [
    `concept.${id}.idea`,
    `concept.${id}.question`,
    ...options.flatMap((option) => [`concept.${id}.option.${option}`, `concept.${id}.reading.${option}`]),
  ]);
  const said = Object.keys(en).filter((key) => key.startsWith("concept."));
  expect(said.sort()).toEqual(parts.sort());
  expect(new Set(CONCEPTS.map(({ lesson }) => lesson))).toEqual(new Set(LESSONS.map(({ number }) => number)));
});

test("the right answer stands as often first as last, and is never told by its reading alone", () => {
  const places = [0, 1, 2].map((at) => CONCEPTS.filter(({ options, right }) => options[at] === right).length);
  expect(places).toEqual([4, 4, 4]);
  const words: Readonly<Record<string, string>> = en;
  for (const { id, options, right } of CONCEPTS) {
    expect(options).toContain(right);
    const praised = options.filter((option) => words[`concept.${id}.reading.${option}`].startsWith("Yes."));
    expect(praised).toEqual([right]);
  }
});

test("the gain is what was gained of what could be", () => {
  expect(gain(4, 10, 12)).toBe(0.75);
  expect(gain(4, 4, 12)).toBe(0);
  expect(gain(8, 6, 12)).toBe(-0.5);
  expect(gain(12, 12, 12)).toBeNull();
});

test("two tries are counted, open questions as not known, and a third takes the place of the second", () => {
  const right = Object.fromEntries(CONCEPTS.map(({ id, right: option }) => [id, option]));
  const first = finished({ ...begun(NO_TRIES), draft: { trust: "weighs", broker: "grant" } }, CONCEPTS);
  expect(first.draft).toBeNull();
  expect(first.before).toMatchObject({ trust: "weighs", broker: "grant", exit: null });
  expect(score(first.before ?? {}, CONCEPTS)).toBe(1);
  const second = finished({ ...begun(first), draft: right }, CONCEPTS);
  expect(second.before).toEqual(first.before);
  expect(score(second.after ?? {}, CONCEPTS)).toBe(12);
  const third = finished(begun(second), CONCEPTS);
  expect(third.before).toEqual(first.before);
  expect(score(third.after ?? {}, CONCEPTS)).toBe(0);
});

const answers: fc.Arbitrary<Answers> = fc
  .array(fc.tuple(fc.constantFrom(...CONCEPTS), fc.nat(3)))
  .map((given) => Object.fromEntries(given.map(([{ id, options }, at]) => [id, options[at] ?? null])));

test("what is kept is read as it was written, and anything else as far as it makes sense", () => {
  fc.assert(
    fc.property(answers, answers, fc.option(answers), (before, after, draft) => {
      const tries: Tries = { before, after, draft };
      expect(triesOf(triesText(tries), CONCEPTS)).toEqual(tries);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(triesOf(text, CONCEPTS)).toEqual(NO_TRIES);
    }),
  );
  const odd = {
    format: "distretto/concept-answers/1",
    before: { trust: "weighs", exit: "nonsense", __proto__x: "weighs", order: 7 },
    after: [],
    draft: "?",
  };
  expect(triesOf(JSON.stringify(odd), CONCEPTS)).toEqual({ before: { trust: "weighs" }, after: null, draft: null });
  const late = { format: "distretto/concept-answers/1", before: null, after: { trust: "weighs" } };
  expect(triesOf(JSON.stringify(late), CONCEPTS)).toEqual(NO_TRIES);
  expect(triesOf(null, CONCEPTS)).toEqual(NO_TRIES);
});
