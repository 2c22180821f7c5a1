import type { Rules } from "./rules.ts";
import type { World } from "./world.ts";

/**
 * What networks do together. A project of the catalogue is plain data: how it differs from the generic pilot or
 * strategic project, what it raises and what it needs. A venture is a project with the parameters of a world put in.
 */

/** Whose quantities count together, and how far what leaks from a project goes. */
export type Scale = "network" | "sector" | "cluster" | "country";

/** What a month at full contribution closes of the gap to 1, in each member. */
export interface Raises {
  readonly quality: number;
  readonly knowledge: number;
  readonly foreignSkill: number;
}

/** What must be there before a network can choose a project. */
export interface Needs {
  /** Mean capability of the members, 0..1. */
  readonly capability: number;
  /** Inputs that the group must buy in a month, kUSD. */
  readonly lot: number;
  /** Common fund and loan for each member, kUSD. */
  readonly capital: number;
  /** Whether a service centre must be at work in the region. */
  readonly centre: boolean;
}

/** A project of the catalogue, or of a scenario's own. Factors are multiples of the generic project of the stage. */
export interface ProjectPlan {
  readonly id: string;
  readonly title: string;
  readonly stage: "pilot" | "strategic";
  readonly scale: Scale;
  /** Of b, the most it can give. */
  readonly benefit: number;
  /** Of k, a full contribution. */
  readonly cost: number;
  /** Of n*, the critical mass. */
  readonly mass: number;
  /** Of h, what a member lays open. */
  readonly stake: number;
  /** Of sigma, what leaks. */
  readonly leak: number;
  readonly raises: Raises;
  readonly needs: Needs;
  /** Inputs bought together in a month at which it gives what is stated, kUSD; 0 where nothing is bought together. */
  readonly quantity: number;
  /** Size of its orders, in multiples of the usual one; 0 where it takes none. */
  readonly order: number;
  /** Whether members keep a revolving fund. */
  readonly revolving: boolean;
  /** Whether it is for suppliers of a lead firm only. */
  readonly vertical: boolean;
  readonly claim: string;
  readonly source: string;
}

/** What a project asks and gives. */
export interface Project {
  /** b: most it can give each member. */
  readonly benefit: number;
  /** k: a full contribution. */
  readonly cost: number;
  /** h: what a member lays open to the others. */
  readonly stake: number;
  /** n*: contributors at which 63 % of the benefit is reached. */
  readonly criticalMass: number;
  /** sigma: share that leaks to firms outside. */
  readonly leak: number;
}

export interface Venture {
  readonly plan: ProjectPlan;
  /** By stage: pilot 1, strategic 2. */
  readonly stages: readonly [undefined, Project, Project];
}

/** The row of the generic project, which stands for whatever a network may do. */
export const GENERIC = 0;

/** A strategic project needs so many times the critical mass of a pilot, and leaks so many times as much. */
const STRATEGIC_MASS = 1.2;
const STRATEGIC_LEAK = 5 / 3;
const MOST_LEAK = 0.95;

/** Neither better nor worse than the generic project. */
export const PLAIN: ProjectPlan = {
  id: "generic",
  title: "Generic project",
  stage: "pilot",
  scale: "network",
  benefit: 1,
  cost: 1,
  mass: 1,
  stake: 1,
  leak: 1,
  raises: { quality: 0, knowledge: 0, foreignSkill: 0 },
  needs: { capability: 0, lot: 0, capital: 0, centre: false },
  quantity: 0,
  order: 0,
  revolving: false,
  vertical: false,
  claim: "Firms gain by doing together what none can do alone.",
  source: "Ceglie & Dini 1999",
};

function ventureOf(rules: Rules, plan: ProjectPlan): Venture {
  const { projects, joining } = rules;
  const leak = projects.leak * plan.leak;
  const pilot: Project = {
    benefit: projects["benefit.pilot"] * plan.benefit,
    cost: projects["cost.pilot"] * plan.cost,
    stake: projects["stake.pilot"] * plan.stake,
    criticalMass: joining.criticalMass * plan.mass,
    leak: Math.min(MOST_LEAK, leak),
  };
  const strategic: Project = {
    benefit: projects["benefit.strategic"] * plan.benefit,
    cost: projects["cost.strategic"] * plan.cost,
    stake: projects["stake.strategic"] * plan.stake,
    criticalMass: joining.criticalMass * STRATEGIC_MASS * plan.mass,
    leak: Math.min(MOST_LEAK, leak * STRATEGIC_LEAK),
  };
  return { plan, stages: [undefined, pilot, strategic] };
}

/** Everything networks of a world may do: the generic project first, then those on offer. */
export function venturesOf(rules: Rules, plans: readonly ProjectPlan[]): readonly Venture[] {
  return [PLAIN, ...plans].map((plan) => ventureOf(rules, plan));
}

/** The project of a venture at a stage. */
export function projectOf({ ventures }: Pick<World, "ventures">, venture: number, stage: number): Project {
  return ventures[venture].stages[stage] as Project;
}

/** The project that a network runs; one that runs none is not to be asked. */
export function projectAt(world: World, g: number): Project {
  return projectOf(world, world.networks.venture[g], world.networks.project[g]);
}

/** What a network's project gives now, in multiples of its stated benefit: its quality, and how well it works out. */
export function qualityNow({ networks }: World, g: number): number {
  return networks.quality[g] * networks.yield[g];
}
