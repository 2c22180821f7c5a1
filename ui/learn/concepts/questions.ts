import { element, say } from "../../parts/element.ts";
import type { Concept } from "./concepts.ts";
import { CONCEPTS, conceptWords, testWords } from "./concepts.ts";
import type { Answers } from "./tries.ts";

/** Stands for "I do not know" among the options. */
const UNKNOWN = "";

/** All questions, each with its options and a way to say that one does not know; no answer is commented on here. */
export function questions(draft: Answers, changed: (answers: Answers) => void): HTMLElement[] {
  let answers = draft;
  const count = element("p", { class: "learn-note", attributes: { role: "status" } });
  const tell = (): void =>
    say(count, testWords("concepts.answered", { done: Object.keys(answers).length, all: CONCEPTS.length }));
  const choose = (id: string, option: string): void => {
    answers = { ...answers, [id]: option === UNKNOWN ? null : option };
    changed(answers);
    tell();
  };
  tell();
  return [...CONCEPTS.map((concept, at) => question(concept, at, answers[concept.id], choose)), count];
}

function question(
  concept: Concept,
  at: number,
  given: string | null | undefined,
  choose: (id: string, option: string) => void,
): HTMLElement {
  const { id, options } = concept;
  const name = `concept-${id}`;
  const chosen = given === null ? UNKNOWN : given;
  const row = (option: string, words: string): HTMLElement => {
    const input = element("input", {
      attributes: { type: "radio", name, id: `${name}-${option}`, checked: option === chosen },
      on: { change: () => choose(id, option) },
    });
    const label = element("label", { attributes: { for: `${name}-${option}` } }, words);
    return element("div", { class: "exit-option" }, input, label);
  };
  return element(
    "fieldset",
    { class: "exit-question" },
    element("legend", {}, `${at + 1} ${conceptWords(concept, "question")}`),
    ...options.map((option) => row(option, conceptWords(concept, `option.${option}`))),
    row(UNKNOWN, testWords("concepts.unknown")),
  );
}
