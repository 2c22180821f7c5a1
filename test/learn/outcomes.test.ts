import { expect, test } from "vitest";
import { MODEL_VERSION } from "../../sim/index.ts";
import outcomes from "../../scenarios/evidence/outcomes.json" with { type: "json" };
import { LESSONS, lessonOf } from "../../ui/learn/lesson.ts";
import { outcomesOf } from "../../ui/learn/outcomes.ts";
import { outcomeOf } from "./outcomeOf.ts";

/** The short form of `npm run check:outcomes`: what teachers' pages draw is what the worlds of the lessons show. */

const WORLDS = 2;

test("every lesson has its worlds, of this model", () => {
  expect(outcomes.modelVersion).toBe(MODEL_VERSION);
  for (const lesson of LESSONS) {
    const found = outcomesOf(lesson);
    expect(found?.a.length, lesson.name).toBe(outcomes.worlds);
    expect(found?.b.length, lesson.name).toBe(outcomes.worlds);
    const { predict, watch } = lesson;
    expect(found?.course?.median.length, lesson.name).toBe(predict.kind === "line" ? watch.months + 1 : undefined);
    // What a line begins with is no guess.
    if (predict.kind === "line") expect(found?.course?.median[0]).toBeCloseTo(predict.start, 2);
  }
});

test("the first worlds of a lesson, played again", async () => {
  const lesson = lessonOf("when-the-broker-leaves");
  if (lesson === null) throw new Error("There is no such lesson.");
  const kept = outcomesOf(lesson);
  const played = await outcomeOf(lesson, WORLDS);
  expect(played.a).toEqual(kept?.a.slice(0, WORLDS));
  expect(played.b).toEqual(kept?.b.slice(0, WORLDS));
});
