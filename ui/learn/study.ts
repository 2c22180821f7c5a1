import type { StudyReading, StudyRequest, Value } from "../../sim/contract.ts";
import type { Lesson, LessonWorld } from "./lesson.ts";
import type { Worlds } from "./state.ts";

/** What a lesson asks of its worlds, and what it takes from the answer. */

/** A seat is a seed: every student watches another world. */
export function seedOf(seat: number | null): string | undefined {
  return seat === null ? undefined : `class/${seat}/1`;
}

/** Both arms on the same worlds: those of a seat, or the lesson's own. */
export function studyOf({ name, watch, predict }: Lesson, seat: number | null, replicates: number): StudyRequest {
  const arm = (id: string, { scenario, settings }: LessonWorld) => ({ name: id, scenario, settings });
  const arms = [
    arm("a", watch.a),
    arm("b", watch.b),
    ...(watch.against === undefined ? [] : [arm("none", watch.against)]),
  ];
  const settings: Record<string, Value> = { months: watch.months };
  return {
    arms,
    settings,
    seed: seat === null ? name : `class/${seat}`,
    replicates,
    target: { measure: watch.measure, value: 0, sense: "least" },
    course: predict.kind === "line" ? predict.measure : undefined,
    also: watch.other === undefined ? undefined : [watch.other],
    budget: null,
    valuation: { rate: 0, valueAdded: 1 },
  };
}

/** What a reading says of both arms; what was there before where it says nothing yet. */
export function worldsOf(
  { watch }: Lesson,
  reading: StudyReading | null,
  before: Pick<Worlds, "a" | "b">,
): Pick<Worlds, "a" | "b" | "courses"> {
  if (reading === null) return before;
  const [a, b] = reading.arms;
  return {
    a: a.values[watch.measure] ?? before.a,
    b: b.values[watch.other ?? watch.measure] ?? before.b,
    courses: { a: a.course, b: b.course },
  };
}
