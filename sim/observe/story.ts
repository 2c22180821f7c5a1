import type { Phase, Story } from "../contract.ts";
import type { Value } from "../kernel/params.ts";
import type { World } from "../world/world.ts";
import { eventsOf } from "./events.ts";
import type { MainMemory } from "./memory.ts";

/** Settings by group and name. */
type Settings = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** Settings that hold from a month on. */
interface Change {
  readonly month: number;
  readonly settings: Settings;
}

type Bar = Story["programme"][number];

/** What is planned from the month `first` to `last`; a bar that goes on where an earlier one ends lengthens it. */
function addBars(bars: Bar[], settings: Settings, first: number, last: number): void {
  const { brokers, fees, sanctions } = settings;
  const add = (kind: Bar["kind"], start: Value, end: Value): void => {
    const from = Math.max(first, Number(start));
    const to = Math.min(last, Number(end));
    if (to <= from) return;
    const before = bars.findLast((bar) => bar.kind === kind);
    if (before !== undefined && before.to === from) bars[bars.indexOf(before)] = { kind, from: before.from, to };
    else bars.push({ kind, from, to });
  };
  if (Number(brokers.count) > 0) {
    add("brokers", brokers.start, brokers.end);
    const free = fees?.schedule === "rising" ? Number(fees.free) : 0;
    if (fees !== undefined && fees.schedule !== "none") add("fee", Number(brokers.start) + free, brokers.end);
  }
  if (sanctions.fines === true && Number(sanctions.fine) > 0) add("fines", first, last);
}

/** What is planned for the whole horizon, as the settings change in its course. */
function programmeOf(settings: Settings, changes: readonly Change[], months: number): readonly Bar[] {
  const bars: Bar[] = [];
  const courses = [{ month: 0, settings }, ...changes.filter(({ month }) => month < months)];
  courses.forEach((course, k) => addBars(bars, course.settings, course.month, courses[k + 1]?.month ?? months));
  return bars;
}

/** Months in which the phases of a network began, in order. */
export function phasesOf({ phases }: MainMemory, g: number): Story["networks"][number]["phases"] {
  const begun: { phase: Phase; from: number }[] = [];
  for (let at = 0; at < phases.count; at++) {
    if (phases.network[at] === g) begun.push({ phase: phases.phase[at] as Phase, from: phases.from[at] });
  }
  return begun;
}

/** All networks and events up to now, and the programme as planned to the last of `months`. */
export function storyOf(
  world: World,
  memory: MainMemory,
  settings: Settings,
  months: number,
  changes: readonly Change[] = [],
): Story {
  const { networks } = world;
  const { phases } = memory;
  const begun: { phase: Phase; from: number }[][] = Array.from({ length: networks.count }, () => []);
  for (let at = 0; at < phases.count; at++) {
    begun[phases.network[at]].push({ phase: phases.phase[at] as Phase, from: phases.from[at] });
  }
  return {
    month: world.month,
    networks: begun.map((began, g) => ({
      row: g,
      region: networks.region[g],
      sector: networks.sector[g],
      brokered: networks.led[g] === 1,
      phases: began,
    })),
    events: eventsOf(world),
    programme: programmeOf(settings, changes, months),
  };
}
