import type { TableCopy, TableParts } from "./kernel/columns.ts";
import { copyOf, restore } from "./kernel/columns.ts";
import { hashOf } from "./kernel/hash.ts";
import type { Mechanism, WorldParts } from "./kernel/mechanism.ts";
import { playMonth } from "./kernel/mechanism.ts";
import { Random } from "./kernel/random.ts";
import type { Model, Settings } from "./models/model.ts";
import type { Memory } from "./observe/measure.ts";
import type { Act } from "./world/byHand.ts";
import type { GivenFirms, RegionPlan, SectorPlan } from "./world/regions.ts";
import type { ProjectPlan } from "./world/ventures.ts";

/** Everything that decides a world: two runs with equal plans have equal bytes. */
export interface RunPlan {
  readonly model: Model;
  readonly settings: Settings;
  readonly forced: ReadonlySet<string>;
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
  readonly projects: readonly ProjectPlan[];
  /** What a person has decided for firms, in the order of their months. */
  readonly acts: readonly Act[];
  readonly seed: string;
  readonly months: number;
  /** Ids of mechanisms that are left out. */
  readonly without: readonly string[];
  /** Settings that hold from a month on, complete, the earlier first. */
  readonly changes: readonly Change[];
  /** Firms that the scenario names; undefined where they are drawn. */
  readonly given: GivenFirms | undefined;
}

/** Other settings while a world runs: the months up to `month` stay as they are, what is changed acts from the next one on. */
export interface Change {
  readonly month: number;
  readonly settings: Settings;
}

/** What a run keeps beside the state; none of it changes a byte of the state. */
export interface Keeping {
  /** The recorder's memory, which measures need. */
  readonly measures: boolean;
  /** Every firm's last decision, the journal of events, and with measures the evaluations of networks. */
  readonly decisions: boolean;
}

/** A world at a month, to come back to. */
export interface Snapshot {
  readonly month: number;
  readonly tables: Readonly<Record<string, TableCopy>>;
  readonly memory: Readonly<Record<string, TableCopy>>;
}

function copyAll(tables: Readonly<Record<string, TableParts>>): Record<string, TableCopy> {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, copyOf(rows)]));
}

function restoreAll(tables: Readonly<Record<string, TableParts>>, copies: Readonly<Record<string, TableCopy>>): void {
  for (const [name, copy] of Object.entries(copies)) restore(tables[name], copy);
}

/** One world being played, month by month. */
export class Run {
  readonly world: WorldParts;
  /** What the recorder has kept, for observers; empty where measures are off. */
  readonly memory: Memory;
  private readonly schedule: readonly Mechanism[];
  private readonly random: Random;
  private current: Settings;

  constructor(
    readonly plan: RunPlan,
    readonly keeping: Keeping = { measures: true, decisions: true },
  ) {
    const { model, settings } = plan;
    this.current = settings;
    this.random = new Random(plan.seed);
    this.schedule = model.schedule.filter((mechanism) => !plan.without.includes(mechanism.id));
    this.world = model.setUp({ ...plan, random: this.random, observed: keeping.decisions });
    this.memory = keeping.measures ? model.remember(this.world, settings) : {};
  }

  get month(): number {
    return this.world.month;
  }

  /** The settings that hold in the month that was played last. */
  get settings(): Settings {
    return this.current;
  }

  /** Plays one month. */
  step(): void {
    this.change();
    playMonth(this.world, this.schedule, this.current, this.random);
    if (this.keeping.measures) this.plan.model.note(this.memory, this.world);
  }

  /** Plays on to the end of a month. */
  playTo(month: number): void {
    while (this.world.month < month) this.step();
  }

  /** The state hash at the month that was played last. */
  hash(): string {
    return hashOf(Object.values(this.world.tables));
  }

  /** One measure now; undefined where the model has none of that name. */
  measure(id: string): number | null | undefined {
    return this.plan.model.measures.find((measure) => measure.id === id)?.value(this.world, this.memory);
  }

  /** Measures now. @param ids those that are wanted; all where they are left out */
  measures(ids?: readonly string[]): Record<string, number | null> {
    const values: Record<string, number | null> = {};
    for (const measure of this.plan.model.measures) {
      if (ids === undefined || ids.includes(measure.id)) values[measure.id] = measure.value(this.world, this.memory);
    }
    return values;
  }

  snapshot(): Snapshot {
    return { month: this.world.month, tables: copyAll(this.world.tables), memory: copyAll(this.memory) };
  }

  restore(snapshot: Snapshot): void {
    restoreAll(this.world.tables, snapshot.tables);
    restoreAll(this.memory, snapshot.memory);
    this.world.month = snapshot.month;
    // A change at the month itself acts in the next one.
    const past = this.plan.changes.findLast(({ month }) => month < snapshot.month);
    this.govern(past?.settings ?? this.plan.settings);
  }

  /** What changes now, before the next month is played. */
  private change(): void {
    const due = this.plan.changes.findLast(({ month }) => month === this.world.month);
    if (due === undefined) return;
    const before = this.current;
    this.govern(due.settings);
    this.plan.model.adapt?.(this.world, before, due.settings);
  }

  private govern(settings: Settings): void {
    if (settings === this.current) return;
    this.current = settings;
    this.plan.model.govern?.(this.world, settings);
  }
}
