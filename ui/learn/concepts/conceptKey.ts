import { element } from "../../parts/element.ts";
import type { Concept } from "./concepts.ts";
import { CONCEPTS, conceptWords, testWords } from "./concepts.ts";

/** For teachers, folded: which option is right, and what a class that chose another one may think. */
export function conceptKey(): HTMLElement {
  return element(
    "details",
    { class: "concept-key" },
    element("summary", {}, testWords("concepts.key")),
    element("p", {}, testWords("concepts.keyNote")),
    element("ol", {}, ...CONCEPTS.map((concept) => element("li", {}, ...entry(concept)))),
  );
}

function entry(concept: Concept): HTMLElement[] {
  const { lesson, options, right } = concept;
  const option = (id: string): HTMLElement => {
    const words = conceptWords(concept, `option.${id}`);
    const name = id === right ? element("strong", {}, words) : words;
    return element("li", {}, name, " — ", conceptWords(concept, `reading.${id}`));
  };
  return [
    element(
      "p",
      {},
      `${conceptWords(concept, "idea")} (${testWords("concepts.lessonOf", { number: lesson })}): ${conceptWords(concept, "question")}`,
    ),
    element("ul", {}, ...options.map(option)),
  ];
}
