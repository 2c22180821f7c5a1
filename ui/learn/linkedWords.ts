import { linked } from "../glossary/linked.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";

/** Parts of a lesson in the order in which they are read; of the last two only one is read at a time. */
function pathOf({ explain, exit }: Lesson): string[][] {
  const main = ["act.prompt", "act.after", "predict.prompt", "watch.prompt", "explain.prompt"].map((part) => [part]);
  return [
    ...main,
    explain.options.map((id) => `explain.reading.${id}`),
    ["free.prompt"],
    ["1", "2", "3"].map((which) => `free.try.${which}`),
    exit.map((_, k) => `exit.${k + 1}.why`),
  ];
}

/** Parts of the teacher's page, which stands by itself. */
const TEACHER = [
  "goal",
  "first",
  "question.1",
  "question.2",
  "question.3",
  "wrong.1",
  "wrong.2",
  "wrong.3",
  "timing",
].map((part) => [`teacher.${part}`]);

/** A lesson's own words, with the terms that first stand in this part. */
export function linkedWords(lesson: Lesson, part: string): (string | HTMLElement)[] {
  const path = part.startsWith("teacher.") ? TEACHER : pathOf(lesson);
  const at = path.findIndex((parts) => parts.includes(part));
  const before = path.slice(0, Math.max(0, at)).flat();
  return linked(
    wordsOf(lesson, part),
    before.map((each) => wordsOf(lesson, each)),
  );
}
