import type { Lesson, LinePredict } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import type { LineWords } from "./lineChart.ts";
import { said } from "./words.ts";

/** What stands at the frame of a line. */
export function lineWords(lesson: Lesson, { event }: LinePredict): LineWords {
  return { month: said("guess.axis"), event: event === undefined ? "" : wordsOf(lesson, "predict.event") };
}
