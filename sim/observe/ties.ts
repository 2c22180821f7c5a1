import { cellOf } from "../world/regions.ts";
import { reverseOf } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import type { MainMeasure } from "./memory.ts";

/**
 * The graph of contacts: firms are nodes, and two firms are joined where they met in the last 12 months. Cost grows
 * with firms and ties; nothing is compared pair by pair.
 */
const CONTACT_WINDOW = 12;

/** Whether the two ends of a tie met within so many months. */
export function inContact(world: World, tie: number, months: number): boolean {
  return world.month - world.ties.met[tie] < months;
}

/** How many firms each firm met in the last 12 months. */
function degrees(world: World): Int32Array {
  const { firms, ties } = world;
  const degree = new Int32Array(firms.count);
  for (let i = 0; i < firms.count; i++) {
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) if (inContact(world, tie, CONTACT_WINDOW)) degree[i] += 1;
  }
  return degree;
}

function countAlive({ firms }: World): number {
  let count = 0;
  for (let i = 0; i < firms.count; i++) count += firms.alive[i];
  return count;
}

/** Whether the firm learnt from the partner in the last 12 months. */
function hasLearnt({ ties, month }: World, tie: number): boolean {
  return ties.learnt[tie] >= 0 && month - ties.learnt[tie] < CONTACT_WINDOW;
}

/** Two for a tie over which its firm alone has learnt, one where both have: each pair then counts two in all. */
function knowledgeEnds(world: World, tie: number): number {
  if (!hasLearnt(world, tie)) return 0;
  return hasLearnt(world, reverseOf(world, tie)) ? 1 : 2;
}

/** Share of pairs of firms of one region that count, mean of the regions that have a pair; a pair counts two in all. */
function density(world: World, ends: (tie: number) => number): number {
  const { firms, ties, regions } = world;
  const size = new Float64Array(regions.count);
  const counted = new Float64Array(regions.count);
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i] === 0) continue;
    const region = firms.region[i];
    size[region] += 1;
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) {
      const count = ends(tie);
      if (count > 0 && firms.region[ties.partner[tie]] === region) counted[region] += count;
    }
  }
  let sum = 0;
  let count = 0;
  for (let r = 0; r < regions.count; r++) {
    if (size[r] < 2) continue;
    sum += counted[r] / (size[r] * (size[r] - 1));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Contacts of each firm with firms of a higher row: firm i's are `partners[starts[i]]` to `partners[starts[i + 1] - 1]`. */
function upwardContacts(world: World, pairs: number): { starts: Int32Array; partners: Int32Array } {
  const { firms, ties } = world;
  const starts = new Int32Array(firms.count + 1);
  const partners = new Int32Array(pairs);
  let count = 0;
  for (let i = 0; i < firms.count; i++) {
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) {
      if (ties.partner[tie] > i && inContact(world, tie, CONTACT_WINDOW)) partners[count++] = ties.partner[tie];
    }
    starts[i + 1] = count;
  }
  return { starts, partners };
}

/** Three times the triangles over the connected triples; each triangle is found once, from its lowest row. */
function transitivity(world: World): number {
  let ends = 0;
  let triples = 0;
  for (const degree of degrees(world)) {
    ends += degree;
    triples += (degree * (degree - 1)) / 2;
  }
  const { starts, partners } = upwardContacts(world, ends / 2);
  const metBy = new Int32Array(world.firms.count).fill(-1);
  let triangles = 0;
  for (let i = 0; i < world.firms.count; i++) {
    for (let a = starts[i]; a < starts[i + 1]; a++) metBy[partners[a]] = i;
    for (let a = starts[i]; a < starts[i + 1]; a++) {
      const j = partners[a];
      for (let b = starts[j]; b < starts[j + 1]; b++) if (metBy[partners[b]] === i) triangles += 1;
    }
  }
  return triples === 0 ? 0 : (3 * triangles) / triples;
}

