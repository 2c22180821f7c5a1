import type { Firm, Network, Tie, Twin } from "./beings.ts";
import { draws, held, index, setting } from "./beings.ts";
import type { Stage } from "./equations.ts";
import {
  B,
  C,
  chanceSeen,
  fine,
  given,
  guidance,
  fit,
  lawWith,
  pace,
  project,
  saysYes,
  strangers,
  trust,
} from "./equations.ts";
import { addEvidence, meet, tieTo } from "./meeting.ts";

/** From rules to learning to lead: mechanisms 9 to 17 of section 6. */

/** Networks that run, with their stage. */
function running(twin: Twin): { g: Network; stage: Stage }[] {
  return twin.networks.flatMap((g) => (g.project === "none" ? [] : [{ g, stage: g.project }]));
}

/** What the others gave on average. */
function others(g: Network, i: Firm): number {
  return g.members.length > 1 ? (given(g) - i.contribution) / (g.members.length - 1) : 0;
}

export function agreements(twin: Twin): void {
  for (const g of twin.networks.filter(({ founded }) => founded === twin.month)) {
    const u = draws(twin, "agreements.adopts").uniform(...g.founder);
    g.rules = g.led || u < setting(twin, "agreements", "rate");
  }
}

export function legalStatus(twin: Twin): void {
  for (const g of twin.networks.filter(({ founded }) => founded === twin.month)) {
    g.legal = draws(twin, "legalStatus.takes").uniform(...g.founder) < setting(twin, "legalStatus", "rate");
  }
}

/** What a firm gives by its type. */
function byNature(twin: Twin, i: Firm): number {
  const slope = setting(twin, "contribution", "slope");
  if (i.type === 0) return slope * i.belief;
  if (i.type === 1) return 0;
  if (i.type === 2) return slope * Math.min(i.belief, 1 - i.belief);
  return draws(twin, "contribution.nature").uniform(...i.key);
}

export function contribution(twin: Twin): void {
  const of = (name: string): number => setting(twin, "contribution", name);
  for (const { g, stage } of running(twin)) {
    const p = project(twin, stage);
    const n = g.members.length;
    for (const i of g.members) {
      const law = lawWith(twin, i, g.led, g.legal);
      const cost = C(twin, twin.regions[i.region].dispersion, n, guidance(twin, g));
      const enjoyed = Math.max(0, g.quality * B(p, 1 + i.belief * (n - 1)) - p.k - cost);
      const D = chanceSeen(twin, g, law) * (fine(twin, g, p.k, law) / p.k + (of("shun") * enjoyed) / p.k);
      const x = (D - (1 - B(p, n) / (n * p.k))) / of("noise");
      i.contribution = saysYes(draws(twin, "contribution.pays").bits(...i.key), x) ? 1 : byNature(twin, i);
    }
  }
}

export function sanctions(twin: Twin): void {
  for (const { g, stage } of running(twin)) {
    for (const i of g.members) {
      i.fine = 0;
      if (i.contribution >= 0.5) continue;
      const law = lawWith(twin, i, g.led, g.legal);
      if (draws(twin, "sanctions.seen").uniform(...i.key) >= chanceSeen(twin, g, law)) continue;
      i.caught = twin.month;
      i.fine = fine(twin, g, project(twin, stage).k, law);
      g.fund += i.fine * i.sales;
    }
  }
}

export function projectResults(twin: Twin): void {
  for (const { g, stage } of running(twin)) {
    const p = project(twin, stage);
    const gross = g.quality * B(p, given(g)) * (1 - p.sigma);
    for (const i of g.members) {
      const { dispersion, law } = twin.regions[i.region];
      const own = i.contribution;
      const exposed = 1 - lawWith(twin, i, g.led, g.legal);
      const lost = own * setting(twin, "joining", "exposure") * exposed * (1 - others(g, i)) * p.h;
      const agreeing = C(twin, dispersion, g.members.length, guidance(twin, g));
      const watching = setting(twin, "joining", "watching") * (1 - law);
      i.benefit = gross - own * p.k - agreeing - watching - g.levy - i.fine - lost;
    }
  }
}

