import type { Turn, Why } from "../contract.ts";
import { decide } from "../kernel/decide.ts";
import { logistic } from "../kernel/math.ts";
import { unitOf } from "../kernel/random.ts";
import type { Offer } from "../world/dilemma.ts";
import { TERMS, weigh } from "../world/dilemma.ts";
import type { World } from "../world/world.ts";
import type { Lever } from "./levers.ts";
import { leversOf, meanTrust } from "./levers.ts";

/** Why a firm said yes or no when it was last asked, and the smallest change of one thing that would have turned it. */

/** A decision as it was made, to be made again on another offer. */
interface Decision {
  readonly offer: Offer;
  readonly answer: boolean;
  /** The answer to another offer, with the same draw. */
  again(offer: Offer): boolean;
}

function decisionOf(world: World, decisions: NonNullable<World["decisions"]>, i: number): Decision {
  const terms = new Float64Array(TERMS.length);
  return {
    offer: {
      stage: decisions.stage[i],
      venture: decisions.venture[i],
      members: decisions.members[i],
      trust: decisions.trust[i],
      quality: decisions.quality[i],
      guidance: decisions.guidance[i],
      dispersion: decisions.dispersion[i],
      law: decisions.law[i],
      lawInside: decisions.lawInside[i],
      finding: decisions.finding[i],
      fee: decisions.feeRate[i],
    },
    answer: decisions.answer[i] === 1,
    again: (offer) => decide(decisions.draw[i], weigh(world, offer, terms) / decisions.noise[i]),
  };
}

/**
 * The first whole step of a lever, away from where it was in one direction, that turns the answer. The utility moves
 * one way along it, so the edge is found by halving.
 */
function firstStep(lever: Lever, direction: 1 | -1, { offer, answer, again }: Decision): number | null {
  const turns = (step: number): boolean => again(lever.set(offer, step / lever.per)) !== answer;
  const from = lever.of(offer) * lever.per;
  let near = direction > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1;
  let far = direction > 0 ? lever.high * lever.per : lever.low * lever.per;
  if ((far - near) * direction < 0 || !turns(far)) return null;
  if (turns(near)) return near / lever.per;
  while (Math.abs(far - near) > 1) {
    const middle = near + Math.trunc((far - near) / 2);
    if (turns(middle)) far = middle;
    else near = middle;
  }
  return far / lever.per;
}

/** The nearest step of a lever that turns the answer, where the utility may rise and fall along it. */
function nearestStep(lever: Lever, { offer, answer, again }: Decision): number | null {
  const from = lever.of(offer);
  for (let away = 1; away <= lever.high - lever.low; away++) {
    for (const value of [from - away, from + away]) {
      if (value >= lever.low && value <= lever.high && again(lever.set(offer, value)) !== answer) return value;
    }
  }
  return null;
}

/** The smallest change of one thing, as a share of its range, that would have turned the answer. */
function turnOf(levers: readonly Lever[], decision: Decision): Turn | null {
  let best: Turn | null = null;
  let least = Infinity;
  for (const lever of levers) {
    const direction = decision.answer ? -lever.speaks : lever.speaks;
    const to = direction === 0 ? nearestStep(lever, decision) : firstStep(lever, direction > 0 ? 1 : -1, decision);
    if (to === null) continue;
    const from = lever.of(decision.offer);
    const share = Math.abs(to - from) / (lever.high - lever.low);
    if (share < least) {
      least = share;
      best = { lever: lever.id, from, to };
    }
  }
  return best;
}

/** Why firm i answered as it did; null where it was never asked, or where the run keeps no decisions. */
export function whyOf(world: World, i: number): Why | null {
  const { decisions } = world;
  if (decisions === undefined || decisions.month[i] < 0) return null;
  const decision = decisionOf(world, decisions, i);
  const utility = decisions.utility[i];
  const noise = decisions.noise[i];
  return {
    firm: i,
    month: decisions.month[i],
    answer: decision.answer,
    stage: decisions.stage[i],
    members: decisions.members[i],
    meanTrust: meanTrust(decision.offer),
    brokered: decisions.brokered[i] === 1,
    terms: TERMS.map((id) => ({ id, value: decisions[id][i] + 0 })),
    utility,
    noise,
    chance: logistic(utility / noise),
    draw: unitOf(decisions.draw[i]),
    turn: turnOf(leversOf(world.rules), decision),
  };
}
