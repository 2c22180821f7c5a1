import type { Phase, Story } from "../contract.ts";
import type { Value } from "../kernel/params.ts";
import type { World } from "../world/world.ts";
import { eventsOf } from "./events.ts";
import type { MainMemory } from "./memory.ts";

/** Settings by group and name. */
type Settings = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** What is planned for the whole horizon; a bar lies between 0 and the last month. */
function programmeOf(settings: Settings, months: number): Story["programme"] {
  const { brokers, fees, sanctions } = settings;
  const bars: Story["programme"][number][] = [];
  const add = (kind: (typeof bars)[number]["kind"], start: Value, end: Value): void => {
    const from = Math.max(0, Number(start));
    const to = Math.min(months, Number(end));
    if (to > from) bars.push({ kind, from, to });
  };
  if (Number(brokers.count) > 0) {
    add("brokers", brokers.start, brokers.end);
    const free = fees?.schedule === "rising" ? Number(fees.free) : 0;
    if (fees !== undefined && fees.schedule !== "none") add("fee", Number(brokers.start) + free, brokers.end);
  }
  if (sanctions.fines === true && Number(sanctions.fine) > 0) add("fines", 0, months);
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
export function storyOf(world: World, memory: MainMemory, settings: Settings, months: number): Story {
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
    programme: programmeOf(settings, months),
  };
}