export function trusting(twin: Twin): void {
  const of = (name: string): number => setting(twin, "trust", name);
  for (const i of twin.firms) {
    i.strangersFor *= of("memory");
    i.strangersAgainst *= of("memory");
    for (const tie of i.ties) {
      tie.for = Math.fround(tie.for * of("memory"));
      tie.against = Math.fround(tie.against * of("memory"));
    }
  }
  for (const { g, stage } of running(twin)) {
    const n = g.members.length;
    if (n < 2) continue;
    const w = of(`weight.${stage}`);
    for (const i of g.members) {
      let good = 0;
      let bad = 0;
      for (const j of g.members) {
        if (j === i) continue;
        good += w * j.contribution;
        bad += w * of("asymmetry") * (1 - j.contribution);
        const tie = tieTo(i, j);
        if (tie === undefined) continue;
        addEvidence(tie, w * j.contribution, w * of("asymmetry") * (1 - j.contribution));
        tie.worked = j.contribution < 0.5 ? 0 : tie.worked + 1;
        tie.met = twin.month;
      }
      i.strangersFor += (of("generalising") * good) / (n - 1);
      i.strangersAgainst += (of("generalising") * bad) / (n - 1);
    }
  }
}

export function reputation(twin: Twin): void {
  const of = (name: string): number => setting(twin, "reputation", name);
  const asks = draws(twin, "reputation.asks");
  const heard: { by: Firm; about: Firm; good: number; bad: number }[] = [];
  for (const i of twin.firms) {
    if (i.ties.length === 0 || asks.uniform(...i.key) >= of("visibility")) continue;
    const teller = i.ties[index(asks.uniformOf(...i.key, 0, 0), i.ties.length)].to;
    const told = teller.ties[index(asks.uniformOf(...i.key, 0, 1), teller.ties.length)];
    if (told.to === i || told.for + told.against < of("least")) continue;
    const weight = of("weight") * trust(twin, i, teller);
    heard.push({ by: i, about: told.to, good: weight * told.for, bad: weight * told.against });
  }
  for (const { by, about, good, bad } of heard) {
    if (tieTo(by, about) === undefined && !meet(twin, by, about)) continue;
    addEvidence(tieTo(by, about) as Tie, good, bad);
  }
}

export function beliefs(twin: Twin): void {
  const learning = setting(twin, "beliefs", "learning");
  for (const { g } of running(twin)) {
    if (g.members.length < 2) continue;
    for (const i of g.members) i.belief = learning * others(g, i) + (1 - learning) * i.belief;
  }
}

export function knowledge(twin: Twin): void {
  const of = (name: string): number => setting(twin, "knowledge", name);
  const before = new Map(twin.firms.map((i) => [i, i.knowledge]));
  for (const i of twin.firms) {
    const k = i.knowledge;
    let trusts = 0;
    let gains = 0;
    for (const tie of i.ties) {
      const T = trust(twin, i, tie.to);
      trusts += T;
      const theirs = before.get(tie.to) as number;
      if (tie.met !== twin.month || theirs <= k) continue;
      const u = draws(twin, "knowledge.learns").uniformOf(...i.key, ...tie.to.key);
      if (u >= T * fit(i, tie.to)) continue;
      gains += of("learning") * (theirs - k);
      tie.learnt = twin.month;
    }
    const t = i.ties.length > 0 ? trusts / i.ties.length : strangers(twin, i);
    const x = Math.min(1, i.openness * (1 - t) + i.outside);
    const fromOutside = of("learning") * i.outside * (1 - k);
    const stale = of("staleness") * setting(twin, "shocks", "turbulence") * (1 - x) * k;
    i.knowledge = Math.fround(held(k + gains + fromOutside - stale, 0, 1));
    i.a += of("productivity") * (i.knowledge - k);
  }
}

export function autonomy(twin: Twin): void {
  for (const { g } of running(twin)) {
    if (g.members.length === 0) continue;
    g.m += setting(twin, "autonomy", "leading") * pace(twin, g) * (given(g) / g.members.length) * (1 - g.m);
  }
}
