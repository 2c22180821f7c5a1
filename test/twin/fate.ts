import { exp, log } from "../../sim/kernel/math.ts";
import type { Firm, Network, Phase, Twin } from "./beings.ts";
import { draws, held, isFree, salesOf, setting, word } from "./beings.ts";
import type { Offer } from "./equations.ts";
import {
  B,
  accepts,
  atTable,
  given,
  guidance,
  lawWith,
  project,
  qualityFrom,
  summedTrust,
  utility,
} from "./equations.ts";
import { forget } from "./meeting.ts";

/** From phases to exit: mechanisms 18 to 25 of section 6. */

function enter(twin: Twin, g: Network, phase: Phase): void {
  g.phase = phase;
  g.phaseSince = twin.month;
}

function leave(i: Firm): void {
  const g = i.network as Network;
  g.members = g.members.filter((j) => j !== i);
  Object.assign(i, { network: undefined, joined: -1, contribution: 0, fine: 0, caught: -1, benefit: 0, smoothed: 0 });
}

function loseBroker(twin: Twin, g: Network): void {
  g.formerBroker = g.broker;
  g.broker = undefined;
  g.brokerLeft = twin.month;
  g.asleepWhenLeft = g.phase === "dormant" || g.phase === "ended";
}

/** An offer of a network to one of its own. */
function inside(twin: Twin, g: Network, i: Firm, of: Pick<Offer, "stage" | "quality">): Offer {
  return {
    ...of,
    n: g.members.length,
    summed: summedTrust(twin, i, g.members),
    z: guidance(twin, g),
    law: lawWith(twin, i, g.led, g.legal),
    finding: 0,
    fee: g.levy,
  };
}

export function phases(twin: Twin): void {
  for (const g of twin.networks) {
    if (g.members.length === 0) continue;
    if (g.phase === "planning") {
      if (g.led && twin.month - g.founded < setting(twin, "phases", "planning")) continue;
      g.project = g.led && word(twin, "phases", "sequence") === "strategicFirst" ? "strategic" : "pilot";
      g.projectSince = twin.month;
      g.started = twin.month;
      g.startSize = g.members.length;
      g.quality = qualityFrom(twin, g, draws(twin, "phases.quality").uniform(...g.founder));
      enter(twin, g, g.led && g.broker === undefined ? "selfManaged" : g.project);
    } else if (g.project === "pilot" && twin.month - g.projectSince >= setting(twin, "phases", "pilot")) {
      const kept = twin.random.stream("phases.keeps", 0).uniform(...g.founder);
      if (g.broker !== undefined && kept < 0.5 * setting(twin, "brokers", "incentive")) continue;
      let sum = 0;
      for (const i of g.members) {
        sum += utility(twin, i, inside(twin, g, i, { stage: "strategic", quality: g.quality }));
      }
      if (sum / g.members.length <= setting(twin, "phases", "threshold")) continue;
      g.project = "strategic";
      g.projectSince = twin.month;
      if (g.phase === "pilot") enter(twin, g, "strategic");
    }
  }
}

export function expulsion(twin: Twin): void {
  for (const g of twin.networks) {
    if (g.project === "none") continue;
    for (const i of g.members.toReversed()) {
      if (i.caught !== twin.month || g.members.length <= setting(twin, "expulsion", "least")) continue;
      if (draws(twin, "expulsion.chance").uniform(...i.key) < setting(twin, "expulsion", "rate")) leave(i);
    }
  }
}

export function leaving(twin: Twin): void {
  const patience = setting(twin, "leaving", "patience");
  for (const g of twin.networks) {
    if (g.project === "none") continue;
    for (const i of g.members.toReversed()) {
      i.smoothed = patience * i.smoothed + (1 - patience) * i.benefit;
      if (i.smoothed < -setting(twin, "leaving", "threshold")) leave(i);
    }
  }
}

/** A running network that gives its members nothing for long falls asleep. */
function mayFallAsleep(twin: Twin, g: Network): void {
  g.losing = g.members.reduce((sum, i) => sum + i.smoothed, 0) <= 0 ? g.losing + 1 : 0;
  if (g.losing < setting(twin, "dormancy", "patience")) return;
  g.project = "none";
  g.losing = 0;
  for (const i of g.members) Object.assign(i, { contribution: 0, fine: 0, benefit: 0, smoothed: 0 });
  enter(twin, g, "dormant");
}

