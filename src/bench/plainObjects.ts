import { existsSync } from "node:fs";
import type { DyadicWorld, RunPlan } from "../../sim/index.ts";
import { Random, Run } from "../../sim/index.ts";
import type { Found } from "./rival.ts";

/** Months of one run: enough to be timed, and a tenth of what the columns play in that time. */
const MONTHS = 12;
/** Nine objects a firm: above this they no longer fit beside our own world. */
const MOST_FIRMS = 200_000;

/** Who a firm is, and the rows of the firms it knows. */
export interface Person {
  readonly key: number;
  readonly x: number;
  readonly y: number;
  readonly disposition: number;
  readonly productivity: number;
  readonly knows: readonly number[];
}

type Purpose = "meet" | "agree" | "give" | "tell";
/** Two random words of 32 bits for a firm and a purpose, in one month. */
export type Words = (purpose: Purpose, key: number) => [number, number];

/** What the plain version offers; it lies beside the tests, in plain JavaScript. */
interface Plain {
  makeFirms(people: readonly Person[]): object[];
  playMonth(firms: readonly object[], words: Words): unknown;
}

/** The firms of a world at its start, a plain object each. */
export function peopleOf({ tables: { firms, ties } }: DyadicWorld): Person[] {
  return Array.from({ length: firms.count }, (_, i) => ({
    key: firms.key[i],
    x: firms.x[i],
    y: firms.y[i],
    disposition: firms.disposition[i],
    productivity: firms.productivity[i],
    knows: Array.from(ties.to.subarray(i * ties.width, (i + 1) * ties.width)),
  }));
}

/** The draws that the mechanisms of the model make in a month. */
export function wordsOf(random: Random, month: number): Words {
  const streams = {
    meet: random.stream("meetings.meet", month),
    agree: random.stream("meetings.agree", month),
    give: random.stream("contributions.give", month),
    tell: random.stream("gossip.tell", month),
  };
  return (purpose, key) => [streams[purpose].bits(key, 0), streams[purpose].moreBits()];
}

/**
 * The rules of dyadic-trust as plain objects in JavaScript, on the same world with the same draws.
 * @param folder where it lies
 */
export async function plainObjects(folder: URL, plan: RunPlan): Promise<Found> {
  const file = new URL("plainDyadicTrust.js", folder);
  if (!existsSync(file)) return { missing: "No plain objects to compare with: they are part of a checkout alone." };
  if ((plan.settings.firms.count as number) > MOST_FIRMS) {
    return { missing: `No plain objects to compare with: more than ${MOST_FIRMS} firms of them take too much memory.` };
  }
  const { makeFirms, playMonth } = (await import(/* @vite-ignore */ file.href)) as Plain;
  const people = peopleOf(new Run(plan).world as DyadicWorld);
  const random = new Random(plan.seed);
  const run = (): number => {
    const firms = makeFirms(people);
    const start = performance.now();
    for (let month = 1; month <= MONTHS; month++) playMonth(firms, wordsOf(random, month));
    return ((performance.now() - start) * 1e6) / (firms.length * MONTHS);
  };
  return { rival: { name: "plain objects", run, end: () => undefined } };
}
