import type { Reply } from "../contract/reply.ts";
import type { MeasureSpread, Spread, SpreadRequest } from "../contract/spreading.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import { parametersOf } from "../scenario/parameters.ts";
import { resolve } from "../scenario/resolve.ts";
import { courseOf } from "./course.ts";
import type { Runner, WorldJob, WorldResult } from "./world.ts";

/** One world held against others of the same settings, and against the same worlds without the programme. */

/** The setting that takes the programme away, and its value then. */
const PROGRAMME = "brokers.count";
const LEAST = 2;
const MOST = 200;

export interface PreparedSpread {
  readonly request: SpreadRequest;
  readonly seed: string;
  /** The kinds of worlds, each as jobs without a seed: as the settings say, then without the programme. */
  readonly kinds: readonly WorldJob[];
}

/** Checks everything before anything is run. */
export function prepareSpread(request: SpreadRequest, catalogue: Catalogue): Reply<PreparedSpread> {
  const { seed: _, ...settings } = request.settings;
  const { scenario, changes, worlds, measures } = request;
  const resolved = resolve(scenario, { settings, changes }, catalogue);
  if (!resolved.ok) return resolved;
  const { plan, values } = resolved.value;
  const ids = plan.model.measures.map(({ id }) => id);
  const problems: Problem[] = measures
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const mend = didYouMean(id, ids, "Run `distretto describe measure` for the list.");
      return { path: "measures", value: id, expected: "a measure", mend };
    });
  if (!Number.isInteger(worlds) || worlds < LEAST || worlds > MOST) {
    const mend = `The least is ${LEAST}, the most ${MOST}.`;
    problems.push({ path: "worlds", value: String(worlds), expected: `a whole number from ${LEAST} to ${MOST}`, mend });
  }
  if (problems.length > 0) return { ok: false, problems };
  const own: WorldJob = { scenario, settings, changes, without: [], read: "none", ends: false, watch: measures };
  const hasProgramme =
    parametersOf(plan.model).has(PROGRAMME) &&
    (values[PROGRAMME] !== 0 || changes.some((change) => Object.hasOwn(change.settings, PROGRAMME)));
  const kinds = hasProgramme ? [own, withoutProgramme(own)] : [own];
  return { ok: true, value: { request, seed: plan.seed, kinds } };
}

function withoutProgramme(job: WorldJob): WorldJob {
  const changes = (job.changes ?? [])
    .map(({ month, settings: { [PROGRAMME]: _, ...settings } }) => ({ month, settings }))
    .filter(({ settings }) => Object.keys(settings).length > 0);
  return { ...job, settings: { ...job.settings, [PROGRAMME]: 0 }, changes };
}

function* jobsOf({ request, seed, kinds }: PreparedSpread): Generator<WorldJob> {
  for (let world = 1; world <= request.worlds; world++)
    for (const job of kinds) yield { ...job, settings: { ...job.settings, seed: `${seed}/${world}` } };
}

/**
 * Plays the worlds and tells what is known after each of them from the second on.
 *
 * @returns what is known at the end; null where it was stopped before there was anything
 */
export async function runSpread(
  prepared: PreparedSpread,
  run: Runner,
  { note, isStopped }: { note: (spread: Spread) => void; isStopped: () => boolean },
): Promise<Spread | null> {
  const { kinds } = prepared;
  const worlds: WorldResult[][] = kinds.map(() => []);
  let count = 0;
  let spread: Spread | null = null;
  for await (const world of run(jobsOf(prepared))) {
    if (isStopped()) break;
    worlds[count % kinds.length].push(world);
    count += 1;
    const whole = count / kinds.length;
    if (!Number.isInteger(whole) || whole < LEAST) continue;
    spread = spreadOf(prepared, worlds);
    note(spread);
  }
  return spread;
}

function spreadOf({ request, seed }: PreparedSpread, worlds: readonly (readonly WorldResult[])[]): Spread {
  const [own, none] = worlds;
  const columns = (kind: readonly WorldResult[], id: string) => kind.map(({ courses }) => courses?.[id] ?? NOTHING);
  const spreadIn = (id: string): MeasureSpread => ({
    most: courseOf(columns(own, id)).most,
    none: none === undefined ? null : courseOf(columns(none, id)).median,
  });
  const measures = Object.fromEntries(request.measures.map((id) => [id, spreadIn(id)]));
  return { worlds: own.length, of: request.worlds, seed, measures };
}

const NOTHING = new Float64Array();
