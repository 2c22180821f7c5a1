import type { Resolved, Runner } from "../../sim/index.ts";
import { Refusal, bytesOf, valueOfText } from "../../sim/index.ts";
import { runHere } from "../host/jobs.ts";
import { runInPool, usualWorkers } from "../host/pool.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { room } from "./scenarioArgument.ts";

const MOST = 256;

/**
 * Where many worlds are played: on so many threads, fewer where memory would not do, here where one is enough.
 *
 * @param asked text of `--workers`
 * @throws {Refusal} where that is no number of workers
 */
export function runnerFor(asked: string | undefined, worker: URL, worlds: number, plans: readonly Resolved[]): Runner {
  const wanted = asked === undefined ? usualWorkers() : valueOfText(asked);
  if (typeof wanted !== "number" || !Number.isInteger(wanted) || wanted < 1 || wanted > MOST) {
    const expected = `a whole number from 1 to ${MOST}`;
    const mend = `Leave it out for ${usualWorkers()}.`;
    throw new Refusal([{ path: "--workers", value: String(asked), expected, mend }]);
  }
  const bytes = Math.max(...plans.map(({ plan }) => bytesOf(plan)));
  const fitting = bytes > 0 ? Math.max(1, Math.floor(room() / bytes)) : MOST;
  const workers = Math.min(wanted, worlds, fitting);
  return workers === 1 ? runHere(CATALOGUE) : runInPool(worker, workers);
}