/** The largest set of firms that are joined by chains of contacts, as a share of all firms. */
function giantComponent(world: World): number {
  const { firms, ties } = world;
  const queue = new Int32Array(firms.count);
  const reached = new Uint8Array(firms.count);
  let largest = 0;
  let alive = 0;
  for (let first = 0; first < firms.count; first++) {
    alive += firms.alive[first];
    if (reached[first] === 1 || firms.alive[first] === 0) continue;
    let size = 0;
    queue[size++] = first;
    reached[first] = 1;
    for (let at = 0; at < size; at++) {
      const i = queue[at];
      const end = i * ties.width + firms.degree[i];
      for (let tie = i * ties.width; tie < end; tie++) {
        const j = ties.partner[tie];
        if (reached[j] === 1 || !inContact(world, tie, CONTACT_WINDOW)) continue;
        reached[j] = 1;
        queue[size++] = j;
      }
    }
    largest = Math.max(largest, size);
  }
  return alive === 0 ? 0 : largest / alive;
}

/** Newman's Q of the partition of firms into cells: sum over cells of e_c/m - (d_c/2m)^2, with m contacts in all. */
function modularity(world: World): number {
  const { firms, ties, cells } = world;
  const inside = new Float64Array(cells.count);
  const ends = new Float64Array(cells.count);
  let all = 0;
  for (let i = 0; i < firms.count; i++) {
    const cell = cellOf(cells, firms.region[i], firms.sector[i]);
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) {
      if (!inContact(world, tie, CONTACT_WINDOW)) continue;
      const j = ties.partner[tie];
      ends[cell] += 1;
      all += 1;
      if (cellOf(cells, firms.region[j], firms.sector[j]) === cell) inside[cell] += 1;
    }
  }
  if (all === 0) return 0;
  let sum = 0;
  for (let c = 0; c < cells.count; c++) sum += inside[c] / all - (ends[c] / all) * (ends[c] / all);
  return sum;
}

/** How far contacts gather on one firm: 1 for a star, 0 where all have as many (Freeman 1978, degree). */
function centralisation(world: World): number {
  const n = countAlive(world);
  if (n < 3) return 0;
  const degree = degrees(world);
  let most = 0;
  let sum = 0;
  for (let i = 0; i < degree.length; i++) {
    most = Math.max(most, degree[i]);
    sum += degree[i];
  }
  return (n * most - sum) / ((n - 1) * (n - 2));
}

const graph = "contacts between firms, last 12 months";

export const tieMeasures: readonly MainMeasure[] = [
  {
    id: "ties.density",
    title: "Density of contacts",
    unit: "share",
    formula:
      "pairs of firms of one region in contact over all pairs of firms of that region; mean of regions with a pair, 0 where there is none",
    over: "contacts between firms of one region, last 12 months",
    nullWhen: "never",
    value: (world) => density(world, (tie) => +inContact(world, tie, CONTACT_WINDOW)),
  },
  {
    id: "ties.knowledgeDensity",
    title: "Density of knowledge flows",
    unit: "share",
    formula:
      "pairs of firms of one region of which one learnt from the other over all pairs of firms of that region; mean of regions with a pair, 0 where there is none",
    over: "ties between firms of one region, last 12 months",
    nullWhen: "never",
    value: (world) => density(world, (tie) => knowledgeEnds(world, tie)),
  },
  {
    id: "ties.clustering",
    title: "Clustering of contacts",
    unit: "share",
    formula:
      "transitivity: 3 x triangles over connected triples (Newman, Watts & Strogatz 2002); not the mean of local coefficients of Watts & Strogatz 1998; 0 where there is no triple",
    over: graph,
    nullWhen: "never",
    value: transitivity,
  },
  {
    id: "ties.giantComponent.share",
    title: "Largest connected group",
    unit: "share",
    formula: "firms in the largest connected component over all firms; 0 without firms",
    over: graph,
    nullWhen: "never",
    value: giantComponent,
  },
  {
    id: "ties.modularity",
    title: "Modularity by cells",
    unit: "-0.5..1",
    formula:
      "Newman's Q of the given partition into cells (region x sector), sum of e_c/m - (d_c/2m)^2 with e_c contacts inside cell c, d_c the sum of its degrees and m all contacts (Newman & Girvan 2004); no partition is searched for; 0 without contacts",
    over: graph,
    nullWhen: "never",
    value: modularity,
  },
  {
    id: "ties.centralisation",
    title: "Centralisation of contacts",
    unit: "0..1",
    formula:
      "Freeman's degree centralisation (1978): sum of (highest degree - degree) over (n - 1)(n - 2); 0 below 3 firms",
    over: graph,
    nullWhen: "never",
    value: centralisation,
  },
];
