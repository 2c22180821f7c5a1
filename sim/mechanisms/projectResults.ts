import { guidance } from "../world/brokers.ts";
import { benefitOf, coordinationCost } from "../world/dilemma.ts";
import { lawFor } from "../world/enforcement.ts";
import { contributionsOf } from "../world/members.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { projectAt, qualityNow } from "../world/ventures.ts";
import { mechanism } from "./mechanism.ts";

/** What the month's project gave and cost each member. */
export const projectResults = mechanism({
  id: "projectResults",
  title: "Project results",
  claim: "All members share what only some have paid for; who gives among those who do not is exploited.",
  source: "Olson 1965; Williamson 1985 (hold-up)",
  reads: [
    "regions.dispersion",
    "regions.law",
    "firms.contribution",
    "firms.fine",
    "firms.region",
    "firms.sales",
    "networks.autonomy",
    "networks.broker",
    "networks.buyer",
    "networks.led",
    "networks.legal",
    "networks.levy",
    "networks.project",
    "networks.quality",
    "networks.size",
    "networks.venture",
    "networks.yield",
    "seats.member",
    "brokers.load",
    "brokers.skill",
    "buyers.active",
  ],
  writes: ["firms.benefit", "tally.bargaining", "tally.watching"],
  params: {},
  step({ world }) {
    const { networks, seats, firms, regions, rules, tally } = world;
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      const size = networks.size[g];
      const project = projectAt(world, g);
      const z = guidance(world, g);
      const given = contributionsOf(world, g);
      const gross = qualityNow(world, g) * benefitOf(project, given) * (1 - project.leak);
      for (let at = g * seats.width; at < g * seats.width + size; at++) {
        const i = seats.member[at];
        const region = firms.region[i];
        const own = firms.contribution[i];
        const others = size > 1 ? (given - own) / (size - 1) : 0;
        const coordination = coordinationCost(rules, regions.dispersion[region], size, z);
        const watching = rules.joining.watching * (1 - regions.law[region]);
        const exploited = own * rules.joining.exposure * (1 - lawFor(world, g, i)) * (1 - others) * project.stake;
        firms.benefit[i] =
          gross - own * project.cost - coordination - watching - networks.levy[g] - firms.fine[i] - exploited;
        tally.bargaining[0] += coordination * firms.sales[i];
        tally.watching[0] += watching * firms.sales[i];
      }
    }
  },
});
