import { log, power } from "../../sim/kernel/math.ts";
import { normal } from "../../sim/kernel/sample.ts";
import type { Firm, Network, Proposal, Tie, Twin } from "./beings.ts";
import { blank, cellOf, draws, giveBirth, inRegion, index, isFree, salesOf, setting, word } from "./beings.ts";
import type { Offer } from "./equations.ts";
import {
  B,
  C,
  accepts,
  atTable,
  fit,
  guidance,
  lawWith,
  pace,
  project,
  skillOf,
  summedTrust,
  trust,
} from "./equations.ts";
import { addEvidence, becomeFellows, forget, giveAcquaintances, meet, tieTo } from "./meeting.ts";

/** From entry to recruiting: mechanisms 1 to 8 of section 6. */

export function entry(twin: Twin): void {
  const means = twin.cells.map((cell) => {
    const living = cell.filter((firm) => firm.inBusiness);
    return living.length === 0 ? 0 : living.reduce((sum, firm) => sum + (firm.a - firm.a0), 0) / living.length;
  });
  const entrants: Firm[] = [];
  twin.cells.forEach((cell, c) => {
    let k = 0;
    for (const firm of cell) {
      if (firm.inBusiness) continue;
      const key: Firm["key"] = [firm.region * 2 ** 24 + firm.sector * 2 ** 16 + twin.month, k++];
      Object.assign(firm, blank(), { key, born: twin.month });
      giveBirth(twin, firm);
      firm.a += setting(twin, "entry", "imitation") * Math.max(0, means[c]);
      firm.sales = salesOf(twin, firm);
      entrants.push(firm);
    }
  });
  for (const firm of entrants) giveAcquaintances(twin, firm);
}

export function demand(twin: Twin): void {
  for (const region of twin.regions) region.demand *= 1 + setting(twin, "demand", "growth");
  for (const firm of twin.firms) {
    const news = setting(twin, "demand", "spread") * normal(draws(twin, "demand.news").uniform(...firm.key));
    firm.luck = setting(twin, "demand", "persistence") * firm.luck + news;
  }
}

export function encounters(twin: Twin): void {
  for (const firm of twin.firms) {
    for (const tie of firm.ties.toReversed()) {
      if (!tie.fellow && twin.month - tie.met > setting(twin, "encounters", "lapse")) forget(firm, tie.to);
    }
  }
  for (const firm of twin.firms) {
    if (draws(twin, "encounters.happens").uniform(...firm.key) >= setting(twin, "encounters", "rate")) continue;
    const around = inRegion(twin, firm.region);
    let nearest: Firm | undefined;
    let least = Infinity;
    for (let k = 0; k < 3; k++) {
      const other = around[index(draws(twin, "encounters.whom").uniformOf(...firm.key, 0, k), around.length)];
      const dx = other.x - firm.x;
      const dy = other.y - firm.y;
      const squared = dx * dx + dy * dy;
      if (other !== firm && squared < least) {
        least = squared;
        nearest = other;
      }
    }
    if (nearest !== undefined) meet(twin, firm, nearest);
  }
}

/** Free firms that a firm comes across. */
function candidates(twin: Twin, firm: Firm, size: number): Firm[] {
  const u = (where: number, at: number): number => draws(twin, "search.candidates").uniformOf(...firm.key, where, at);
  const found: Firm[] = [];
  const take = (other: Firm): void => {
    if (other !== firm && isFree(other) && !found.includes(other)) found.push(other);
  };
  for (let t = 0; t < 6 * (size - 1) && found.length < size - 1 && firm.ties.length > 0; t++) {
    const known = firm.ties[index(u(1, 2 * t), firm.ties.length)].to;
    const second = u(1, 2 * t + 1);
    if (second < 0.5 && known.ties.length > 0) take(known.ties[index(2 * second, known.ties.length)].to);
    else take(known);
  }
  const cell = cellOf(twin, firm);
  const tries = 6 * (2 * (size - 1) - found.length);
  for (let t = 0; t < tries && found.length < 2 * (size - 1); t++) {
    const other = cell[index(u(2, 2 * t), cell.length)];
    const dx = other.x - firm.x;
    const dy = other.y - firm.y;
    if (u(2, 2 * t + 1) < 4 / (4 + Math.sqrt(dx * dx + dy * dy))) take(other);
  }
  return found;
}

