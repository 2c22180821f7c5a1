import { integer, number } from "../kernel/params.ts";
import { trustIn, trustInStrangers } from "../world/dilemma.ts";
import { isRunning } from "../world/networks.ts";
import type { World } from "../world/world.ts";
import { institution } from "./institution.ts";

/** How far the other members trust each member on average, times what it gave this month; the first of the best leads. */
function chosenLeader(world: World, g: number): number {
  const { networks, seats, firms } = world;
  const start = g * seats.width;
  const end = start + networks.size[g];
  let leader = -1;
  let best = -1;
  for (let at = start; at < end; at++) {
    const j = seats.member[at];
    let trust = 0;
    for (let by = start; by < end; by++) {
      const i = seats.member[by];
      if (i !== j) trust += trustIn(world, i, j, trustInStrangers(world, i));
    }
    const standing = trust * firms.contribution[j];
    if (standing <= best) continue;
    best = standing;
    leader = j;
  }
  return leader;
}

/** Members choose one of their own to lead; what the leader gives is what the others come to expect. */
export const leaders = institution({
  id: "leaders",
  title: "Leaders of networks",
  claim: "A member who was chosen to lead sets the others an example and teaches the network to do without a broker.",
  source: "Güth, Levati, Sutter & van der Heijden 2007 for the example; Ceglie & Dini 1999, methodology; sizes assumed",
  reads: [
    "firms.contribution",
    "firms.degree",
    "firms.joined",
    "firms.network",
    "firms.region",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "networks.project",
    "networks.size",
    "regions.trust",
    "seats.member",
    "ties.evidenceAgainst",
    "ties.evidenceFor",
    "ties.partner",
    "ties.worked",
  ],
  writes: ["firms.belief", "networks.autonomy", "networks.leader", "networks.leaderSince"],
  params: {
    term: integer({
      label: "Term of a leader",
      unit: "months",
      min: 1,
      max: 240,
      start: 24,
      doc: "Months after which members choose anew; at once where the leader has left.",
      source: "assumed",
    }),
    example: number({
      label: "Weight of the example",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "How far the other members' belief moves each month to what the leader gave.",
      source: "Güth et al. 2007 for the sign; size assumed",
    }),
    autonomy: number({
      label: "A leader teaches self-management",
      unit: "a month at full contribution",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.01,
      doc: "How much autonomy a month under a leader who gives all adds to what is missing; as much as a hired manager.",
      source: "assumed",
    }),
  },
  step({ world, settings, month }) {
    const { networks, seats, firms } = world;
    for (let g = 0; g < networks.count; g++) {
      if (!isRunning(world, g) || networks.size[g] < 2) {
        networks.leader[g] = -1;
        continue;
      }
      const now = networks.leader[g];
      const since = networks.leaderSince[g];
      // A firm in the same workshop that joined later is another one.
      const isMember = now >= 0 && firms.network[now] === g && firms.joined[now] <= since;
      if (!isMember || month - since >= settings.term) {
        networks.leader[g] = chosenLeader(world, g);
        networks.leaderSince[g] = month;
      }
      const leader = networks.leader[g];
      networks.autonomy[g] += settings.autonomy * firms.contribution[leader] * (1 - networks.autonomy[g]);
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        if (i !== leader) firms.belief[i] += settings.example * (firms.contribution[leader] - firms.belief[i]);
      }
    }
  },
});
