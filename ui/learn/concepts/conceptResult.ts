import { linked } from "../../glossary/linked.ts";
import { percent } from "../../i18n/text.ts";
import { element } from "../../parts/element.ts";
import type { Concept } from "./concepts.ts";
import { CONCEPTS, conceptWords, testWords } from "./concepts.ts";
import type { Answers } from "./tries.ts";
import { gain, score } from "./tries.ts";

/** What came of the test taken twice: both scores, the gain, and a reading of every answer. */
export function conceptResult(before: Answers, after: Answers): HTMLElement[] {
  const all = CONCEPTS.length;
  const [first, second] = [score(before, CONCEPTS), score(after, CONCEPTS)];
  return [
    element(
      "div",
      { class: "concept-score", attributes: { tabindex: -1 } },
      element("p", {}, testWords("concepts.beforeScore", { right: first, all })),
      element("p", {}, testWords("concepts.afterScore", { right: second, all })),
      element("p", { class: "learn-prompt" }, gainWords(first, second, all)),
    ),
    element("p", { class: "learn-note" }, testWords("concepts.gain.note")),
    table(before, after),
    ...CONCEPTS.map((concept) => reading(concept, after[concept.id] ?? null)),
  ];
}

function gainWords(before: number, after: number, all: number): string {
  const share = gain(before, after, all);
  if (share === null && after === all) return testWords("concepts.gain.full");
  if (after === before) return testWords("concepts.gain.none");
  if (share === null || share < 0) return testWords("concepts.gain.less", { lost: before - after });
  return testWords("concepts.gain.more", { open: all - before, gained: after - before, share: percent(share) });
}

function table(before: Answers, after: Answers): HTMLElement {
  const heads = [testWords("concepts.idea"), testWords("concepts.before"), testWords("concepts.after")];
  const cell = ({ id, right }: Concept, answers: Answers): HTMLElement => {
    const answer = answers[id] ?? null;
    const verdict = answer === null ? "concepts.notKnown" : answer === right ? "concepts.right" : "concepts.wrong";
    const traits = answer === right ? { class: "concept-right" } : {};
    return element("td", traits, testWords(verdict));
  };
  return element(
    "table",
    { class: "class-table" },
    element("caption", {}, testWords("concepts.table")),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((each) => element("th", { attributes: { scope: "col" } }, each))),
    ),
    element(
      "tbody",
      {},
      ...CONCEPTS.map((concept) =>
        element(
          "tr",
          {},
          element(
            "th",
            { attributes: { scope: "row" } },
            `${conceptWords(concept, "idea")} (${testWords("concepts.lessonOf", { number: concept.lesson })})`,
          ),
          cell(concept, before),
          cell(concept, after),
        ),
      ),
    ),
  );
}

/** The answer given last, read fairly; where it was not the right one, that one is read as well. */
function reading(concept: Concept, answer: string | null): HTMLElement {
  const { right } = concept;
  const said = answer === null ? testWords("concepts.unknown") : conceptWords(concept, `option.${answer}`);
  const read = answer === null || answer === right ? [right] : [answer, right];
  return element(
    "section",
    { class: "concept-reading" },
    element("h2", { class: "small-heading" }, conceptWords(concept, "idea")),
    element("p", {}, conceptWords(concept, "question")),
    element("p", {}, testWords("concepts.yours", { answer: said })),
    ...read.map((option) => {
      const own = option === answer ? [] : [element("strong", {}, conceptWords(concept, `option.${option}`)), ". "];
      return element("p", { class: "learn-reading" }, ...own, ...linked(conceptWords(concept, `reading.${option}`)));
    }),
  );
}
