import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { MODEL_VERSION } from "../../sim/index.ts";
import { LESSONS } from "../../ui/learn/lesson.ts";
import type { Outcome } from "../learn/outcomeOf.ts";
import { outcomeOf } from "../learn/outcomeOf.ts";

/** What 100 worlds of each lesson show: the file that teachers' pages draw. A short form is `test/learn/outcomes.test.ts`. */

const WORLDS = 100;
const FILE = new URL("../../scenarios/evidence/outcomes.json", import.meta.url);

test("all worlds of all lessons", { timeout: 7_200_000 }, async () => {
  const lessons: Outcome[] = [];
  for (const lesson of LESSONS) {
    lessons.push(await outcomeOf(lesson, WORLDS));
    expect(lessons[lessons.length - 1].a).toHaveLength(WORLDS);
  }
  const file = { format: "distretto/outcomes/1", modelVersion: MODEL_VERSION, worlds: WORLDS, lessons };
  writeFileSync(FILE, await format(JSON.stringify(file), { parser: "json", printWidth: 120 }));
});
