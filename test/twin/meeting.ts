import type { Firm, Tie, Twin } from "./beings.ts";
import { inRegion, index, setting } from "./beings.ts";

/** Who knows whom. */

export function tieTo(firm: Firm, other: Firm): Tie | undefined {
  return firm.ties.find((tie) => tie.to === other);
}

/** Takes a tie out of a list; the last one takes its place. */
function takeOut(firm: Firm, other: Firm): void {
  const at = firm.ties.findIndex((tie) => tie.to === other);
  const last = firm.ties.pop() as Tie;
  if (at < firm.ties.length) firm.ties[at] = last;
}

export function forget(firm: Firm, other: Firm): void {
  takeOut(firm, other);
  takeOut(other, firm);
}

function makeRoom(twin: Twin, firm: Firm): boolean {
  if (firm.ties.length < Math.max(24, setting(twin, "joining", "maxSize") + 2)) return true;
  let weakest: Tie | undefined;
  for (const tie of firm.ties) {
    if (firm.network !== undefined && tie.to.network === firm.network) continue;
    if (weakest === undefined || tie.for + tie.against < weakest.for + weakest.against) weakest = tie;
  }
  if (weakest === undefined) return false;
  forget(firm, weakest.to);
  return true;
}

/** Two firms meet; whether they know each other then. */
export function meet(twin: Twin, firm: Firm, other: Firm): boolean {
  if (tieTo(firm, other) === undefined) {
    if (!makeRoom(twin, firm) || !makeRoom(twin, other)) return false;
    for (const [one, two] of [
      [firm, other],
      [other, firm],
    ]) {
      one.ties.push({ to: two, fellow: false, met: 0, learnt: -1, worked: 0, for: 0, against: 0 });
    }
  }
  (tieTo(firm, other) as Tie).met = twin.month;
  (tieTo(other, firm) as Tie).met = twin.month;
  return true;
}

export function becomeFellows(twin: Twin, firm: Firm, other: Firm): void {
  if (!meet(twin, firm, other)) return;
  (tieTo(firm, other) as Tie).fellow = true;
  (tieTo(other, firm) as Tie).fellow = true;
}

/** Evidence is kept in single precision. */
export function addEvidence(tie: Tie, good: number, bad: number): void {
  tie.for = Math.fround(tie.for + good);
  tie.against = Math.fround(tie.against + bad);
}

export function giveAcquaintances(twin: Twin, firm: Firm): void {
  for (const near of twin.neighbours[firm.number]) if (near.inBusiness) meet(twin, firm, near);
  const around = inRegion(twin, firm.region);
  for (let k = 0; k < setting(twin, "firms", "acquaintances"); k++) {
    const u = twin.random.stream("birth.acquaintance", 0).uniformOf(...firm.key, 0, k);
    const other = around[index(u, around.length)];
    if (other !== firm && other.inBusiness) meet(twin, firm, other);
  }
}
