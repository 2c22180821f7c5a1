import type { World } from "../world/world.ts";
import { LATER, STILL_RUNNING } from "./recorder.ts";
import type { MainMeasure, MainMemory } from "./memory.ts";

/** What becomes of networks while a broker assists them, and when they stand alone. */

/** Network-years below which a rate of ending says nothing. */
const LEAST_YEARS = 5;

/** Networks that outlived their broker's assistance and were seen 24 months later; how many of them ran. */
function seenLater(world: World, memory: MainMemory): { seen: number; running: number } {
  const { networks } = world;
  let seen = 0;
  let running = 0;
  for (let g = 0; g < networks.count; g++) {
    const later = memory.past.later[g];
    const endedWithBroker = networks.ended[g] >= 0 && networks.ended[g] <= networks.brokerLeft[g];
    if (later === 0 || endedWithBroker) continue;
    seen += 1;
    if (later === STILL_RUNNING) running += 1;
  }
  return { seen, running };
}

/** A month's column summed over all months, in years. */
export function yearsOf(column: Uint32Array, months: number): number {
  let sum = 0;
  for (let m = 0; m < months; m++) sum += column[m];
  return sum / 12;
}

export const survivalMeasures: readonly MainMeasure[] = [
  {
    id: "networks.dissolvedDuringAssistance.share",
    title: "Networks lost during assistance",
    unit: "share",
    formula: "networks that had ended or were dormant when their broker left, over networks ever assisted",
    over: "all networks ever assisted by a broker",
    nullWhen: "no network was assisted",
    value({ networks }) {
      let lost = 0;
      let assisted = 0;
      for (let g = 0; g < networks.count; g++) {
        if (networks.led[g] === 0) continue;
        assisted += 1;
        if (networks.asleepWhenLeft[g] === 1) lost += 1;
      }
      return assisted === 0 ? null : lost / assisted;
    },
  },
  {
    id: "networks.aliveAfterExit24",
    title: "Networks running two years after the broker",
    unit: "networks",
    formula: `number of assisted networks that ran a project ${LATER} months after their broker left`,
    over: "networks whose broker left at least 24 months ago",
    nullWhen: "never",
    value: (world, memory) => seenLater(world, memory).running,
  },
  {
    id: "networks.survivalAfterExit24",
    title: "Survival two years after the broker",
    unit: "share",
    formula: `assisted networks that ran a project ${LATER} months after their broker left, over those that had not ended when it left and were observed that long`,
    over: "networks whose broker left at least 24 months ago and found them alive",
    nullWhen: "no such network was observed that long",
    value(world, memory) {
      const { seen, running } = seenLater(world, memory);
      return seen === 0 ? null : running / seen;
    },
  },
  {
    id: "networks.hazard.unassisted",
    title: "Ends of networks without a broker",
    unit: "ends a network-year",
    formula: "networks that ended in a month they had begun without a broker, over such network-months / 12",
    over: "all networks without a broker that have not ended, dormant ones among them, since month 0",
    nullWhen: `below ${LEAST_YEARS} network-years`,
    value(_, { months }) {
      const years = yearsOf(months.unassisted, months.count);
      if (years < LEAST_YEARS) return null;
      return yearsOf(months.unassistedEnds, months.count) / (years / 12);
    },
  },
];
