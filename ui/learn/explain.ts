import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { choices, onward, prompt, reading } from "./prompt.ts";
import type { LearnState } from "./state.ts";

/** Explain: every answer gets a fair reading. */
export function explainPanel(lesson: Lesson, learn: LearnState, learning: Learning): HTMLElement[] {
  const options = lesson.explain.options.map((id) => ({ id, words: wordsOf(lesson, `explain.option.${id}`) }));
  const { explained } = learn;
  return [
    prompt(...linkedWords(lesson, "explain.prompt")),
    choices(options, explained, (id) => learning.explain(id)),
    ...(explained === null
      ? []
      : [reading(...linkedWords(lesson, `explain.reading.${explained}`)), onward(() => learning.next())]),
  ];
}
