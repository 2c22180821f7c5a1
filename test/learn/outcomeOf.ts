import { Study, prepareStudy, runStudy } from "../../sim/index.ts";
import type { Course } from "../../sim/contract.ts";
import { comparisonDocument } from "../../src/host/documents.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import type { Lesson } from "../../ui/learn/lesson.ts";
import { studyOf, worldsOf } from "../../ui/learn/study.ts";

/** What the worlds of a lesson show, played as the lesson plays them: an entry of `scenarios/evidence/outcomes.json`. */

export interface Outcome {
  readonly lesson: string;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** Only where a line is drawn: median, then from and to of the middle half and of nine in ten. */
  readonly course?: readonly (readonly (number | null)[])[];
}

/** Digits that a chart can show. */
const DIGITS = 4;

function round(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : Number(value.toFixed(DIGITS));
}

function courseOf({ median, half, most }: Course): NonNullable<Outcome["course"]> {
  return [median, ...half, ...most].map((values) => values.map(round));
}

/** @param worlds at least two */
export async function outcomeOf(lesson: Lesson, worlds: number): Promise<Outcome> {
  const prepared = prepareStudy(studyOf(lesson, null, worlds), CATALOGUE);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const study = new Study(prepared.value);
  await runStudy(study, runHere(CATALOGUE));
  const { a, b, courses } = worldsOf(lesson, study.reading(comparisonDocument, true), { a: [], b: [] });
  const course = lesson.predict.kind === "line" ? courses?.[lesson.predict.arm] : null;
  return {
    lesson: lesson.name,
    a: a.map(round),
    b: b.map(round),
    ...(course !== null && course !== undefined && { course: courseOf(course) }),
  };
}
