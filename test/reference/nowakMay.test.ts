import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { Run } from "../../sim/index.ts";
import { columnOf } from "../../sim/kernel/columns.ts";
import { planOf } from "../worlds.ts";

function runOf(settings: Record<string, Value>): Run {
  return new Run(planOf("reference/nowak-may", settings));
}

function players(run: Run) {
  return columnOf(run.world.tables.players, "cooperates");
}

/** One generation as the paper tells it: everyone earns, everyone copies the best of the nine. */
function generation(board: readonly number[], side: number, b: number): number[] {
  const nine = (player: number): number[] => {
    const [row, column] = [Math.floor(player / side), player % side];
    return [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].map((right) => ((row + down + side) % side) * side + ((column + right + side) % side)),
    );
  };
  const earned = board.map((cooperates, player) => {
    const met = nine(player).filter((other) => board[other] === 1).length;
    return cooperates === 1 ? met : met * b;
  });
  return board.map((own, player) => {
    const best = Math.max(...nine(player).map((other) => earned[other]));
    const kinds = new Set(
      nine(player)
        .filter((other) => earned[other] === best)
        .map((other) => board[other]),
    );
    return kinds.size === 2 ? own : [...kinds][0];
  });
}

test("is the paper's generation, on any board", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 3, max: 12 })
        .chain((side) =>
          fc.tuple(
            fc.constant(side),
            fc.array(fc.integer({ min: 0, max: 1 }), { minLength: side * side, maxLength: side * side }),
          ),
        ),
      fc.constantFrom(1, 1.2, 1.25, 1.5, 1.75, 1.8, 1.85, 2, 2.5, 3),
      ([side, board], b) => {
        const run = runOf({ "board.side": side, b });
        players(run).set(board);
        let twin = board;
        for (let step = 1; step <= 4; step++) {
          run.step();
          twin = generation(twin, side, b);
          expect(Array.from(players(run))).toEqual(twin);
        }
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});

describe("the published course", () => {
  test("one defector among co-operators grows to nine and then to a square with corners", () => {
    const side = 21;
    const run = runOf({ "board.side": side, "board.cooperators": 1 });
    players(run)[10 * side + 10] = 0;
    run.step();
    expect(players(run).filter((cooperates) => cooperates === 0)).toHaveLength(9);
    run.step();
    expect(players(run).filter((cooperates) => cooperates === 0)).toHaveLength(25);
  });

  test("for b between 1.8 and 2 the share settles near 0.318, for all of them exactly the same", () => {
    for (const seed of ["1", "Ponte Vecchio"]) {
      const shares = [1.85, 1.9].map((b) => {
        const run = runOf({ b, seed });
        run.playTo(1000);
        return [run.measure("cooperators.share"), run.hash()];
      });
      expect(shares[0]).toEqual(shares[1]);
      expect(shares[0][0]).toBeGreaterThanOrEqual(0.312);
      expect(shares[0][0]).toBeLessThanOrEqual(0.32);
    }
  });

  test("beyond these bounds it is another course", () => {
    const hash = (b: number) => {
      const run = runOf({ b, seed: "1", "board.side": 60 });
      run.playTo(60);
      return run.hash();
    };
    expect(new Set([1.7, 1.85, 2.1].map(hash)).size).toBe(3);
    expect(hash(1.81)).toBe(hash(1.99));
  });
});

test("the share is the mean of the last 500 generations", () => {
  const run = runOf({ "board.side": 20, seed: "mean" });
  const shares = [players(run).filter((cooperates) => cooperates === 1).length / 400];
  for (let step = 1; step <= 620; step++) {
    run.step();
    shares.push(players(run).filter((cooperates) => cooperates === 1).length / 400);
    if (step !== 37 && step !== 499 && step !== 620) continue;
    const last = shares.slice(-500);
    expect(run.measure("cooperators.share")).toBeCloseTo(last.reduce((sum, share) => sum + share, 0) / last.length, 12);
  }
});
