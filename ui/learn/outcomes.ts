import measured from "../../scenarios/evidence/outcomes.json";
import type { Course } from "../../sim/contract.ts";
import type { Lesson } from "./lesson.ts";

/** What many worlds of a lesson show: the file of `npm run check:outcomes`. */
export interface Outcomes {
  readonly worlds: number;
  readonly model: string;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** How the measure that is to be drawn unfolds; null where nothing is drawn. */
  readonly course: Course | null;
}

/** An entry of the file; the course is the median, then from and to of the middle half and of nine in ten. */
interface Entry {
  readonly lesson: string;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  readonly course?: readonly (readonly (number | null)[])[] | undefined;
}

const ENTRIES: readonly Entry[] = measured.lessons;

export function outcomesOf({ name }: Lesson): Outcomes | null {
  const found = ENTRIES.find(({ lesson }) => lesson === name);
  if (found === undefined) return null;
  const course = found.course === undefined ? null : courseOf(found.course);
  return { worlds: measured.worlds, model: measured.modelVersion, a: found.a, b: found.b, course };
}

/** The file has no word for "no value". */
function courseOf(columns: readonly (readonly (number | null)[])[]): Course {
  const [median, low50, high50, low90, high90] = columns.map((column) => column.map((value) => value ?? NaN));
  return { median, half: [low50, high50], most: [low90, high90], runs: [] };
}
