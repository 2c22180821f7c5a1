import { formOf } from "./guess.ts";
import type { Lesson } from "./lesson.ts";
import type { Result } from "./resultCode.ts";
import { codeOf } from "./resultCode.ts";
import type { LearnState } from "./state.ts";

/** What came of a lesson, for the class and for a page that shows the lesson in a frame. */
export function resultOfLesson(lesson: Lesson, learn: LearnState): Result {
  const { seat, guess, marks, explained, exit, worlds } = learn;
  return {
    lesson: lesson.number,
    seat: seat ?? 0,
    guess: guess === null || lesson.predict.kind !== "choice" ? 0 : lesson.predict.options.indexOf(guess) + 1,
    marks,
    explained: explained === null ? 0 : lesson.explain.options.indexOf(explained) + 1,
    right: exit.filter((given, k) => given === lesson.exit[k]).length,
    a: worlds?.a[0] ?? null,
    b: worlds?.b[0] ?? null,
  };
}

export function codeOfLesson(lesson: Lesson, learn: LearnState): string {
  return codeOf(resultOfLesson(lesson, learn), formOf(lesson));
}

/** The message to the page that shows a lesson in a frame: README, "In a learning platform", says what stands in it. */
export function resultMessage(lesson: Lesson, learn: LearnState): object {
  const { seat, right } = resultOfLesson(lesson, learn);
  const code = codeOfLesson(lesson, learn);
  return { format: "distretto/result/1", lesson: lesson.name, seat, code, right, of: lesson.exit.length };
}
