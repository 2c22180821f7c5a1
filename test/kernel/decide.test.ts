import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, decided, settled } from "../../sim/kernel/decide.ts";
import { exp, log, logistic } from "../../sim/kernel/math.ts";

function directly(word: number, x: number): boolean {
  return word * 2 ** -32 * (1 + exp(-x)) < 1;
}

const word = fc.integer({ min: 0, max: 0xffffffff });
/** Utilities of every size; and those at which a draw's answer turns, with their nearest neighbours. */
const anywhere = fc.double({ min: -800, max: 800, noNaN: true });
const nearby = fc.double({ min: -12, max: 12, noNaN: true });
const lastPlaces = fc.integer({ min: -40, max: 40 });

function logitOf(word: number): number {
  const share = word * 2 ** -32;
  return log(share / (1 - share));
}

function agree(draw: number, x: number): boolean {
  const truth = directly(draw, x);
  return decide(draw, x) === truth && decided(draw, x) === +truth && decided(draw | 0, x) === +truth;
}

describe("a decision is the direct rule's", () => {
  it("for any draw and utility", () => {
    fc.assert(fc.property(word, fc.oneof(anywhere, nearby), agree), { numRuns: 20_000, seed: 1 });
  });

  it("where the utility lies at the draw's own turning point", () => {
    fc.assert(
      fc.property(word, lastPlaces, (draw, places) => agree(draw, logitOf(draw) * (1 + places * 2 ** -52))),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("at the ends of every cell of the table", () => {
    for (let cell = 0; cell <= 4096; cell++) {
      const end = logitOf(cell * 2 ** 20);
      for (const gap of [-3e-6, -1e-6, -1e-9, -1e-15, 0, 1e-15, 1e-9, 1e-6, 3e-6]) {
        for (const draw of [cell * 2 ** 20 - 1, cell * 2 ** 20, cell * 2 ** 20 + 1]) {
          if (draw >= 0 && draw < 2 ** 32 && !agree(draw, end + gap)) expect.fail(`draw ${draw}, utility ${end + gap}`);
        }
      }
    }
  });

  it("at the ends of everything", () => {
    for (const draw of [0, 1, 2 ** 20 - 1, 2 ** 31, 0xffffffff]) {
      for (const x of [-Infinity, -1e300, -0, 0, 1e300, Infinity, NaN]) expect(agree(draw, x)).toBe(true);
    }
  });
});

describe("what the upper bits settle", () => {
  it("holds for the least and the greatest draw of the cell", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4095 }), nearby, (cell, x) => {
        const least = directly(cell * 2 ** 20, x);
        const greatest = directly(cell * 2 ** 20 + 2 ** 20 - 1, x);
        const answer = settled(cell, x);
        if (answer === 2) return least && greatest;
        return answer === 0 ? !least && !greatest : answer === 1;
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("leaves hardly anything open", () => {
    let open = 0;
    for (let cell = 0; cell < 4096; cell++) for (let x = -4; x <= 4; x += 0.25) open += +(settled(cell, x) === 1);
    expect(open).toBeLessThanOrEqual(2 * 33);
  });
});

it("says yes as often as the chance says", () => {
  for (const x of [-2, -0.3, 0, 1.7]) {
    let yes = 0;
    for (let draw = 0; draw < 65_536; draw++) yes += +decide(draw * 65_536 + 32_768, x);
    expect(yes / 65_536).toBeCloseTo(logistic(x), 4);
  }
});
