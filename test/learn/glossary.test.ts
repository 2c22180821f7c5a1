import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import glossary from "../../scenarios/glossary.json" with { type: "json" };
import lessons from "../../ui/i18n/lessons/en.json" with { type: "json" };
import { TERMS, meaningOf, nameOf, placeIn } from "../../ui/glossary/terms.ts";
import { LESSONS } from "../../ui/learn/lesson.ts";

const LANGUAGES = ["en", "es", "de", "zh"];

function wordsIn(folder: string, language: string): Record<string, string> {
  const file = new URL(`../../ui/i18n/${folder}/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Words of the field that a newcomer may not know. Whoever writes one into a lesson explains it. */
const FIELD =
  /(?<!\p{L})(transaction costs?|free riders?|conditional co-operat\p{L}+|reputation|exposure|brokers?|clusters?|networks?|pilots?|autonomy|legal form|pipelines?|buzz|locked in|suppliers?|dependen\p{L}+|grants?|control group|intervals?|assumptions?|contributions?|fines?|fees?|ties?|trust|externalit\p{L}+|moral hazard|hold-up|social capital|embeddedness|spillovers?|modularity|centrality|clustering|dormancy|consorti\p{L}+|collective action|public goods?)(?!\p{L})/giu;

test("every term of the field that a lesson uses is in the glossary", () => {
  const unknown = Object.entries(lessons)
    .filter(([key]) => key.startsWith("lesson."))
    .flatMap(([key, words]) => [...words.matchAll(FIELD)].map(([word]) => [key, word] as const))
    .filter(([, word]) => TERMS.every((term) => placeIn(term, word) === null));
  expect(unknown).toEqual([]);
});

test.each(LANGUAGES)(
  "in %s every term has a name, one sentence, and stands in a lesson as it is looked for",
  (language) => {
    const terms = wordsIn("glossary", language);
    const all = Object.entries(wordsIn("lessons", language));
    const said = all.filter(([key]) => key.startsWith("lesson.")).map(([, words]) => words);
    const expected = glossary.terms.flatMap(({ id }) => [`term.${id}`, `term.${id}.means`, `term.${id}.forms`]);
    expect(Object.keys(terms).sort()).toEqual(expected.sort());
    for (const { id } of glossary.terms) {
      const means = terms[`term.${id}.means`];
      expect(means, id).toMatch(/^[^.。]+[.。]$/u);
      const forms = new RegExp(terms[`term.${id}.forms`], "iu");
      expect(
        said.some((words) => forms.test(words)),
        `${id}: ${terms[`term.${id}.forms`]}`,
      ).toBe(true);
    }
  },
);

test("a term is found as a word of its own", () => {
  const tie = TERMS.find(({ id }) => id === "tie");
  if (tie === undefined) throw new Error("There is no such term.");
  expect(placeIn(tie, "Many ties join them")).toEqual({ at: 5, length: 4 });
  expect(placeIn(tie, "the properties of cities")).toBeNull();
  expect([nameOf(tie), meaningOf(tie).endsWith(".")]).toEqual(["Tie", true]);
  for (const { source } of TERMS) expect(source).toMatch(/\d{4}/);
  expect(LESSONS.length).toBe(9);
});
