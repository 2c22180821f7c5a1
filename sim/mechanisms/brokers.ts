import { addRow } from "../kernel/columns.ts";
import { choice, number } from "../kernel/params.ts";
import { log, power } from "../kernel/math.ts";
import type { Stream } from "../kernel/random.ts";
import { isDismissed, paidBrokers, workFor } from "../world/brokers.ts";
import { ENTRANCE_NAMES, heightOf } from "../world/entrance.ts";
import { BROKERS_CAME, BROKERS_LEFT, note } from "../world/journal.ts";
import { meet } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Brokers at work. */
function atWork({ brokers }: World): number {
  let count = 0;
  for (let b = 0; b < brokers.count; b++) count += brokers.active[b];
  return count;
}

/** Brokers are hired and let go with the programme, and their caseload is counted. */
function staff(world: World, month: number, begin: Stream, effort: number): void {
  const { brokers, networks, rules, programme } = world;
  const isTime = month >= rules.brokers.start && month < rules.brokers.end;
  const staff = Math.ceil(paidBrokers(world) * programme.budget[0]);
  const before = atWork(world);
  for (let b = 0; b < brokers.count; b++) {
    if (isTime && month === Math.max(1, rules.brokers.start)) brokers.work[b] = begin.uniform(0, b) * effort;
    brokers.active[b] = !isDismissed(world, b) && ((isTime && b < staff) || b < programme.posts[0]) ? 1 : 0;
    brokers.load[b] = 0;
  }
  const now = atWork(world);
  if (before === 0 && now > 0) note(world, BROKERS_CAME, -1);
  if (before > 0 && now === 0) note(world, BROKERS_LEFT, -1);
  for (let g = 0; g < networks.count; g++)
    if (networks.broker[g] >= 0) brokers.load[networks.broker[g]] += workFor(world, g);
}

/** Free firms of each cell. */
function freeFirms(world: World): Int32Array {
  const { firms, cells } = world;
  const free = new Int32Array(cells.count);
  for (let c = 0; c < cells.count; c++) {
    for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
      const i = cells.rows[at];
      if (firms.network[i] < 0 && firms.alive[i]) free[c] += 1;
    }
  }
  return free;
}

/** Chooses a cell with enough free firms: by their number (demand) or any (supply); -1 where there is none. */
function chooseCell(free: Int32Array, least: number, byDemand: boolean, unit: number): number {
  let total = 0;
  for (const count of free) if (count >= least) total += byDemand ? count : 1;
  let left = unit * total;
  for (let c = 0; c < free.length; c++) {
    if (free[c] < least) continue;
    left -= byDemand ? free[c] : 1;
    if (left < 0) return c;
  }
  return -1;
}

/**
 * Invites `size` free firms of a cell with chances in proportion to their weights (Efraimidis & Spirakis 2006). Pay by
 * financial results makes brokers prefer large firms; a unit that must earn its keep, firms with sales.
 */
function invite(world: World, cell: number, size: number, draws: Stream): number[] {
  const { firms, cells, programme, rules } = world;
  const forSize = 1.5 * rules.brokers.incentive;
  const forSales = programme.mustEarn[0];
  const ranked: { i: number; score: number }[] = [];
  for (let at = cells.starts[cell]; at < cells.starts[cell + 1]; at++) {
    const i = cells.rows[at];
    if (firms.network[i] >= 0 || !firms.alive[i]) continue;
    const weight = power(firms.workers[i], forSize) * power(firms.sales[i], forSales);
    ranked.push({ i, score: log(draws.uniform(firms.keyHigh[i], firms.keyLow[i])) / weight });
  }
  return ranked
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, size)
    .map(({ i }) => i);
}

