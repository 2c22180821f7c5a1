import { integer, number } from "../kernel/params.ts";
import { NO_PROJECT } from "../world/networks.ts";
import type { Stream } from "../kernel/random.ts";
import type { World } from "../world/world.ts";
import { institution } from "./institution.ts";

/** A fee above this share of a month's sales keeps a firm away. */
const BEARABLE = 0.1;
/** How many times as often members of a network with a project have a case. */
const JOINT_NEED = 3;

/** Firms that wait at each region's centre: those who have waited longest first, then in the order of a draw. */
function queues(world: World, order: Stream): number[][] {
  const { firms, regions } = world;
  const waiting: { i: number; place: number }[][] = Array.from({ length: regions.count }, () => []);
  for (let i = 0; i < firms.count; i++) {
    if (!firms.alive[i] || firms.waiting[i] === 0) continue;
    waiting[firms.region[i]].push({ i, place: order.uniform(firms.keyHigh[i], firms.keyLow[i]) - firms.waiting[i] });
  }
  return waiting.map((queue) => queue.sort((a, b) => a.place - b.place || a.i - b.i).map(({ i }) => i));
}

/** Service centres, one in each region: what they can do a month is limited, so cases wait, and long queues deter. */
export const serviceCentres = institution({
  id: "serviceCentres",
  title: "Service centres",
  claim:
    "Design, testing and production advice raise quality where they are near, good and affordable; queues and fees decide who gets them.",
  source: "Ceglie & Dini 1999: Jamaica; Brusco 1992; sizes assumed",
  reads: [
    "firms.alive",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.network",
    "firms.openness",
    "firms.region",
    "firms.sales",
    "networks.project",
  ],
  writes: [
    "firms.quality",
    "firms.knowledge",
    "firms.waiting",
    "regions.centreOpen",
    "regions.queue",
    "tally.cases",
    "tally.programme",
    "tally.fees",
  ],
  params: {
    capacity: integer({
      label: "Capacity",
      unit: "cases a month",
      min: 0,
      max: 10_000,
      start: 30,
      doc: "Cases that all centres together can serve; each region has an equal part.",
      source: "assumed",
    }),
    quality: number({
      label: "Quality of service",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "How good the advice is; a firm already better learns nothing.",
      source: "assumed",
    }),
    effect: number({
      label: "Effect of a case",
      unit: "share of the gap",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "How much of what a firm lacks against the centre one case closes, in quality and knowledge.",
      source: "assumed",
    }),
    fee: number({
      label: "Fee",
      unit: "kUSD a case",
      min: 0,
      max: 10,
      step: 0.01,
      start: 0.05,
      doc: "What a firm pays; the smaller the firm, the more it keeps away.",
      source: "assumed; in Jamaica the fee structure was still to be found",
    }),
    cost: number({
      label: "Cost of a place",
      unit: "kUSD a month",
      min: 0,
      max: 10,
      step: 0.01,
      start: 0.25,
      doc: "Cost of the capacity for one case a month, used or not.",
      source: "assumed",
    }),
    patience: integer({
      label: "Patience in the queue",
      unit: "months",
      min: 1,
      max: 120,
      start: 6,
      doc: "Months after which a firm that waits gives up.",
      source: "assumed",
    }),
    need: number({
      label: "Need for service",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.06,
      doc: "Chance that a firm of average openness has a case; three times that with a joint project.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { firms, networks, regions, tally } = world;
    if (settings.capacity === 0 || regions.count === 0) return;
    const places = Math.floor(settings.capacity / regions.count);
    const spare = settings.capacity - places * regions.count;
    const has = draws("case");
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      if (firms.waiting[i] > 0) {
        firms.waiting[i] = firms.waiting[i] > settings.patience ? 0 : firms.waiting[i] + 1;
        continue;
      }
      const joint = firms.network[i] >= 0 && networks.project[firms.network[i]] !== NO_PROJECT ? JOINT_NEED : 1;
      const bearable = Math.max(0, 1 - settings.fee / (BEARABLE * firms.sales[i]));
      const deterred = 1 + regions.queue[firms.region[i]] / Math.max(1, places);
      const chance = (settings.need * joint * (0.5 + firms.openness[i]) * bearable) / deterred;
      if (has.uniform(firms.keyHigh[i], firms.keyLow[i]) < chance) firms.waiting[i] = 1;
    }
    queues(world, draws("order")).forEach((queue, r) => {
      const served = queue.slice(0, places + (r < spare ? 1 : 0));
      for (const i of served) {
        firms.waiting[i] = 0;
        firms.quality[i] += settings.effect * Math.max(0, settings.quality - firms.quality[i]);
        firms.knowledge[i] += settings.effect * Math.max(0, settings.quality - firms.knowledge[i]);
      }
      regions.centreOpen[r] = month;
      regions.queue[r] = queue.length - served.length;
      tally.cases[0] += served.length;
      tally.fees[0] += settings.fee * served.length;
    });
    tally.programme[0] += settings.cost * settings.capacity;
  },
});