/** A network asleep may propose a pilot to its members. */
function mayWake(twin: Twin, g: Network): void {
  const u = (purpose: string): number => draws(twin, `dormancy.${purpose}`).uniformOf(...g.founder, 0, g.founded);
  if (u("proposes") >= setting(twin, "dormancy", "waking") * (g.legal ? 2 : 1)) return;
  const refusing = g.members.filter((i) => {
    const offer = inside(twin, g, i, { stage: "pilot", quality: g.promise });
    return !accepts(twin, i, offer, draws(twin, "dormancy.answer").bitsOf(...i.key, ...g.founder));
  });
  if (g.members.length - refusing.length < atTable(twin).needed) return;
  for (const i of refusing) leave(i);
  g.project = "pilot";
  g.projectSince = twin.month;
  g.quality = qualityFrom(twin, g, u("quality"));
  for (const i of g.members) i.belief = summedTrust(twin, i, g.members) / Math.max(1, g.members.length - 1);
  enter(twin, g, g.led && g.broker === undefined ? "selfManaged" : "pilot");
}

export function dormancy(twin: Twin): void {
  for (const g of twin.networks) {
    if (g.members.length === 0) continue;
    if (g.project !== "none") mayFallAsleep(twin, g);
    else if (g.phase === "dormant" && g.phaseSince < twin.month) mayWake(twin, g);
  }
}

export function dissolution(twin: Twin): void {
  const of = (name: string): number => setting(twin, "dissolution", name);
  for (const g of twin.networks) {
    if (g.phase === "ended") continue;
    const misfortune = g.broker === undefined ? of("fate") + of("helpless") * (1 - g.m) * (1 - g.m) : 0;
    const u = draws(twin, "dissolution.misfortune").uniformOf(...g.founder, 0, g.founded);
    const longest = of(g.legal ? "asleep.legal" : "asleep");
    const sleptOut = g.phase === "dormant" && twin.month - g.phaseSince >= longest;
    if (g.members.length >= 3 && !sleptOut && u >= misfortune) continue;
    for (const i of g.members) leave(i);
    g.project = "none";
    g.ended = twin.month;
    enter(twin, g, "ended");
    if (g.broker !== undefined) loseBroker(twin, g);
  }
}

export function assistance(twin: Twin): void {
  const lastMonth = setting(twin, "brokers", "end") - 1;
  for (const g of twin.networks) {
    if (g.broker === undefined) continue;
    if (twin.month < lastMonth && twin.month - g.founded < setting(twin, "phases", "assistance")) continue;
    loseBroker(twin, g);
    if (g.project !== "none") enter(twin, g, "selfManaged");
  }
}

export function agglomeration(twin: Twin): void {
  const of = (name: string): number => setting(twin, "agglomeration", name);
  for (const cell of twin.cells) {
    const living = cell.filter(({ inBusiness }) => inBusiness);
    const stages = new Set(living.map(({ stage }) => stage)).size;
    for (const i of cell) i.a += of("size") * log(living.length) + (of("chain") * stages) / 4;
  }
}

export function performance(twin: Twin): void {
  const of = (name: string): number => setting(twin, "performance", name);
  const leak = twin.cells.map((cell, c) => {
    let sum = 0;
    for (const g of twin.networks) {
      if (g.project === "none" || g.region * twin.sectors + g.sector !== c) continue;
      const p = project(twin, g.project);
      sum += p.sigma * (g.quality * B(p, given(g)) * g.members.length);
    }
    return sum / Math.max(10, cell.filter(({ network }) => network === undefined).length);
  });
  for (const i of twin.firms) {
    const gain = i.a - i.a0;
    const stage = i.network?.project;
    let push = 0;
    if (stage === undefined) push = of("learning.pilot") * leak[i.region * twin.sectors + i.sector];
    else if (stage !== "none") push = of(`learning.${stage}`) * i.benefit * Math.max(0, 1 - gain / of("ceiling"));
    i.a = held(i.a + (Math.max(-0.02, push) - of("upkeep") * gain), i.a0 - 5, i.a0 + 5);
    i.sales = salesOf(twin, i);
    const v = i.a + i.luck + log(twin.regions[i.region].demand);
    const usual = i.baseSales / 0.6;
    i.workers += (usual * exp(of("jobs.elasticity") * v) - i.workers) / 12;
    i.assets += (usual * 3 * exp(of("assets.elasticity") * v) - i.assets) / 12;
  }
}

export function exit(twin: Twin): void {
  const of = (name: string): number => setting(twin, "exit", name);
  for (const i of twin.firms) {
    const bySize = Math.sqrt(Math.sqrt(6 / i.workers));
    const byState = exp(-of("selection") * (i.a - i.a0 + i.luck));
    const hazard = of("hazard") * bySize * byState * (isFree(i) ? 1 : of("protection"));
    if (draws(twin, "exit.closes").uniform(...i.key) >= hazard) continue;
    if (i.network !== undefined) leave(i);
    for (const { to } of i.ties.toReversed()) forget(i, to);
    i.inBusiness = false;
  }
}