/** Promotion: brokers choose a cell, bring firms to one table, and let them meet until they can judge each other. */
export const brokers = mechanism({
  id: "brokers",
  title: "Brokers",
  claim: "An outsider who pays the cost of finding and of first meetings starts what firms would not start alone.",
  source: "Ceglie & Dini 1999: the network broker as external agent",
  reads: [
    "firms.alive",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.network",
    "firms.sales",
    "firms.workers",
    "networks.broker",
    "networks.phase",
    "programme.budget",
    "programme.credibility",
    "programme.mustEarn",
    "programme.posts",
  ],
  writes: ["firms.degree", "ties.*", "brokers.*", "proposals.*", "guests.*", "tally.programme", "journal.*"],
  params: {
    effort: number({
      label: "Work for one attempt",
      unit: "units",
      min: 1,
      max: 1000,
      step: 1,
      start: 68,
      doc: "Promotion work before firms sit at one table; a broker has as many units a month as its caseload, less what its networks take.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
    meetings: number({
      label: "Evidence from meetings",
      unit: "observations",
      min: 0,
      max: 10,
      step: 0.1,
      start: 0.5,
      doc: "Favourable evidence for each pair that meets; as much again at perfect skill.",
      source: "assumed",
    }),
    promise: number({
      label: "Better projects",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "How much better a project is expected to be with a perfect broker.",
      source: "assumed",
    }),
    diagnosis: choice({
      label: "Choice of cells",
      options: ["demand", "supply"],
      start: "demand",
      doc: "Whether brokers go where free firms are many (demand) or anywhere (supply).",
      source: "Ceglie & Dini 1999",
    }),
    entry: choice({
      label: "Entry of the unit",
      options: ENTRANCE_NAMES,
      start: "none",
      doc: "Through whom the networking unit comes to firms: the nearer to government, the more its word counts and the further it is from small firms.",
      source: "a scenario's choice; Jamaica: a national agency",
    }),
    "entry.standing": number({
      label: "Standing by entry",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "How much more meetings count where a ministry stands behind them, and less where firms alone do; half of it for an agency and an association.",
      source: "Ceglie & Dini 1999 for the sign; size assumed",
    }),
    "entry.nearness": number({
      label: "Nearness by entry",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "How much faster promotion goes where firms themselves are the entrance, and slower from a ministry; half of it for an association and an agency.",
      source: "Ceglie & Dini 1999 for the sign; size assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { brokers, ties, proposals, guests, rules, tally, programme } = world;
    staff(world, month, draws("begin"), settings.effort);
    if (atWork(world) === 0) return;
    const size = Math.min(rules.joining.size, rules.joining.maxSize);
    const least = Math.min(rules.joining.least, size);
    let free: Int32Array | undefined;
    const choose = draws("choose");
    const invitation = draws("invite");
    const height = heightOf(settings.entry);
    const pace = 1 - settings["entry.nearness"] * height;
    const standing = programme.credibility[0] * (1 + settings["entry.standing"] * height);
    for (let b = 0; b < brokers.count; b++) {
      if (brokers.active[b] === 0) continue;
      tally.programme[0] += rules.brokers.wage;
      brokers.work[b] += pace * Math.max(0, rules.brokers.caseload - brokers.load[b]);
      if (brokers.work[b] < settings.effort) continue;
      free ??= freeFirms(world);
      const cell = chooseCell(free, least, settings.diagnosis === "demand", choose.uniform(0, b));
      if (cell < 0) continue;
      brokers.work[b] -= settings.effort;
      const invited = invite(world, cell, size, invitation.of(0, b));
      const evidence = settings.meetings * (1 + brokers.skill[b]) * standing;
      invited.forEach((i, at) =>
        invited.slice(at + 1).forEach((j) => {
          const tie = meet(world, i, j);
          if (tie < 0) return;
          ties.evidenceFor[tie] += evidence;
          ties.evidenceFor[j * ties.width + ties.reverse[tie]] += evidence;
        }),
      );
      const proposal = addRow(proposals);
      addRow(guests);
      proposals.broker[proposal] = b;
      proposals.proposer[proposal] = invited[0];
      proposals.rank[proposal] = 1 + b;
      proposals.promise[proposal] = 1 + settings.promise * brokers.skill[b];
      proposals.guests[proposal] = invited.length;
      invited.forEach((i, at) => (guests.firm[proposal * guests.width + at] = i));
    }
  },
});
