import type { Value } from "../kernel/params.ts";
import type { Figure, PreparedArm, PreparedCheck } from "./checks.ts";
import { figuresOf } from "./checks.ts";
import { comparable } from "./paired.ts";
import type { FirmEnds } from "./twins.ts";
import { compareTwins } from "./twins.ts";
import type { WorldJob, WorldResult } from "./world.ts";

/**
 * Checks ask for figures of arms; many ask for the same arm. Here arms that are the same world are one, whatever they
 * are called, and each is played once for each seed, to the last month that anyone reads.
 */

/** Seeds of all checks that name none, so that they share worlds: world r has `patterns/r`. */
export const SEED = "patterns";

/** A figure that is read of a world; its key is the same for all checks that read it. */
interface SharedFigure {
  readonly key: string;
  readonly measure: string;
  readonly month: number;
  /** Arms by key: the one it is read of, and the one that its firms are held against. */
  readonly arm: string;
  readonly against: string | undefined;
}

/** An arm that is played, and what is read of it. */
interface SharedArm {
  readonly scenario: string;
  readonly settings: Readonly<Record<string, Value>>;
  readonly without: readonly string[];
  readonly seed: string;
  readonly figures: Map<string, SharedFigure>;
}

/** Where a value is kept: the figure and the world, by number. */
export interface KeptValue {
  readonly figure: string;
  readonly world: number;
  readonly value: number | null;
}

/** Everything that decides a world but its seed and its end, as text; the name of the scenario does not. */
function contentOf({ resolved, without }: PreparedArm): string {
  const { plan, values } = resolved;
  const { model, regions, sectors, projects, forced } = plan;
  const settings = Object.entries(values).filter(([path]) => path !== "seed" && path !== "months");
  const moved = [...forced].filter((path) => path.startsWith("region.")).sort();
  return JSON.stringify([model.id, settings, moved, regions, sectors, projects, [...without].sort()]);
}

type Arms = PreparedCheck["arms"];

/** Arms of checks, shared, with the values that are known of their worlds. */
export class SharedWorlds {
  private readonly arms = new Map<string, SharedArm>();
  private readonly values = new Map<string, Map<number, number | null>>();
  /** Firms that wait for their twins, by arm, world and month. */
  private readonly waiting = new Map<string, FirmEnds | null>();
  private readonly contents = new Map<PreparedArm, string>();

  /** @param shorten makes a short text of a long one, another for each */
  constructor(private readonly shorten: (text: string) => string) {}

  private armKey(arm: PreparedArm, seed: string): string {
    const known = this.contents.get(arm) ?? this.shorten(contentOf(arm));
    this.contents.set(arm, known);
    return `${known} ${seed}`;
  }

  /** Asks for all figures of a check; gives the keys of its arms, each once. */
  ask({ check, arms, bare }: PreparedCheck): string[] {
    const keys = [arms, ...(bare === undefined ? [] : [bare])].flatMap((some) =>
      check.claims.flatMap(figuresOf).flatMap((figure) => this.askFigure(figure, some, check.seed)),
    );
    return [...new Set(keys)];
  }

  private askFigure(figure: Figure, arms: Arms, seed: string | undefined): string[] {
    const shared = this.sharedFigure(figure, arms, seed);
    const names = figure.against === undefined ? [figure.arm] : [figure.arm, figure.against];
    return names.map((name) => {
      const prepared = arms.get(name) as PreparedArm;
      const key = this.armKey(prepared, seed ?? SEED);
      const known = this.arms.get(key);
      const arm = known ?? { ...prepared, seed: seed ?? SEED, figures: new Map<string, SharedFigure>() };
      arm.figures.set(shared.key, shared);
      this.arms.set(key, arm);
      return key;
    });
  }

  private sharedFigure(figure: Figure, arms: Arms, seed = SEED): SharedFigure {
    const { measure, against } = figure;
    const prepared = arms.get(figure.arm) as PreparedArm;
    const month = figure.month ?? prepared.resolved.plan.months;
    const arm = this.armKey(prepared, seed);
    const other = against === undefined ? undefined : this.armKey(arms.get(against) as PreparedArm, seed);
    const key = [arm, measure, month, ...(other === undefined ? [] : [other])].join(" ");
    return { key, measure, month, arm, against: other };
  }

  /** Values of a figure of a check, world by world. */
  valuesOf(figure: Figure, arms: Arms, seed: string | undefined, worlds: number): (number | null)[] {
    const known = this.values.get(this.sharedFigure(figure, arms, seed).key);
    return Array.from({ length: worlds }, (_, at) => known?.get(at + 1) ?? null);
  }

  /** Whether anything of an arm's world is still unknown. */
  isWanted(key: string, world: number): boolean {
    const figures = this.arms.get(key)?.figures ?? new Map<string, SharedFigure>();
    return [...figures.keys()].some((figure) => !this.isKnown(figure, world));
  }

  private isKnown(figure: string, world: number): boolean {
    return this.values.get(figure)?.has(world) ?? false;
  }

  /** A world to be played. */
  jobOf(key: string, world: number): WorldJob {
    const { scenario, settings, without, seed, figures } = this.arms.get(key) as SharedArm;
    const wanted = [...figures.values()];
    const read = [...new Set(wanted.map(({ month }) => month))].sort((a, b) => a - b);
    const months = read[read.length - 1];
    const ends = wanted.some(({ against }) => against !== undefined) && "each";
    return { scenario, settings: { ...settings, months, seed: `${seed}/${world}` }, without, read, ends };
  }

  /** Takes what came of a world; gives the values that became known. */
  take(key: string, world: number, result: WorldResult): KeptValue[] {
    const { figures } = this.arms.get(key) as SharedArm;
    const readings = new Map(result.readings.map((reading) => [reading.month, reading]));
    const wanted = [...figures.values()].filter((figure) => !this.isKnown(figure.key, world));
    const place = (arm: string, month: number) => `${world} ${month} ${arm}`;
    for (const { against, month } of wanted) {
      if (against !== undefined) this.waiting.set(place(key, month), readings.get(month)?.ends ?? null);
    }
    const found: KeptValue[] = [];
    for (const { key: figure, measure, month, arm, against } of wanted) {
      if (against === undefined) {
        const value = comparable(measure, readings.get(month)?.measures[measure] ?? null, month);
        found.push({ figure, world, value });
        continue;
      }
      const ours = this.waiting.get(place(arm, month));
      const theirs = this.waiting.get(place(against, month));
      if (ours === undefined || theirs === undefined) continue;
      found.push({ figure, world, value: ours && theirs ? compareTwins(ours, theirs).causal : null });
    }
    for (const value of found) this.know(value);
    this.forget(world);
    return found;
  }

  /** A value that is known from here or from an earlier time. */
  know({ figure, world, value }: KeptValue): void {
    const known = this.values.get(figure) ?? new Map<number, number | null>();
    known.set(world, value);
    this.values.set(figure, known);
  }

  /** Lets go of firms that no figure of the world waits for. */
  private forget(world: number): void {
    const needed = new Set<string>();
    for (const { figures } of this.arms.values()) {
      for (const { key, month, arm, against } of figures.values()) {
        if (against === undefined || this.isKnown(key, world)) continue;
        needed.add(`${world} ${month} ${arm}`).add(`${world} ${month} ${against}`);
      }
    }
    for (const place of this.waiting.keys()) {
      if (place.startsWith(`${world} `) && !needed.has(place)) this.waiting.delete(place);
    }
  }
}
