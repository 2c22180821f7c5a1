import type { BrokerCard, BrokerCase, FirmCard, NetworkCard, Phase } from "../contract.ts";
import { effectiveSkill, workFor } from "../world/brokers.ts";
import { trustIn, trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import { reverseOf } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { finesOf, historyOf } from "./chronicle.ts";
import { conductOf } from "./conduct.ts";
import type { MainMemory } from "./memory.ts";
import { netView } from "./netView.ts";
import { phasesOf } from "./story.ts";
import { whyOf } from "./why.ts";

/** Members of a network, in the order of joining. */
function membersOf({ networks, seats }: World, g: number): number[] {
  return Array.from(seats.member.subarray(g * seats.width, g * seats.width + networks.size[g]));
}

/** Mean trust of firm i in its fellow members; null where it has none. */
function trustInFellows(world: World, i: number): number | null {
  const g = world.firms.network[i];
  const fellows = g < 0 ? [] : membersOf(world, g).filter((j) => j !== i);
  return fellows.length === 0 ? null : fellows.reduce((sum, j) => sum + trustIn(world, i, j), 0) / fellows.length;
}

/** Everyone a firm knows, those it trusts most first. */
function partnersOf(world: World, i: number): FirmCard["partners"] {
  const { firms, ties } = world;
  const stranger = trustInStrangers(world, i);
  return Array.from({ length: firms.degree[i] }, (_, slot) => {
    const tie = i * ties.width + slot;
    const j = ties.partner[tie];
    return {
      firm: j,
      trust: trustOnTie(world, tie, stranger),
      trustedBack: trustOnTie(world, reverseOf(world, tie), trustInStrangers(world, j)),
      idle: world.month - ties.met[tie],
    };
  }).sort((a, b) => b.trust - a.trust || a.firm - b.firm);
}

/** A firm this month. @param i row of the firm, within the world's */
export function firmCard(world: World, memory: MainMemory, i: number): FirmCard {
  const { firms } = world;
  return {
    firm: i,
    born: firms.born[i],
    number: firms.keyLow[i] + 1,
    region: firms.region[i],
    sector: firms.sector[i],
    workers: firms.workers[i],
    sales: firms.sales[i],
    network: firms.network[i],
    conduct: conductOf(world, i),
    trustInStrangers: trustInStrangers(world, i),
    trustInFellows: trustInFellows(world, i),
    partners: partnersOf(world, i),
    why: whyOf(world, i),
    history: historyOf(memory, world, i),
  };
}

/** A network this month. @param g row of the network, within the world's */
export function networkCard(world: World, memory: MainMemory, g: number): NetworkCard {
  const { networks } = world;
  return {
    row: g,
    region: networks.region[g],
    sector: networks.sector[g],
    phase: networks.phase[g] as Phase,
    since: networks.phaseSince[g],
    members: membersOf(world, g),
    brokered: networks.led[g] === 1,
    legal: networks.legal[g] === 1,
    rules: networks.rules[g] === 1,
    fund: networks.fund[g],
    autonomy: networks.autonomy[g],
    quality: networks.quality[g],
    founded: networks.founded[g],
    project: world.ventures[networks.venture[g]].plan.title,
    broker: networks.broker[g],
    formerBroker: networks.formerBroker[g],
    brokerLeft: networks.brokerLeft[g],
    feeShare: networks.feeShare[g],
    levy: networks.levy[g],
    fines: finesOf(memory, g),
    phases: phasesOf(memory, g),
    net: netView(world, memory, g),
  };
}

function caseOf(world: World, g: number, isAssisted: boolean): BrokerCase {
  const { networks } = world;
  return {
    network: g,
    region: networks.region[g],
    sector: networks.sector[g],
    phase: networks.phase[g] as Phase,
    founded: networks.founded[g],
    work: isAssisted ? workFor(world, g) : 0,
  };
}

/**
 * A broker this month.
 *
 * @param b row of the broker, within the world's
 * @param effort units of promotion work that one table takes
 */
export function brokerCard(world: World, b: number, effort: number): BrokerCard {
  const { brokers, networks, rules } = world;
  const rows = Array.from({ length: networks.count }, (_, g) => g);
  const assisted = rows.filter((g) => networks.broker[g] === b).map((g) => caseOf(world, g, true));
  const left = rows.filter((g) => networks.formerBroker[g] === b).map((g) => caseOf(world, g, false));
  return {
    broker: b,
    active: brokers.active[b] === 1,
    skill: brokers.skill[b],
    effectiveSkill: effectiveSkill(world, b),
    generation: brokers.generation[b],
    trainedBy: brokers.trainedBy[b],
    trained: Array.from({ length: brokers.count }, (_, a) => a).filter((a) => brokers.trainedBy[a] === b),
    helped: [...assisted, ...left].filter(({ network }) => networks.started[network] >= 0).length,
    capacity: rules.brokers.caseload,
    load: assisted.reduce((sum, { work }) => sum + work, 0),
    work: brokers.work[b],
    effort,
    networks: assisted,
    left,
  };
}
