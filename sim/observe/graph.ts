import type { Attributes, NetworkGraph } from "../contract.ts";
import { trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import { ACQUAINTANCE, reverseOf } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { conductOf } from "./conduct.ts";

/** The world as a graph for other programs: firms are nodes, and two firms that know each other are joined. */

const CONDUCT = ["vacant", "not engaged", "contributes", "free-rides"] as const;

/** A firm's name in tables and graphs: its birth key, which its twin in another run shares. */
function firmId({ firms }: World, i: number): string {
  return `${firms.keyHigh[i].toString(16).padStart(8, "0")}-${firms.keyLow[i]}`;
}

function nodeAttributes(world: World, i: number): Attributes {
  const { firms, regionPlans, sectorPlans } = world;
  return {
    region: regionPlans[firms.region[i]].id,
    sector: sectorPlans[firms.sector[i]].id,
    x: firms.x[i],
    y: firms.y[i],
    born: firms.born[i],
    workers: firms.workers[i],
    assets: firms.assets[i],
    sales: firms.sales[i],
    network: firms.network[i],
    conduct: CONDUCT[conductOf(world, i)],
    contribution: firms.contribution[i],
    trustInStrangers: trustInStrangers(world, i),
  };
}

/** Firms in business and all ties between them. */
export function networkGraph(world: World): NetworkGraph {
  const { firms, ties, month } = world;
  const nodes: NetworkGraph["nodes"][number][] = [];
  const edges: NetworkGraph["edges"][number][] = [];
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i] === 0) continue;
    nodes.push({ id: firmId(world, i), attributes: nodeAttributes(world, i) });
    for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++) {
      const j = ties.partner[tie];
      if (j < i) continue;
      edges.push({
        source: firmId(world, i),
        target: firmId(world, j),
        attributes: {
          trust: trustOnTie(world, tie, trustInStrangers(world, i)),
          trustBack: trustOnTie(world, reverseOf(world, tie), trustInStrangers(world, j)),
          monthsSinceContact: month - ties.met[tie],
          kind: ties.kind[tie] === ACQUAINTANCE ? "acquaintance" : "fellow",
          fellow: firms.network[i] >= 0 && firms.network[i] === firms.network[j],
        },
      });
    }
  }
  return { nodes, edges };
}
