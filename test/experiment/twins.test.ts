import { expect, test } from "vitest";
import type { FirmEnds } from "../../sim/experiment/twins.ts";
import { compareTwins } from "../../sim/experiment/twins.ts";

type Firm = readonly [high: number, low: number, sales: number, member: 0 | 1];

function ends(firms: readonly Firm[]): FirmEnds {
  return {
    high: Uint32Array.from(firms, ([high]) => high),
    low: Uint32Array.from(firms, ([, low]) => low),
    sales: Float64Array.from(firms, ([, , sales]) => sales),
    member: Uint8Array.from(firms, ([, , , member]) => member),
  };
}

test("firms are matched by birth key, in whatever rows they stand", () => {
  const ours = ends([
    [0, 0, 110, 1], // 10 % above its twin
    [0, 1, 101, 1], // within 2 %, a member in both worlds
    [0, 2, 101, 1], // within 2 %, a member here only
    [0, 3, 90, 0], // 10 % below
    [0, 4, 100, 0], // the same
    [0, 5, 999, 1], // closed in the other world
    [4294967295, 999999, 100, 0], // the largest key there can be
  ]);
  const theirs = ends([
    [4294967295, 999999, 102.5, 0],
    [0, 4, 100, 0],
    [0, 3, 100, 0],
    [0, 2, 100, 0],
    [0, 1, 100, 1],
    [0, 0, 100, 0],
    [1, 0, 100, 0], // not there in ours
  ]);
  const { causal, ...counts } = compareTwins(ours, theirs);
  expect(counts).toEqual({ additional: 1, anyway: 1, displaced: 2, unaffected: 2 });
  expect(causal).toBeCloseTo((110 + 101 + 101) / 300 - 1, 12);
});

test("exactly 2 % more is additional, exactly 2 % less displaced", () => {
  const counts = compareTwins(
    ends([
      [0, 0, 102, 0],
      [0, 1, 98, 0],
    ]),
    ends([
      [0, 0, 100, 0],
      [0, 1, 100, 0],
    ]),
  );
  expect(counts).toMatchObject({ additional: 1, displaced: 1, causal: null });
});
