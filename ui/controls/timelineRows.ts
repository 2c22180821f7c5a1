import type { HappeningKind, Story } from "../../sim/contract.ts";
import type { Course } from "../charts/phaseStrip.ts";

export interface Row {
  readonly network: Story["networks"][number];
  /** Phases that have begun by the month shown. */
  readonly course: Course;
  /** The network of the firm in focus. */
  readonly isFocus: boolean;
}

/** Networks founded by a month, the one in focus on top, then the one whose phase changed last. */
export function latestFirst(story: Story | null, month: number, focus: number): Row[] {
  const rows = (story?.networks ?? []).flatMap((network) => {
    const course = network.phases.filter(({ from }) => from <= month);
    return course.length === 0 ? [] : [{ network, course, isFocus: network.row === focus }];
  });
  const latest = ({ course }: Row): number => course[course.length - 1].from;
  return rows.sort(
    (a, b) => Number(b.isFocus) - Number(a.isFocus) || latest(b) - latest(a) || b.network.row - a.network.row,
  );
}

/** Events that get a sign of their own on the timeline; refusals and single comings and goings would fill every month. */
const TELLING: ReadonlySet<HappeningKind> = new Set<HappeningKind>([
  "brokersCame",
  "brokersLeft",
  "strategic",
  "selfManaged",
  "dormant",
  "woke",
  "dissolved",
]);

/** Months in which something telling happened. */
export function eventMonths(story: Story | null): number[] {
  const months = new Set<number>();
  for (const { kind, month } of story?.events ?? []) if (TELLING.has(kind)) months.add(month);
  return [...months].sort((a, b) => a - b);
}