export function search(twin: Twin): void {
  const { size, needed } = atTable(twin);
  const alpha = setting(twin, "search", "complementarity");
  for (const firm of twin.firms) {
    const chance = setting(twin, "search", "rate") * (0.5 + firm.openness);
    if (!isFree(firm) || draws(twin, "search.proposes").uniform(...firm.key) >= chance) continue;
    const found = candidates(twin, firm, size);
    if (found.length < needed - 1) continue;
    const best = found
      .map((other, at) => ({
        other,
        at,
        score: power(fit(firm, other), alpha) * power(trust(twin, firm, other), 1 - alpha),
      }))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, size - 1);
    twin.proposals.push({
      broker: undefined,
      rank: draws(twin, "search.rank").uniform(...firm.key),
      promise: 1,
      guests: [firm, ...best.map(({ other }) => other)],
    });
  }
}

/** The cell in which an attempt is made. */
function chosen(twin: Twin, u: number): readonly Firm[] | undefined {
  const free = twin.cells.map((cell) => cell.filter(isFree));
  const open = free.filter((firms) => firms.length >= atTable(twin).needed);
  const weight = (firms: readonly Firm[]): number =>
    word(twin, "brokers", "diagnosis") === "demand" ? firms.length : 1;
  let left = u * open.reduce((sum, firms) => sum + weight(firms), 0);
  for (const firms of open) {
    left -= weight(firms);
    if (left < 0) return firms;
  }
  return undefined;
}

/** How far above firms the unit enters. */
const HEIGHTS: Readonly<Record<string, number>> = { none: 0, ministry: 1, agency: 0.5, association: -0.5, firms: -1 };

export function brokers(twin: Twin): void {
  const of = (name: string): number => setting(twin, "brokers", name);
  const isOn = twin.month >= of("start") && twin.month < of("end");
  for (const broker of twin.brokers) {
    if (isOn && twin.month === Math.max(1, of("start"))) {
      broker.work = draws(twin, "brokers.begin").uniform(0, broker.number) * of("effort");
    }
    broker.atWork = isOn;
    broker.load = 0;
    for (const g of twin.networks) if (g.broker === broker) broker.load += g.phase === "planning" ? 2 : 1;
  }
  if (!isOn) return;
  const height = HEIGHTS[String(twin.plan.settings.brokers.entry)];
  const standing = 1 + of("entry.standing") * height;
  for (const broker of twin.brokers) {
    broker.work += (1 - of("entry.nearness") * height) * Math.max(0, of("caseload") - broker.load);
    if (broker.work < of("effort")) continue;
    const free = chosen(twin, draws(twin, "brokers.choose").uniform(0, broker.number));
    if (free === undefined) continue;
    broker.work -= of("effort");
    const guests = free
      .map((firm) => {
        const u = draws(twin, "brokers.invite").uniformOf(0, broker.number, ...firm.key);
        return { firm, score: log(u) / power(firm.workers, 1.5 * of("incentive")) };
      })
      .sort((a, b) => b.score - a.score || a.firm.number - b.firm.number)
      .slice(0, atTable(twin).size)
      .map(({ firm }) => firm);
    guests.forEach((one, at) => {
      for (const two of guests.slice(at + 1)) {
        if (!meet(twin, one, two)) continue;
        addEvidence(tieTo(one, two) as Tie, of("meetings") * (1 + broker.skill) * standing, 0);
        addEvidence(tieTo(two, one) as Tie, of("meetings") * (1 + broker.skill) * standing, 0);
      }
    });
    const promise = 1 + of("promise") * broker.skill;
    twin.proposals.push({ broker, rank: 1 + broker.number, promise, guests });
  }
}

/** Share of the cost that members pay after so many months. */
function feeShare(twin: Twin, months: number): number {
  const of = (name: string): number => setting(twin, "fees", name);
  const schedule = word(twin, "fees", "schedule");
  if (schedule === "flat") return of("flat");
  if (schedule === "none" || months < of("free")) return 0;
  return Math.min(of("most"), of("first") + (of("growth") * (months - of("free"))) / 12);
}

export function fees(twin: Twin): void {
  const cost = setting(twin, "brokers", "wage") / setting(twin, "brokers", "caseload");
  twin.entryFee = feeShare(twin, 0) * cost;
  for (const g of twin.networks) {
    const pays = g.project !== "none" && g.broker !== undefined && g.members.length > 0;
    const f = pays ? feeShare(twin, twin.month - g.founded) : 0;
    g.feeShare = f;
    g.levy = f === 0 ? 0 : (f * cost) / g.members.reduce((sum, i) => sum + i.sales, 0);
    g.m += setting(twin, "fees", "autonomy") * pace(twin, g) * f * (1 - g.m);
  }
}

/** Mean fit of the proposer with each guest, or of all pairs that a broker brought. */
function meanFit({ broker, guests }: Proposal): number {
  let sum = 0;
  let pairs = 0;
  guests.forEach((one, at) => {
    if (broker === undefined && at > 0) return;
    for (const two of guests.slice(at + 1)) {
      sum += fit(one, two);
      pairs += 1;
    }
  });
  return pairs === 0 ? 0 : sum / pairs;
}

