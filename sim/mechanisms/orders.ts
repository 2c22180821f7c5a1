import { log } from "../kernel/math.ts";
import { logNormal } from "../kernel/sample.ts";
import { salesOfMembers } from "../world/members.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { capabilityOf, worthOfOrder } from "../world/orders.ts";
import { mechanism } from "./mechanism.ts";

/** Groups that share large orders deliver what they can. */
export const orders = mechanism({
  id: "orders",
  title: "Large orders",
  claim:
    "Opening a market without the capability to serve it fails: what cannot be delivered is lost, and costs a name.",
  source: "Ceglie & Dini 1999; sizes assumed",
  reads: [
    "firms.contribution",
    "firms.knowledge",
    "firms.quality",
    "firms.sales",
    "networks.founded",
    "networks.founderHigh",
    "networks.founderLow",
    "networks.project",
    "networks.size",
    "networks.venture",
    "seats.member",
  ],
  writes: ["networks.yield", "tally.ordered", "tally.undelivered"],
  params: {},
  step({ world, draws }) {
    const { networks, seats, firms, ventures, rules, tally } = world;
    const { size, spread, stretch } = rules.orders;
    const sizes = draws("size");
    for (let g = 0; g < networks.count; g++) {
      const { order } = ventures[networks.venture[g]].plan;
      if (networks.project[g] === NO_PROJECT || order === 0) continue;
      const unit = sizes.uniformOf(networks.founderHigh[g], networks.founderLow[g], 0, networks.founded[g]);
      const ordered = logNormal(unit, log(size * order) - (spread * spread) / 2, spread) * salesOfMembers(world, g);
      let reach = 0;
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        reach += stretch * firms.sales[i] * firms.contribution[i] * capabilityOf(world, i);
      }
      networks.yield[g] = worthOfOrder(world, ordered, reach);
      tally.ordered[0] += ordered;
      tally.undelivered[0] += Math.max(0, ordered - reach);
    }
  },
});
