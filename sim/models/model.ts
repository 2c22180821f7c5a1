import type { Group, Mechanism, WorldParts } from "../kernel/mechanism.ts";
import type { Value } from "../kernel/params.ts";
import type { Random } from "../kernel/random.ts";
import type { Measure, Memory } from "../observe/measure.ts";
import type { Act } from "../world/byHand.ts";
import type { GivenFirms, RegionPlan, SectorPlan } from "../world/regions.ts";
import type { ProjectPlan } from "../world/ventures.ts";

/** Settings by group and name, as in `settings.search.rate`; complete and checked. */
export type Settings = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** What a model is handed to make its world. */
export interface Beginning {
  readonly settings: Settings;
  /** Paths that were set from outside and go before a region's own values. */
  readonly forced: ReadonlySet<string>;
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
  /** Projects on offer to networks; none where the model, or the scenario, has none of its own. */
  readonly projects: readonly ProjectPlan[];
  /** What a person has decided for firms, in the order of their months. */
  readonly acts: readonly Act[];
  /** Firms that are named one by one; undefined where they are drawn. */
  readonly given?: GivenFirms | undefined;
  readonly random: Random;
  /** Whether anyone will ask for decisions and events; changes no byte of the state. */
  readonly observed: boolean;
}

/** A model: settings, a world, the order of a month, and what is measured. */
export interface Model<W extends WorldParts = WorldParts, M extends Memory = Memory> {
  readonly id: string;
  readonly title: string;
  /** Shared parameters; each mechanism adds its own under its id. */
  readonly groups: readonly Group[];
  /** Projects that a scenario may choose from by id. */
  readonly projects?: readonly ProjectPlan[];
  /** The order of a month. */
  readonly schedule: readonly Mechanism<W>[];
  setUp(beginning: Beginning): W;
  /** From now on other settings hold in a world; no column changes. Left out where a world keeps none. */
  govern?(world: W, settings: Settings): void;
  /** Columns that follow from settings follow them to other values. Left out where none does. */
  adapt?(world: W, before: Settings, now: Settings): void;
  /** A recorder's memory at month 0. */
  remember(world: W, settings: Settings): M;
  /** Takes note of a month that has been played. */
  note(memory: M, world: W): void;
  readonly measures: readonly Measure<W, M>[];
}