/** Those present who say yes to working with all who are present. */
function willing(twin: Twin, { broker, guests }: Proposal, present: readonly Firm[], quality: number): Firm[] {
  const strategic = broker !== undefined && word(twin, "phases", "sequence") === "strategicFirst";
  const sales = present.reduce((sum, i) => sum + i.sales, 0);
  return present.filter((i) => {
    const offer: Offer = {
      stage: strategic ? "strategic" : "pilot",
      n: present.length,
      summed: summedTrust(twin, i, present),
      quality,
      z: broker === undefined ? 0 : skillOf(twin, broker),
      law: lawWith(twin, i, broker !== undefined, false),
      finding: broker === undefined ? setting(twin, "search", "transactionCost") : 0,
      fee: broker === undefined ? 0 : twin.entryFee / sales,
    };
    return accepts(twin, i, offer, draws(twin, "joining.answer").bitsOf(...guests[0].key, ...i.key));
  });
}

/** A firm takes a seat. */
function seat(twin: Twin, g: Network, i: Firm): void {
  g.members.push(i);
  Object.assign(i, { network: g, joined: twin.month, contribution: 0, benefit: 0, smoothed: 0 });
}

function found(twin: Twin, { broker, guests }: Proposal, members: readonly Firm[], promise: number): void {
  const founder = members.includes(guests[0]) ? guests[0] : members[0];
  const g: Network = {
    founder: founder.key,
    founded: twin.month,
    region: founder.region,
    sector: founder.sector,
    promise,
    led: broker !== undefined,
    phase: "planning",
    phaseSince: twin.month,
    project: "none",
    projectSince: -1,
    members: [],
    quality: 0,
    broker,
    formerBroker: undefined,
    brokerLeft: -1,
    asleepWhenLeft: false,
    rules: false,
    legal: false,
    m: 0,
    feeShare: 0,
    levy: 0,
    fund: 0,
    losing: 0,
    started: -1,
    startSize: 0,
    ended: -1,
  };
  twin.networks.push(g);
  for (const i of members) seat(twin, g, i);
  members.forEach((one, at) => {
    for (const two of members.slice(at + 1)) becomeFellows(twin, one, two);
  });
  for (const i of members) i.belief = summedTrust(twin, i, members) / Math.max(1, members.length - 1);
}

export function joining(twin: Twin): void {
  const { needed } = atTable(twin);
  for (const proposal of twin.proposals.toSorted((a, b) => a.rank - b.rank)) {
    const present = proposal.guests.filter((i) => i.network === undefined);
    if (present.length < needed) continue;
    if (proposal.broker === undefined && proposal.guests[0].network !== undefined) continue;
    const quality = proposal.promise * ((0.5 + meanFit(proposal)) / (0.5 + 2 / 3));
    const members = willing(twin, proposal, willing(twin, proposal, present, quality), quality);
    if (members.length >= needed) found(twin, proposal, members, quality);
  }
  twin.proposals = [];
}

export function recruiting(twin: Twin): void {
  for (const g of twin.networks) {
    const n = g.members.length;
    if (g.project === "none" || n === 0 || n >= setting(twin, "joining", "maxSize")) continue;
    const u = (purpose: string, which: number): number =>
      draws(twin, `recruiting.${purpose}`).uniformOf(...g.founder, which, g.founded);
    if (u("asks", 0) >= setting(twin, "recruiting", "rate")) continue;
    const member = g.members[index(u("whom", 0), n)];
    if (member.ties.length === 0) continue;
    const i = member.ties[index(u("whom", 1), member.ties.length)].to;
    if (!isFree(i)) continue;
    const p = project(twin, g.project);
    const z = guidance(twin, g);
    const d = twin.regions[member.region].dispersion;
    const x = 1 + summedTrust(twin, member, g.members);
    const gain = B(p, x + trust(twin, member, i)) - B(p, x);
    if (g.quality * gain * (1 - p.sigma) <= C(twin, d, n + 1, z) - C(twin, d, n, z)) continue;
    const summed = summedTrust(twin, i, g.members);
    const offer: Offer = {
      stage: g.project,
      n: n + 1,
      summed,
      quality: g.quality,
      z,
      law: lawWith(twin, i, g.led, g.legal),
      finding: g.broker === undefined ? setting(twin, "search", "transactionCost") : 0,
      fee: g.levy,
    };
    if (!accepts(twin, i, offer, draws(twin, "recruiting.answer").bitsOf(...i.key, ...g.founder))) continue;
    const before = [...g.members];
    seat(twin, g, i);
    for (const fellow of before) becomeFellows(twin, i, fellow);
    i.belief = summed / n;
  }
}
