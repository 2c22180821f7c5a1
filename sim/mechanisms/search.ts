import { addRow } from "../kernel/columns.ts";
import { power } from "../kernel/math.ts";
import { number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import type { Stream } from "../kernel/random.ts";
import { complementarity, trustIn, trustInStrangers } from "../world/dilemma.ts";
import { cellOf } from "../world/regions.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Tries for each candidate wanted before a firm gives up looking further. */
const TRIES = 6;
/** Distance at which a firm of the cell is half as likely to be looked at, km. */
const HALF_DISTANCE = 4;
/** Marks which draws belong to looking among ties and which to looking in the cell. */
const AMONG_TIES = 1;
const IN_CELL = 2;

function isFree(world: World, i: number): boolean {
  return world.firms.network[i] < 0 && world.firms.alive[i] === 1;
}

/** Whether j is a candidate for i: free, and not among the first `count` that were found. */
function isNew(world: World, found: Int32Array, count: number, i: number, j: number): boolean {
  if (j < 0 || j === i || !isFree(world, j)) return false;
  for (let k = 0; k < count; k++) if (found[k] === j) return false;
  return true;
}

/** Looks among the firm's ties and its ties' ties. */
function lookAmongTies(world: World, i: number, found: Int32Array, wanted: number, own: Stream): number {
  const { ties, firms } = world;
  let count = 0;
  for (let attempt = 0; attempt < wanted * TRIES && count < wanted && firms.degree[i] > 0; attempt++) {
    const first = own.uniform(AMONG_TIES, 2 * attempt);
    const j = ties.partner[i * ties.width + indexOf(first, firms.degree[i])];
    const second = own.uniform(AMONG_TIES, 2 * attempt + 1);
    const goesOn = second < 0.5 && firms.degree[j] > 0;
    const candidate = goesOn ? ties.partner[j * ties.width + indexOf(2 * second, firms.degree[j])] : j;
    if (isNew(world, found, count, i, candidate)) found[count++] = candidate;
  }
  return count;
}

/** Looks in its own region and sector, nearer firms more often, as long as there is anybody left to find. */
function lookInCell(world: World, i: number, found: Int32Array, before: number, wanted: number, own: Stream): number {
  const { firms, cells } = world;
  const cell = cellOf(cells, firms.region[i], firms.sector[i]);
  const start = cells.starts[cell];
  const size = cells.starts[cell + 1] - start;
  let left = 0;
  for (let at = start; at < start + size; at++) if (isNew(world, found, before, i, cells.rows[at])) left += 1;
  let count = before;
  for (let attempt = 0; attempt < (wanted - before) * TRIES && count < wanted && left > 0; attempt++) {
    const j = cells.rows[start + indexOf(own.uniform(IN_CELL, 2 * attempt), size)];
    if (!isNew(world, found, count, i, j)) continue;
    const east = firms.x[j] - firms.x[i];
    const north = firms.y[j] - firms.y[i];
    const looked = HALF_DISTANCE / (HALF_DISTANCE + Math.sqrt(east * east + north * north));
    if (own.uniform(IN_CELL, 2 * attempt + 1) >= looked) continue;
    found[count++] = j;
    left -= 1;
  }
  return count;
}

/** An unattached firm looks for partners, ranks those it finds and makes a proposal to the best. */
export const search = mechanism({
  id: "search",
  title: "Search for partners",
  claim: "Firms look first among those they know, and prefer partners who both complement and can be trusted.",
  source: "Klos & Nooteboom 2001",
  reads: [
    "regions.trust",
    "firms.alive",
    "firms.degree",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.network",
    "firms.openness",
    "firms.position",
    "firms.region",
    "firms.sector",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "firms.x",
    "firms.y",
    "ties.evidenceAgainst",
    "ties.evidenceFor",
    "ties.partner",
    "ties.worked",
  ],
  writes: ["proposals.*", "guests.*"],
  params: {
    rate: number({
      label: "Proposals by firms",
      unit: "a month",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.01,
      doc: "Chance that an unattached firm of average openness proposes a network.",
      source: "assumed",
    }),
    complementarity: number({
      label: "Weight of complementarity",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "alpha: partners are ranked by complementarity to this power times trust to the rest.",
      source: "Klos & Nooteboom 2001",
    }),
  },
  step({ world, settings, draws }) {
    const { firms, proposals, guests, rules } = world;
    const size = Math.min(rules.joining.size, rules.joining.maxSize);
    const least = Math.min(rules.joining.least, size);
    const found = new Int32Array(2 * (size - 1));
    const scores = new Float64Array(found.length);
    const proposes = draws("proposes");
    const candidates = draws("candidates");
    const rank = draws("rank");
    for (let i = 0; i < firms.count; i++) {
      const high = firms.keyHigh[i];
      const low = firms.keyLow[i];
      if (proposes.uniform(high, low) >= settings.rate * (0.5 + firms.openness[i]) || !isFree(world, i)) continue;
      const own = candidates.of(high, low);
      let count = lookAmongTies(world, i, found, size - 1, own);
      count = lookInCell(world, i, found, count, found.length, own);
      if (count + 1 < least) continue;
      const stranger = trustInStrangers(world, i);
      for (let k = 0; k < count; k++) {
        const trust = trustIn(world, i, found[k], stranger);
        scores[k] =
          power(complementarity(world, i, found[k]), settings.complementarity) *
          power(trust, 1 - settings.complementarity);
      }
      const proposal = addRow(proposals);
      addRow(guests);
      proposals.proposer[proposal] = i;
      proposals.rank[proposal] = rank.uniform(high, low);
      const seatsAt = proposal * guests.width;
      guests.firm[seatsAt] = i;
      const invited = Math.min(size - 1, count);
      for (let place = 1; place <= invited; place++) {
        let best = 0;
        for (let k = 1; k < count; k++) if (scores[k] > scores[best]) best = k;
        guests.firm[seatsAt + place] = found[best];
        scores[best] = -1;
      }
      proposals.guests[proposal] = invited + 1;
    }
  },
});
