import { exp, log } from "../../sim/kernel/math.ts";
import { normal } from "../../sim/kernel/sample.ts";
import type { Broker, Firm, Network, Twin } from "./beings.ts";
import { setting, word } from "./beings.ts";
import { tieTo } from "./meeting.ts";

/** The shared equations of section 6. */

export type Stage = "pilot" | "strategic";

export function strangers(twin: Twin, i: Firm): number {
  const prior = setting(twin, "trust", "prior");
  return (prior * twin.regions[i.region].trust + i.strangersFor) / (prior + i.strangersFor + i.strangersAgainst);
}

export function trust(twin: Twin, i: Firm, j: Firm): number {
  const base = strangers(twin, i);
  const tie = tieTo(i, j);
  if (tie === undefined) return base;
  if (word(twin, "trust", "rule") === "klosNooteboom") {
    const f = setting(twin, "trust", "habit");
    const t = tie.worked;
    return t > 0 ? base + (1 - base) * (1 - 1 / (f * t + 1 - f)) : base;
  }
  const weight = setting(twin, "trust", "stranger");
  return (weight * base + tie.for) / (weight + tie.for + tie.against);
}

/** ST: summed trust of a firm in others, in their order. */
export function summedTrust(twin: Twin, i: Firm, others: readonly Firm[]): number {
  let sum = 0;
  for (const j of others) if (j !== i) sum += trust(twin, i, j);
  return sum;
}

export function fit(i: Firm, j: Firm): number {
  const h = Math.abs(i.position - j.position);
  return 4 * h * (1 - h);
}

export interface Project {
  readonly b: number;
  readonly k: number;
  readonly h: number;
  readonly mass: number;
  readonly sigma: number;
}

export function project(twin: Twin, stage: Stage): Project {
  const of = (name: string): number => setting(twin, "projects", `${name}.${stage}`);
  const mass = setting(twin, "joining", "criticalMass");
  const sigma = setting(twin, "projects", "leak");
  return {
    b: of("benefit"),
    k: of("cost"),
    h: of("stake"),
    mass: stage === "pilot" ? mass : mass * 1.2,
    sigma: stage === "pilot" ? sigma : sigma * (5 / 3),
  };
}

export function B(of: Project, x: number): number {
  const s = x / of.mass;
  return of.b * (1 - exp(-s * s));
}

export function C(twin: Twin, d: number, n: number, z: number): number {
  return setting(twin, "joining", "coordination") * d * (n - 1) * (1 - setting(twin, "joining", "relief") * z);
}

export function lawWith(twin: Twin, i: Firm, led: boolean, legal: boolean): number {
  const order = led ? setting(twin, "joining", "brokerLaw") : 0;
  const form = legal ? setting(twin, "joining", "legalForm") : 0;
  return Math.min(1, twin.regions[i.region].law + order + form);
}

export function skillOf(twin: Twin, broker: Broker): number {
  const caseload = setting(twin, "brokers", "caseload");
  return broker.skill * (broker.load > caseload ? caseload / broker.load : 1);
}

export function guidance(twin: Twin, g: Network): number {
  return g.broker === undefined ? g.m : Math.max(skillOf(twin, g.broker), g.m);
}

export function chanceSeen(twin: Twin, g: Network, law: number): number {
  const of = (name: string): number => setting(twin, "sanctions", name);
  const w = of("watch") * (1 + of("watch.help") * guidance(twin, g)) + of("watch.law") * law;
  return Math.min(0.95, (w * 12) / (g.members.length + 6));
}

export function fine(twin: Twin, g: Network, k: number, law: number): number {
  if (word(twin, "sanctions", "fines") !== "true" || !g.rules) return 0;
  const of = (name: string): number => setting(twin, "sanctions", name);
  return Math.min(of("fine") * k, of("cap") + of("cap.law") * Math.max(0, law - 0.4));
}

/** r: how fast a network learns to manage itself. */
export function pace(twin: Twin, g: Network): number {
  return g.broker === undefined ? 1 : 1 - 0.5 * setting(twin, "brokers", "incentive");
}

/** What is on the table, for one firm. */
export interface Offer {
  readonly stage: Stage;
  readonly n: number;
  readonly summed: number;
  readonly quality: number;
  readonly z: number;
  readonly law: number;
  readonly finding: number;
  readonly fee: number;
}

/** U, its seven terms summed in order. */
export function utility(twin: Twin, i: Firm, offer: Offer): number {
  const p = project(twin, offer.stage);
  const { dispersion, law } = twin.regions[i.region];
  const mean = offer.n === 1 ? 0 : offer.summed / (offer.n - 1);
  const terms = [
    offer.quality * B(p, 1 + offer.summed) * (1 - p.sigma),
    -p.k,
    -offer.finding / 24,
    -C(twin, dispersion, offer.n, offer.z),
    -setting(twin, "joining", "watching") * (1 - law),
    -setting(twin, "joining", "exposure") * (1 - offer.law) * (1 - mean) * p.h,
    -offer.fee,
  ];
  return terms.reduce((sum, term) => sum + term);
}

/** Yes with the chance logistic(x). */
export function saysYes(bits: number, x: number): boolean {
  return (bits / 2 ** 32) * (1 + exp(-x)) < 1;
}

export function accepts(twin: Twin, i: Firm, offer: Offer, bits: number): boolean {
  return saysYes(bits, utility(twin, i, offer) / setting(twin, "joining", "noise"));
}

export function qualityFrom(twin: Twin, g: Network, u: number): number {
  const s = setting(twin, "projects", "spread");
  return exp(log(g.promise) - (s * s) / 2 + s * normal(u));
}

export function given(g: Network): number {
  return g.members.reduce((sum, i) => sum + i.contribution, 0);
}

/** N, and the firms needed for a network. */
export function atTable(twin: Twin): { size: number; needed: number } {
  const size = Math.min(setting(twin, "joining", "size"), setting(twin, "joining", "maxSize"));
  return { size, needed: Math.min(setting(twin, "joining", "least"), size) };
}
