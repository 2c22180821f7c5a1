import { expect, test } from "vitest";
import { courseOf } from "../../sim/experiment/course.ts";
import { crossing, regretOf } from "../../sim/experiment/doubt.ts";
import { gainsOf, spreadOf } from "../../sim/experiment/gains.ts";
import { looksOf, settledAt } from "../../sim/experiment/looks.ts";
import type { FirmEnds } from "../../sim/experiment/twins.ts";
import { flowsOf, presentValue } from "../../sim/experiment/worth.ts";

/** Studies by hand: small sums that can be followed with a pencil. */

function ledger(months: Record<"sales" | "programme" | "transactions", number[]>) {
  const column = (values: number[]) => Float64Array.from(values);
  const nothing = column(months.sales.map(() => 0));
  return {
    sales: column(months.sales),
    programme: column(months.programme),
    transactions: column(months.transactions),
    members: nothing,
    buyers: nothing,
  };
}

test("present value: value added of what is sold more, less what firms spend more, less the programme", () => {
  const ours = ledger({ sales: [100, 110, 130], programme: [0, 4, 8], transactions: [0, 1, 3] });
  const theirs = ledger({ sales: [100, 100, 100], programme: [0, 0, 1], transactions: [0, 1, 1] });
  const flows = flowsOf(ours, theirs);
  expect([...flows.programme]).toEqual([0, 4, 3]);
  expect([...flows.transactions]).toEqual([0, 0, 2]);
  const plain = presentValue(flows, { rate: 0, valueAdded: 0.5 });
  expect(plain).toEqual({ benefits: 18, costs: 7, net: 11, ratio: 18 / 7 });
  // Twelve months at 21 % are worth 1 / 1.21, six of them 1 / 1.1.
  const late = { ...flows, sales: new Float64Array(13), transactions: new Float64Array(13) };
  const programme = new Float64Array(13);
  [programme[6], programme[12]] = [110, 121];
  expect(presentValue({ ...late, programme }, { rate: 0.21, valueAdded: 1 }).costs).toBeCloseTo(200, 9);
  expect(presentValue({ ...late, programme: new Float64Array(13) }, { rate: 0.21, valueAdded: 1 }).ratio).toBeNull();
});

type Firm = readonly [cell: number, low: number, sales: number, member: 0 | 1];

function ends(firms: readonly Firm[]): FirmEnds {
  return {
    high: Uint32Array.from(firms, ([cell]) => cell << 16),
    low: Uint32Array.from(firms, ([, low]) => low),
    sales: Float64Array.from(firms, ([, , sales]) => sales),
    member: Uint8Array.from(firms, ([, , , member]) => member),
  };
}

test("gains of members go into bins; neighbours are those beside members who never joined", () => {
  const ours = ends([
    [1, 0, 112, 1], // +12 %: the bin from 10 to 15 %
    [1, 1, 300, 1], // +200 %: the last bin
    [1, 2, 20, 1], // -80 %: the first bin
    [1, 3, 90, 0], // a neighbour who lost
    [1, 4, 100, 0], // a member in the other world: no neighbour
    [2, 5, 50, 0], // a town and trade without members
  ]);
  const theirs = ends([
    [1, 0, 100, 0],
    [1, 1, 100, 0],
    [1, 2, 100, 0],
    [1, 3, 100, 0],
    [1, 4, 100, 1],
    [2, 5, 100, 0],
  ]);
  const { bins, neighbours } = gainsOf(ours, theirs);
  expect([bins[12], bins[29], bins[0]]).toEqual([1, 1, 1]);
  expect(bins.reduce((sum, each) => sum + each, 0)).toBe(3);
  expect(neighbours).toBeCloseTo(-0.1, 12);
  expect(spreadOf([bins, new Uint32Array(30)]).counts[12]).toBe(0.5);
});

test("bands hold the middle half and nine of ten worlds; months without a value are left out", () => {
  const columns = Array.from({ length: 21 }, (_, k) => Float64Array.from([k, k === 0 ? NaN : 5]));
  const { median, half, most, runs } = courseOf(columns);
  expect([median[0], half[0][0], half[1][0], most[0][0], most[1][0]]).toEqual([10, 5, 15, 1, 19]);
  expect(median[1]).toBe(5);
  expect(runs).toHaveLength(10);
});

test("where a line crosses zero two options draw level", () => {
  const line = (...ys: number[]) => ys.map((y, x) => [x, y] as const);
  expect(crossing(line(-1, 3, 5))).toBe(0.25);
  expect(crossing(line(4, 2, -2))).toBe(1.5);
  expect(crossing(line(1, 2, 3))).toBeNull();
  expect(crossing(line(3, 2, 0))).toBe(2);
});

test("regret is what an option falls short of the best one", () => {
  const points = [{ means: [5, 8, 1] }, { means: [6, 4, null] }];
  expect(regretOf(points, 3, 1)).toEqual([
    { most: 3, mean: 1.5 },
    { most: 2, mean: 1 },
    { most: 7, mean: 7 },
  ]);
  expect(regretOf(points, 2, -1)[0]).toEqual({ most: 4, mean: 3 });
});

test("looks are planned at equal numbers of pairs, each with its bar; a clear difference settles at the first", () => {
  const looks = looksOf(200);
  expect(looks.map(({ pairs }) => pairs)).toEqual([40, 80, 120, 160, 200]);
  expect(looks.map(({ bar }) => bar)).toEqual(looks.map(({ bar }) => bar).sort((a, b) => a - b));
  expect(looks[4].bar).toBeLessThan(0.05);
  expect(looksOf(10).map(({ pairs }) => pairs)).toEqual([10]);
  const noise = Array.from({ length: 200 }, (_, r) => ((r * 7919) % 13) - 6);
  const zero = noise.map(() => 0);
  expect(settledAt(noise, zero, looks)).toBeNull();
  const clear = noise.map((value) => value + 20);
  expect(settledAt(clear, zero, looks)).toBe(40);
  expect(settledAt(clear.slice(0, 39), zero.slice(0, 39), looks)).toBeNull();
});
