import { integer, number } from "../kernel/params.ts";
import type { Stream } from "../kernel/random.ts";
import { indexOf } from "../kernel/random.ts";
import { effectiveSkill } from "../world/brokers.ts";
import type { Indicator } from "../world/evaluation.ts";
import { INDICATORS } from "../world/evaluation.ts";
import { isRunning } from "../world/networks.ts";
import { meet } from "../world/ties.ts";
import { weakestIndicator } from "../world/weakest.ts";
import type { World } from "../world/world.ts";
import { institution } from "./institution.ts";

/** What a broker's hours can do in a month: the share of what is missing that they make up, and talk in observations. */
interface Hours {
  readonly share: number;
  readonly talk: number;
}

function membersOf({ networks, seats }: World, g: number): Int32Array {
  return seats.member.subarray(g * seats.width, g * seats.width + networks.size[g]);
}

function talkTogether(world: World, i: number, j: number, talk: number): void {
  const { ties } = world;
  const tie = meet(world, i, j);
  if (tie < 0) return;
  ties.evidenceFor[tie] += talk;
  ties.evidenceFor[j * ties.width + ties.reverse[tie]] += talk;
}

/** One member is introduced to a firm of its region that is not in the network. */
function introduce(world: World, g: number, talk: number, draws: Stream): void {
  const { networks, firms, cells } = world;
  const draw = (what: number) =>
    draws.uniformOf(networks.founderHigh[g], networks.founderLow[g], what, networks.founded[g]);
  const members = membersOf(world, g);
  const i = members[indexOf(draw(0), members.length)];
  const start = cells.starts[firms.region[i] * cells.sectors];
  const count = cells.starts[(firms.region[i] + 1) * cells.sectors] - start;
  const j = cells.rows[start + indexOf(draw(1), count)];
  if (firms.alive[j] && firms.network[j] !== g) talkTogether(world, i, j, talk);
}

/** Where the hours go, indicator by indicator. */
const WORK: Readonly<Record<Indicator, (world: World, g: number, hours: Hours, draws: Stream) => void>> = {
  cohesion(world, g, { talk }) {
    const members = membersOf(world, g);
    for (let a = 0; a < members.length; a++)
      for (let b = a + 1; b < members.length; b++) talkTogether(world, members[a], members[b], talk);
  },
  organisation({ networks }, g, { share }) {
    networks.rules[g] = 1;
    networks.autonomy[g] += share * (1 - networks.autonomy[g]);
  },
  problemAnalysis(world, g, { share }) {
    for (const i of membersOf(world, g)) world.firms.knowledge[i] += share * (1 - world.firms.knowledge[i]);
  },
  strategicPlanning({ networks }, g, { share }) {
    networks.quality[g] += share * Math.max(0, networks.promise[g] - networks.quality[g]);
  },
  production(world, g, { share }) {
    for (const i of membersOf(world, g)) world.firms.quality[i] += share * (1 - world.firms.quality[i]);
  },
  economy({ networks }, g, { share }) {
    networks.quality[g] += share * Math.max(0, networks.promise[g] - networks.quality[g]);
  },
  relations: (world, g, { talk }, draws) => introduce(world, g, talk, draws),
};

/** Brokers are shown how their networks stand, and spend their hours where a network is weakest. */
export const feedback = institution({
  id: "feedback",
  title: "Evaluation shown to brokers",
  claim: "What is evaluated is attended to: told where a network is weak, its broker works there.",
  source: "Ceglie & Dini 1999, box 24: the network evaluation tool; what the hours do is assumed",
  reads: [
    "regions.dispersion",
    "regions.law",
    "regions.trust",
    "firms.alive",
    "firms.baseProductivity",
    "firms.belief",
    "firms.buyer",
    "firms.caught",
    "firms.contribution",
    "firms.exportStage",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.network",
    "firms.openness",
    "firms.outside",
    "firms.position",
    "firms.productivity",
    "firms.region",
    "firms.sector",
    "firms.smoothed",
    "firms.stage",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "networks.broker",
    "networks.buyer",
    "networks.founded",
    "networks.founderHigh",
    "networks.founderLow",
    "networks.fund",
    "networks.leader",
    "networks.led",
    "networks.legal",
    "networks.levy",
    "networks.manager",
    "networks.phase",
    "networks.project",
    "networks.projectSince",
    "networks.promise",
    "networks.sector",
    "networks.size",
    "networks.started",
    "networks.venture",
    "seats.member",
    "brokers.load",
    "brokers.skill",
  ],
  writes: [
    "networks.weakest",
    "networks.rules",
    "networks.autonomy",
    "networks.quality",
    "firms.knowledge",
    "firms.quality",
    "firms.degree",
    "ties.*",
  ],
  params: {
    every: integer({
      label: "Evaluated every",
      unit: "months",
      min: 1,
      max: 60,
      start: 6,
      doc: "Months between two evaluations of a network that is assisted.",
      source: "assumed",
    }),
    share: number({
      label: "What a month of a broker makes up",
      unit: "share of what is missing",
      min: 0,
      max: 0.2,
      step: 0.005,
      start: 0.02,
      doc: "What a perfect broker's hours add each month to members' knowledge or quality, to self-management, or to a project that falls short of its promise.",
      source: "assumed",
    }),
    talk: number({
      label: "Talk",
      unit: "observations a month",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.1,
      doc: "Favourable evidence that a perfect broker's hours bring each month, to members about each other or to a member and a firm outside.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { networks } = world;
    const introductions = draws("introductions");
    for (let g = 0; g < networks.count; g++) {
      const b = networks.broker[g];
      if (b < 0 || !isRunning(world, g) || networks.size[g] === 0) {
        networks.weakest[g] = 0;
        continue;
      }
      if (networks.weakest[g] === 0 || (month - networks.founded[g]) % settings.every === 0)
        networks.weakest[g] = 1 + weakestIndicator(world, g);
      const skill = effectiveSkill(world, b);
      const hours = { share: settings.share * skill, talk: settings.talk * skill };
      WORK[INDICATORS[networks.weakest[g] - 1]](world, g, hours, introductions);
    }
  },
});
