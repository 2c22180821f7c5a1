import { availableParallelism, loadavg } from "node:os";
import { median } from "simple-statistics";
import type { StudyRequest } from "../../sim/contract.ts";
import { Refusal } from "../../sim/index.ts";
import { runInPool } from "../host/pool.ts";
import type { ComparePageRow } from "./comparePage.ts";
import { benchComparePage } from "./comparePage.ts";
import { UNBUILT } from "./page.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { Studies } from "../host/studies.ts";

/** How long a comparison takes, as the page asks for it: until its first band, and until all its pairs are there. */

const FIRMS = 500;
const MONTHS = 120;
const FIRST = 20;
const ALL = 200;
const WORKERS = 2;
/** First bands that are measured, of which the median counts; all pairs take long enough to be measured once. */
const ROUNDS = 3;

export interface CompareRow {
  readonly firms: number;
  readonly months: number;
  readonly workers: number;
  readonly rounds: number;
  /** The first band: threads start from nothing, and their engines have yet to learn the code. */
  readonly first: Spent;
  /** All pairs, with what is read of them meanwhile. */
  readonly all: Spent;
  /** The same in the page, or why it was not measured there. */
  readonly page: ComparePageRow | { readonly missing: string };
  readonly load: number;
  readonly processors: number;
}

interface Spent {
  readonly pairs: number;
  /** Seconds on the wall. */
  readonly time: number;
  /** Processor time of all threads for each world, ms. */
  readonly world: number;
}

function request(pairs: number): StudyRequest {
  return {
    arms: [
      { name: "programme", scenario: "honduras" },
      { name: "no programme", scenario: "honduras", settings: { "brokers.count": 0 } },
    ],
    settings: { "firms.count": FIRMS, months: MONTHS },
    seed: "bench",
    replicates: pairs,
    target: { measure: "networks.alive", value: 12, sense: "least" },
    budget: null,
    valuation: { rate: 0.05, valueAdded: 0.4 },
  };
}

/** Compares so many pairs on new threads. */
async function compared(worker: URL, pairs: number): Promise<Spent> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const reply = await new Studies(CATALOGUE, runInPool(worker, WORKERS)).compare(request(pairs), () => undefined);
  if (!reply.ok) throw new Refusal(reply.problems);
  const { user, system } = process.cpuUsage(used);
  return { pairs, time: (performance.now() - began) / 1000, world: (user + system) / 1000 / (2 * pairs) };
}

/**
 * @param worker the built worker thread
 * @param url where the built page is served; undefined where it is not built
 */
export async function benchCompare(
  worker: URL,
  url: string | undefined,
  note: (text: string) => void,
): Promise<CompareRow> {
  const [load] = loadavg();
  const bands: Spent[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    note(`compare: ${FIRST} pairs, ${round} of ${ROUNDS}`);
    bands.push(await compared(worker, FIRST));
  }
  note(`compare: ${ALL} pairs`);
  const all = await compared(worker, ALL);
  const size = { firms: FIRMS, months: MONTHS, first: FIRST, all: ALL };
  return {
    firms: FIRMS,
    months: MONTHS,
    workers: WORKERS,
    rounds: ROUNDS,
    first: {
      pairs: FIRST,
      time: median(bands.map(({ time }) => time)),
      world: median(bands.map(({ world }) => world)),
    },
    all,
    page: url === undefined ? { missing: UNBUILT } : await benchComparePage(url, size, note),
    load,
    processors: availableParallelism(),
  };
}
