import type { Frame } from "../contract.ts";
import { AT_HOME, WORLD as MARKET_WORLD } from "../world/abroad.ts";
import { trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import { DISSOLVED, isRunning } from "../world/networks.ts";
import { reverseOf } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { conductOf } from "./conduct.ts";
import { eventsOfMonth } from "./events.ts";
import { inContact } from "./ties.ts";

/** A month as buffers for drawing. All arrays are new: they are handed over to another thread. */

/** Workers at which a firm is drawn middle-sized, and large. */
const MIDDLE = 5;
const LARGE = 15;
/** Months for which a contact is drawn. */
const TIE_WINDOW = 24;
/** Months for which a betrayal shows. */
const BETRAYAL_WINDOW = 6;

function wasCaught({ firms, month }: World, i: number): boolean {
  return firms.caught[i] >= 0 && month - firms.caught[i] < BETRAYAL_WINDOW;
}

/** Where a firm sells abroad, as a frame tells it. */
function abroadOf({ firms }: World, i: number): number {
  if (firms.exportStage[i] === AT_HOME) return 0;
  return firms.market[i] === MARKET_WORLD ? 2 : 1;
}

function firmArrays(
  world: World,
): Pick<Frame, "conduct" | "size" | "network" | "born" | "number" | "buyer" | "abroad"> {
  const { firms } = world;
  const conduct = new Uint8Array(firms.count);
  const size = new Uint8Array(firms.count);
  const abroad = new Uint8Array(firms.count);
  for (let i = 0; i < firms.count; i++) {
    conduct[i] = conductOf(world, i);
    size[i] = firms.workers[i] < MIDDLE ? 0 : firms.workers[i] < LARGE ? 1 : 2;
    abroad[i] = conduct[i] === 0 ? 0 : abroadOf(world, i);
  }
  return {
    conduct,
    size,
    network: firms.network.slice(0, firms.count),
    born: firms.born.slice(0, firms.count),
    number: Int32Array.from(firms.keyLow.subarray(0, firms.count), (key) => key + 1),
    buyer: firms.buyer.slice(0, firms.count),
    abroad,
  };
}

/** Calls back for each pair of firms that met lately, from the lower row. */
function eachContact(world: World, visit: (i: number, j: number, tie: number) => void): void {
  const { firms, ties } = world;
  for (let i = 0; i < firms.count; i++) {
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) {
      const j = ties.partner[tie];
      if (j > i && inContact(world, tie, TIE_WINDOW)) visit(i, j, tie);
    }
  }
}

function tieArrays(world: World): Frame["ties"] {
  const { firms, ties, month } = world;
  let count = 0;
  eachContact(world, () => (count += 1));
  const strangers = new Float64Array(firms.count);
  for (let i = 0; i < firms.count; i++) strangers[i] = trustInStrangers(world, i);
  const drawn = {
    from: new Int32Array(count),
    to: new Int32Array(count),
    trust: new Float32Array(count),
    idle: new Uint8Array(count),
    inside: new Uint8Array(count),
    betrayed: new Uint8Array(count),
  };
  let at = 0;
  eachContact(world, (i, j, tie) => {
    const g = firms.network[i];
    const areFellows = g >= 0 && g === firms.network[j];
    drawn.from[at] = i;
    drawn.to[at] = j;
    drawn.trust[at] =
      (trustOnTie(world, tie, strangers[i]) + trustOnTie(world, reverseOf(world, tie), strangers[j])) / 2;
    drawn.idle[at] = month - ties.met[tie];
    drawn.inside[at] = areFellows && isRunning(world, g) ? 1 : 0;
    drawn.betrayed[at] = areFellows && (wasCaught(world, i) || wasCaught(world, j)) ? 1 : 0;
    at += 1;
  });
  return drawn;
}

function networkArrays(world: World): Frame["networks"] {
  const { networks } = world;
  const living: number[] = [];
  for (let g = 0; g < networks.count; g++) if (networks.phase[g] !== DISSOLVED) living.push(g);
  return {
    row: Int32Array.from(living),
    phase: Uint8Array.from(living, (g) => networks.phase[g]),
    broker: Int16Array.from(living, (g) => networks.broker[g]),
    formerBroker: Int16Array.from(living, (g) => networks.formerBroker[g]),
    size: Uint8Array.from(living, (g) => networks.size[g]),
    region: Uint8Array.from(living, (g) => networks.region[g]),
    sector: Uint8Array.from(living, (g) => networks.sector[g]),
    venture: Uint8Array.from(living, (g) => networks.venture[g]),
    running: Uint8Array.from(living, (g) => (isRunning(world, g) ? 1 : 0)),
  };
}

function buyerArrays({ buyers }: World): Frame["buyers"] {
  return {
    region: buyers.region.slice(0, buyers.count),
    sector: buyers.sector.slice(0, buyers.count),
    active: buyers.active.slice(0, buyers.count),
  };
}

/** @param measures values of the watched measures, as the caller has worked them out */
export function frameOf(world: World, measures: Frame["measures"]): Frame {
  return {
    month: world.month,
    ...firmArrays(world),
    ties: tieArrays(world),
    networks: networkArrays(world),
    buyers: buyerArrays(world),
    brokers: world.brokers.active.slice(0, world.brokers.count),
    measures,
    events: eventsOfMonth(world),
  };
}
