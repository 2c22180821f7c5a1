import type { Resolved, Runner } from "../../sim/index.ts";
import { Refusal, bytesOf, valueOfText } from "../../sim/index.ts";
import { runHere } from "../host/jobs.ts";
import { runInPool, usualWorkers } from "../host/pool.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { room } from "./scenarioArgument.ts";

const MOST = 256;

/**
 * How many threads play worlds: as many as asked for, fewer where memory would not do or there are fewer worlds.
 *
 * @param asked text of `--workers`
 * @param bytes of the largest world
 * @throws {Refusal} where that is no number of workers
 */
export function workersFor(asked: string | undefined, worlds: number, bytes: number): number {
  const wanted = asked === undefined ? usualWorkers() : valueOfText(asked);
  if (typeof wanted !== "number" || !Number.isInteger(wanted) || wanted < 1 || wanted > MOST) {
    const expected = `a whole number from 1 to ${MOST}`;
    const mend = `Leave it out for ${usualWorkers()}.`;
    throw new Refusal([{ path: "--workers", value: String(asked), expected, mend }]);
  }
  const fitting = bytes > 0 ? Math.max(1, Math.floor(room() / bytes)) : MOST;
  return Math.min(wanted, worlds, fitting);
}

/** Where many worlds are played: on threads, or here where one is enough. */
export function runnerFor(asked: string | undefined, worker: URL, worlds: number, plans: readonly Resolved[]): Runner {
  const workers = workersFor(asked, worlds, Math.max(...plans.map(({ plan }) => bytesOf(plan))));
  return workers === 1 ? runHere(CATALOGUE) : runInPool(worker, workers);
}
