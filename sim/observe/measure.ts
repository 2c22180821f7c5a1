import type { TableParts } from "../kernel/columns.ts";
import type { WorldParts } from "../kernel/mechanism.ts";

/** What a recorder keeps of the past: tables, so that it can be copied like a world. */
export type Memory = Readonly<Record<string, TableParts>>;

/**
 * The contract of a measure: a number about a world, or null where the stated condition holds. It looks and never
 * writes. What lies in the past it finds in the memory that the model's recorder has kept.
 */
export interface Measure<W extends WorldParts = WorldParts, M extends Memory = Memory> {
  /** Name in tables and on the command line, as in `networks.alive`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  /** Graph or group that it is taken over, and how many months it looks back. */
  readonly over: string;
  /** When there is no value; "never" where there always is one. */
  readonly nullWhen: string;
  value(world: W, memory: M): number | null;
}
