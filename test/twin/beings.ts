import type { RunPlan } from "../../sim/index.ts";
import { exp, log } from "../../sim/kernel/math.ts";
import type { Random, Stream } from "../../sim/kernel/random.ts";
import { normal } from "../../sim/kernel/sample.ts";

/**
 * The core of the model once more, slowly: plain objects and plain loops, written from sections 3, 5, 6 and 7 of
 * sim/MODEL.md. Only what belongs to the definition is shared: exact functions and keyed draws.
 */

export interface Tie {
  readonly to: Firm;
  fellow: boolean;
  met: number;
  learnt: number;
  worked: number;
  for: number;
  against: number;
}

export interface Firm {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly region: number;
  readonly sector: number;
  key: readonly [number, number];
  born: number;
  inBusiness: boolean;
  type: number;
  position: number;
  openness: number;
  stage: number;
  knowledge: number;
  quality: number;
  foreignSkill: number;
  outside: number;
  workers: number;
  assets: number;
  sales: number;
  baseSales: number;
  a: number;
  a0: number;
  luck: number;
  belief: number;
  strangersFor: number;
  strangersAgainst: number;
  network: Network | undefined;
  joined: number;
  contribution: number;
  fine: number;
  caught: number;
  benefit: number;
  smoothed: number;
  ties: Tie[];
}

export type Phase = "planning" | "pilot" | "strategic" | "selfManaged" | "dormant" | "ended";

export interface Network {
  readonly founder: readonly [number, number];
  readonly founded: number;
  readonly region: number;
  readonly sector: number;
  readonly promise: number;
  readonly led: boolean;
  phase: Phase;
  phaseSince: number;
  project: "none" | "pilot" | "strategic";
  projectSince: number;
  members: Firm[];
  quality: number;
  broker: Broker | undefined;
  formerBroker: Broker | undefined;
  brokerLeft: number;
  asleepWhenLeft: boolean;
  rules: boolean;
  legal: boolean;
  m: number;
  feeShare: number;
  levy: number;
  fund: number;
  losing: number;
  started: number;
  startSize: number;
  ended: number;
}

export interface Broker {
  readonly number: number;
  skill: number;
  load: number;
  work: number;
  atWork: boolean;
}

export interface Region {
  readonly trust: number;
  readonly law: number;
  readonly dispersion: number;
  demand: number;
}

export interface Proposal {
  readonly broker: Broker | undefined;
  readonly rank: number;
  readonly promise: number;
  readonly guests: readonly Firm[];
}

export interface Twin {
  readonly plan: RunPlan;
  readonly random: Random;
  month: number;
  readonly regions: readonly Region[];
  readonly firms: readonly Firm[];
  /** Firms by number, cell by cell. */
  readonly cells: readonly (readonly Firm[])[];
  readonly sectors: number;
  readonly neighbours: readonly (readonly Firm[])[];
  readonly networks: Network[];
  readonly brokers: readonly Broker[];
  entryFee: number;
  proposals: Proposal[];
}

/** A number among the settings. */
export function setting(twin: Pick<Twin, "plan">, group: string, name: string): number {
  return twin.plan.settings[group][name] as number;
}

export function word(twin: Pick<Twin, "plan">, group: string, name: string): string {
  return String(twin.plan.settings[group][name]);
}

/** Draws for a purpose this month. */
export function draws(twin: Twin, purpose: string): Stream {
  return twin.random.stream(purpose, twin.month);
}

export function index(u: number, n: number): number {
  return Math.floor(u * n);
}

export function held(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function cellOf(twin: Twin, firm: Firm): readonly Firm[] {
  return twin.cells[firm.region * twin.sectors + firm.sector];
}

/** Firms of a region, cell by cell. */
export function inRegion(twin: Twin, region: number): Firm[] {
  return twin.cells.slice(region * twin.sectors, (region + 1) * twin.sectors).flat();
}

export function isFree(firm: Firm): boolean {
  return firm.inBusiness && firm.network === undefined;
}

export function salesOf(twin: Twin, firm: Firm): number {
  return firm.baseSales * exp(firm.a + firm.luck) * twin.regions[firm.region].demand;
}

/** What is left of a firm's columns in a place where one begins. */
export function blank(): Omit<Firm, "number" | "x" | "y" | "region" | "sector"> {
  return {
    key: [0, 0],
    born: 0,
    inBusiness: true,
    type: 0,
    position: 0,
    openness: 0,
    stage: 0,
    knowledge: 0,
    quality: 0,
    foreignSkill: 0,
    outside: 0,
    workers: 0,
    assets: 0,
    sales: 0,
    baseSales: 0,
    a: 0,
    a0: 0,
    luck: 0,
    belief: 0,
    strangersFor: 0,
    strangersAgainst: 0,
    network: undefined,
    joined: -1,
    contribution: 0,
    fine: 0,
    caught: -1,
    benefit: 0,
    smoothed: 0,
    ties: [],
  };
}

/** What a firm is like, by its birth key. */
export function giveBirth(twin: Twin, firm: Firm): void {
  const u = (what: string): number => twin.random.stream(`birth.${what}`, 0).uniform(...firm.key);
  const f = setting(twin, "firms", "freeRiders");
  const s = (1 - f) / 0.7;
  const nature = u("type");
  if (nature < f) firm.type = 1;
  else if (nature < f + 0.5 * s) firm.type = 0;
  else if (nature < f + 0.64 * s) firm.type = 2;
  else firm.type = 3;
  firm.position = Math.fround(u("position"));
  firm.openness = Math.fround(u("openness"));
  firm.foreignSkill = Math.fround(u("foreignSkill"));
  firm.stage = index(u("stage"), 4);
  firm.knowledge = Math.fround(held(0.3 + 0.15 * normal(u("knowledge")), 0, 1));
  firm.quality = Math.fround(held(0.4 + 0.15 * normal(u("quality")), 0, 1));
  firm.outside = Math.fround(Math.min(1, 2 * setting(twin, "openness", "pipelines") * firm.openness));
  const median = setting(twin, "firms", "size.median");
  firm.workers = held(exp(log(median) + setting(twin, "firms", "size.spread") * normal(u("workers"))), 1, 100);
  firm.assets = 3 * firm.workers;
  firm.baseSales = 0.6 * firm.workers;
  firm.a0 = setting(twin, "firms", "productivity.spread") * normal(u("productivity"));
  firm.a = firm.a0;
  firm.luck = 0.12 * normal(u("luck"));
  firm.sales = salesOf(twin, firm);
}
