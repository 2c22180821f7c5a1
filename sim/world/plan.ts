import type { Random } from "../kernel/random.ts";
import type { Act } from "./byHand.ts";
import type { GivenFirms, RegionPlan, SectorPlan } from "./regions.ts";
import type { Rules } from "./rules.ts";
import type { ProjectPlan } from "./ventures.ts";

/** What a world is made from. */
export interface Plan {
  readonly rules: Rules;
  /** Paths set from outside: they move the mean of the regions and keep the spread between them. */
  readonly forced: ReadonlySet<string>;
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
  /** Projects on offer; where there is none, networks run the generic ones. */
  readonly projects: readonly ProjectPlan[];
  /** What a person has decided for firms, in the order of their months. */
  readonly acts: readonly Act[];
  /** Firms that are named one by one; undefined where they are drawn. */
  readonly given?: GivenFirms | undefined;
  readonly random: Random;
  readonly observed: boolean;
}

/** How far apart the regions are that a scenario does not place itself, km. */
const REGION_GAP = 60;

const DEFAULT_SECTORS: readonly SectorPlan[] = [
  { id: "metal", name: "metalwork" },
  { id: "wood", name: "wood and furniture" },
];

function defaultRegions(count: number): RegionPlan[] {
  const across = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, r) => ({
    id: `region-${r + 1}`,
    name: `Region ${r + 1}`,
    x: (r % across) * REGION_GAP,
    y: Math.floor(r / across) * REGION_GAP,
  }));
}

/** The regions and sectors of a plan, or the ones that stand in where a scenario names none. */
export function landOf(plan: Plan): {
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
} {
  return {
    regions: plan.regions.length > 0 ? plan.regions : defaultRegions(plan.rules.region.count),
    sectors: plan.sectors.length > 0 ? plan.sectors : DEFAULT_SECTORS,
  };
}
