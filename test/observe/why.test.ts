import { describe, expect, it } from "vitest";
import { decide } from "../../sim/kernel/decide.ts";
import { logistic } from "../../sim/kernel/math.ts";
import { Random } from "../../sim/kernel/random.ts";
import { leversOf } from "../../sim/observe/levers.ts";
import { whyOf } from "../../sim/observe/why.ts";
import type { Turn, Why } from "../../sim/contract.ts";
import { answer } from "../../sim/world/asking.ts";
import type { Offer } from "../../sim/world/dilemma.ts";
import { TERMS, weigh } from "../../sim/world/dilemma.ts";
import type { World } from "../../sim/world/world.ts";
import { openHonduras } from "./realWorld.ts";
import { inOneCell, tinyWorld } from "./tinyWorld.ts";

const FIRMS = 1000;

/** An offer with every value drawn anew. */
function offerOf(draw: (what: number) => number): Offer {
  const members = 2 + Math.floor(draw(0) * 11);
  const law = draw(1);
  return {
    stage: draw(2) < 0.5 ? 1 : 2,
    venture: 0,
    members,
    trust: (members - 1) * draw(3),
    quality: 0.4 + 1.2 * draw(4),
    guidance: draw(5),
    dispersion: 2 * draw(6),
    law,
    lawInside: Math.min(1, law + 0.4 * draw(7)),
    finding: draw(8) < 0.5 ? 0 : 0.2 * draw(9),
    fee: draw(10) < 0.5 ? 0 : 0.01 * draw(11),
  };
}

/** A world in which a thousand firms have answered offers drawn at random. */
function askedAtRandom(): { world: World; offers: Offer[] } {
  const world = tinyWorld({ firms: inOneCell(FIRMS) });
  const draws = new Random("why").stream("offers", 0);
  const offers = inOneCell(FIRMS).map((_, i) => {
    const offer = offerOf((what) => draws.uniformOf(0, i, 0, what));
    answer(world, i, offer, draws.bits(1, i), i % 2 === 0);
    return offer;
  });
  return { world, offers };
}

/** The offer with one thing changed, in the words of the contract. */
function changed(offer: Offer, lever: Turn["lever"], to: number): Offer {
  const mean = offer.trust / (offer.members - 1);
  switch (lever) {
    case "trust":
      return { ...offer, trust: to * (offer.members - 1) };
    case "members":
      return { ...offer, members: to, trust: mean * (to - 1) };
    case "law":
      return { ...offer, law: to, lawInside: Math.max(0, Math.min(1, offer.lawInside + to - offer.law)) };
    default:
      return { ...offer, [lever]: to };
  }
}

function answers(world: World, i: number, offer: Offer): boolean {
  const utility = weigh(world, offer, new Float64Array(TERMS.length));
  return decide(world.decisions?.draw[i] ?? 0, utility / world.rules.joining.noise);
}

/** The offer that firm i decided on last, as the world remembers it. */
function remembered(world: World, i: number): Offer {
  const { decisions } = world;
  if (decisions === undefined) throw new Error("the world keeps no decisions");
  const { stage, venture, members, trust, quality, guidance, dispersion, law, lawInside, finding, feeRate } = decisions;
  return {
    stage: stage[i],
    venture: venture[i],
    members: members[i],
    trust: trust[i],
    quality: quality[i],
    guidance: guidance[i],
    dispersion: dispersion[i],
    law: law[i],
    lawInside: lawInside[i],
    finding: finding[i],
    fee: feeRate[i],
  };
}

/** What must hold of any explanation; returns whether it names a change. */
function expectHonest(world: World, i: number, why: Why): boolean {
  expect(why.terms.map(({ id }) => id)).toEqual([...TERMS]);
  expect(why.terms.reduce((sum, { value }) => sum + value, 0)).toBe(why.utility);
  expect(why.chance).toBe(logistic(why.utility / why.noise));
  expect(why.answer).toBe(why.draw < why.chance);
  const offer = remembered(world, i);
  expect(answers(world, i, offer)).toBe(why.answer);
  if (why.turn === null) return false;
  expect(answers(world, i, changed(offer, why.turn.lever, why.turn.to))).toBe(!why.answer);
  return true;
}

/** Every step of every lever, the nearest first. */
function slowTurn(world: World, i: number, offer: Offer, answered: boolean): number {
  let least = Infinity;
  for (const { id, low, high, per, of } of leversOf(world.rules)) {
    for (let step = Math.round(low * per); step <= Math.round(high * per); step++) {
      const share = Math.abs(step / per - of(offer)) / (high - low);
      if (share < least && answers(world, i, changed(offer, id, step / per)) !== answered) least = share;
    }
  }
  return least;
}

describe("why a firm said yes or no", () => {
  it("shows terms that sum to U, the chance, and a change that turns the answer, for 1,000 random offers", () => {
    const { world } = askedAtRandom();
    let turned = 0;
    let yes = 0;
    for (let i = 0; i < FIRMS; i++) {
      const why = whyOf(world, i);
      if (why === null) throw new Error("it was asked");
      if (expectHonest(world, i, why)) turned += 1;
      if (why.answer) yes += 1;
    }
    expect(yes).toBeGreaterThan(FIRMS / 20);
    expect(yes).toBeLessThan((19 * FIRMS) / 20);
    expect(turned).toBeGreaterThan(FIRMS / 2);
  });

  it("names the smallest change there is, or none where none turns it", () => {
    const { world, offers } = askedAtRandom();
    let without = 0;
    for (let i = 0; i < FIRMS; i += 5) {
      const why = whyOf(world, i);
      if (why === null) throw new Error("it was asked");
      const least = slowTurn(world, i, offers[i], why.answer);
      if (why.turn === null) {
        without += 1;
        expect(least).toBe(Infinity);
      } else {
        const { lever, from, to } = why.turn;
        const { low, high } = leversOf(world.rules).find(({ id }) => id === lever) ?? { low: 0, high: 1 };
        expect(Math.abs(to - from) / (high - low)).toBe(least);
      }
    }
    expect(without).toBeGreaterThan(0);
  });

  it("holds for every firm of Honduras that was ever asked", () => {
    const run = openHonduras("101");
    run.playTo(60);
    let asked = 0;
    for (let i = 0; i < run.world.firms.count; i++) {
      const why = whyOf(run.world, i);
      if (why === null) continue;
      expectHonest(run.world, i, why);
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(FIRMS);
  });

  it("moves the law outside and inside by the same amount, and neither beyond 1", () => {
    const law = leversOf(tinyWorld({ firms: [] }).rules).find(({ id }) => id === "law");
    const { offers } = askedAtRandom();
    const set = law?.set({ ...offers[0], law: 0.1, lawInside: 0.9 }, 0.35);
    expect(set).toMatchObject({ law: 0.35, lawInside: 1 });
    expect(law?.set({ ...offers[0], law: 0.5, lawInside: 0.75 }, 0.25)).toMatchObject({ law: 0.25, lawInside: 0.5 });
  });

  it("has nothing to say of a firm that was never asked, or where no decisions are kept", () => {
    const world = tinyWorld({ firms: inOneCell(1) });
    expect(whyOf(world, 0)).toBeNull();
    expect(whyOf({ ...world, decisions: undefined }, 0)).toBeNull();
  });
});
