import type { RunPlan } from "../../sim/index.ts";
import { Random } from "../../sim/kernel/random.ts";
import { normal } from "../../sim/kernel/sample.ts";
import type { Firm, Region, Twin } from "./beings.ts";
import { blank, giveBirth, held, setting } from "./beings.ts";
import { giveAcquaintances } from "./meeting.ts";

/** How a world begins: section 5. */

interface Place {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly k: number;
}

/** Whole numbers in proportion to shares. */
function shareOut(total: number, shares: readonly number[]): number[] {
  const all = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (all > 0 ? (total * share) / all : 0));
  const whole = exact.map((value) => Math.floor(value));
  for (let left = total - whole.reduce((a, b) => a + b, 0); left > 0; left--) {
    let next = -1;
    for (let at = 0; at < exact.length; at++) {
      const got = whole[at] > exact[at];
      if (!got && (next < 0 || exact[at] - whole[at] > exact[next] - whole[next])) next = at;
    }
    if (next < 0) break;
    whole[next] += 1;
  }
  return whole;
}

function valuesOf(plan: RunPlan, random: Random, name: "trust" | "law" | "dispersion"): number[] {
  const whole = setting({ plan }, "region", name);
  const values = plan.regions.map((region, r) => {
    if (region[name] !== undefined) return region[name];
    if (name !== "trust") return whole;
    return whole + setting({ plan }, "region", "trust.spread") * normal(random.stream("region.trust", 0).uniform(0, r));
  });
  if (!plan.forced.has(`region.${name}`)) return values;
  const move = whole - values.reduce((a, b) => a + b, 0) / values.length;
  return values.map((value) => value + move);
}

function regionsOf(plan: RunPlan, random: Random): Region[] {
  const trust = valuesOf(plan, random, "trust");
  const law = valuesOf(plan, random, "law");
  const dispersion = valuesOf(plan, random, "dispersion");
  return plan.regions.map((_, r) => ({
    trust: held(trust[r], 0, 1),
    law: held(law[r], 0, 1),
    dispersion: Math.max(0, dispersion[r]),
    demand: 1,
  }));
}

/** So many firms, shared out over the cells. */
function overCells({ regions, sectors }: RunPlan, firms: number): number[] {
  const perRegion = shareOut(
    firms,
    regions.map(({ share }) => share ?? 1),
  );
  return regions.flatMap((region, r) =>
    shareOut(
      perRegion[r],
      sectors.map(({ id }) => (region.sectors === undefined ? 1 : (region.sectors[id] ?? 0))),
    ),
  );
}

/** How many firms each cell has. */
function sizesOf(plan: RunPlan, random: Random): number[] {
  const count = setting({ plan }, "firms", "count");
  const founders = setting({ plan }, "firms", "founders");
  if (founders === 0) return overCells(plan, count);
  const clusters = overCells(plan, count).filter((size) => size > 0).length;
  const sizes = overCells(plan, Math.min(count, founders * clusters));
  const cells = sizes.flatMap((size, cell) => Array.from({ length: size }, () => cell));
  while (cells.length < count) {
    const parent = Math.floor(random.stream("place.parent", 0).uniform(0, cells.length) * cells.length);
    cells.push(cells[parent]);
    sizes[cells[parent]] += 1;
  }
  return sizes;
}

/** Places in the order of cells. */
function placesOf(plan: RunPlan, random: Random): Place[] {
  const { regions, sectors } = plan;
  const sizes = sizesOf(plan, random);
  const places: Place[] = [];
  regions.forEach((region, r) => {
    sizes.slice(r * sectors.length, (r + 1) * sectors.length).forEach((size, s) => {
      const cell = r * sectors.length + s;
      const radius = region.radius ?? setting({ plan }, "region", "radius");
      const quarter = (axis: number) => normal(random.stream("place.quarter", 0).uniformOf(0, cell, 0, axis));
      const x = region.x + 0.6 * radius * quarter(0);
      const y = region.y + 0.6 * radius * quarter(1);
      for (let k = 0; k < size; k++) {
        const stand = (axis: number) => normal(random.stream("place.firm", 0).uniformOf(cell, k, 0, axis));
        places.push({ x: x + 0.35 * radius * stand(0), y: y + 0.35 * radius * stand(1), cell, k });
      }
    });
  });
  return places;
}

/** The number whose bits are those of east and north in turn, east first. */
function inTurn(east: number, north: number): number {
  let number = 0;
  for (let bit = 15; bit >= 0; bit--) {
    number = 4 * number + 2 * (Math.floor(north / 2 ** bit) % 2) + (Math.floor(east / 2 ** bit) % 2);
  }
  return number;
}

/** Places in Z-order. */
function inOrder(places: readonly Place[]): Place[] {
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const extent = Math.max(...places.map(({ x, y }) => Math.max(x - left, y - top)));
  const scale = extent > 0 ? 65535 / extent : 0;
  return places
    .map((place, at) => {
      const code = inTurn(Math.floor((place.x - left) * scale), Math.floor((place.y - top) * scale));
      return { place, at, code };
    })
    .sort((a, b) => a.code - b.code || a.at - b.at)
    .map(({ place }) => place);
}

function nearest(cell: readonly Firm[], firm: Firm, count: number): Firm[] {
  const squared = (other: Firm) => (firm.x - other.x) * (firm.x - other.x) + (firm.y - other.y) * (firm.y - other.y);
  return cell
    .filter((other) => other !== firm)
    .sort((a, b) => squared(a) - squared(b) || a.number - b.number)
    .slice(0, count);
}

/** @param plan of a scenario that names its regions and sectors */
export function begin(plan: RunPlan): Twin {
  const random = new Random(plan.seed);
  const sectors = plan.sectors.length;
  const firms = inOrder(placesOf(plan, random)).map(({ x, y, cell, k }, number): Firm => {
    const region = Math.floor(cell / sectors);
    const sector = cell % sectors;
    const place = { number, x: Math.fround(x), y: Math.fround(y), region, sector };
    return { ...place, ...blank(), key: [region * 2 ** 24 + sector * 2 ** 16, k] };
  });
  const cells = Array.from({ length: plan.regions.length * sectors }, (_, c) =>
    firms.filter((firm) => firm.region * sectors + firm.sector === c),
  );
  const near = setting({ plan }, "firms", "neighbours");
  const twin: Twin = {
    plan,
    random,
    month: 0,
    regions: regionsOf(plan, random),
    firms,
    cells,
    sectors,
    neighbours: firms.map((firm) => nearest(cells[firm.region * sectors + firm.sector], firm, near)),
    networks: [],
    brokers: Array.from({ length: setting({ plan }, "brokers", "count") }, (_, number) => ({
      number,
      skill: setting({ plan }, "brokers", "skill"),
      load: 0,
      work: 0,
      atWork: false,
    })),
    entryFee: 0,
    proposals: [],
  };
  for (const firm of firms) giveBirth(twin, firm);
  for (const firm of firms) giveAcquaintances(twin, firm);
  return twin;
}
