import type { Parameters, Values } from "./params.ts";
import type { Random, Stream } from "./random.ts";
import type { TableParts } from "./columns.ts";

/**
 * The contract of a mechanism: one social process, one file, self-describing. A model is a list of mechanisms, and the
 * order of the list is the order of a month.
 */

/** The least a world is: tables of columns, and the month that is being played. */
export interface WorldParts {
  readonly tables: Readonly<Record<string, TableParts>>;
  /** The month now being played, from 1; 0 before the first. */
  month: number;
}

/** What a mechanism is handed each month. */
export interface Month<W extends WorldParts, P extends Parameters = Parameters> {
  readonly world: W;
  /** The mechanism's own parameters. */
  readonly settings: Values<P>;
  /** The month now being played, from 1. */
  readonly month: number;
  /** The source of all draws; for what is born with an identity of its own. */
  readonly random: Random;
  /** Draws of this mechanism in this month, by purpose. */
  draws(purpose: string): Stream;
}

export interface Mechanism<W extends WorldParts = WorldParts, P extends Parameters = Parameters> {
  /** Group of its parameters and the name for `--without`. */
  readonly id: string;
  readonly title: string;
  /** The one claim of the literature that it stands for. */
  readonly claim: string;
  readonly source: string;
  /** Columns it looks at beyond those it writes, as `table.column`; conformance tests hold it to both lists. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly params: P;
  step(month: Month<W, P>): void;
}

/** A group of parameters that several mechanisms share, declared beside the equation that uses them. */
export interface Group<P extends Parameters = Parameters> {
  readonly id: string;
  readonly title: string;
  readonly params: P;
}

/** Runs one month: every mechanism in its order, each on the state that the one before has left. */
export function playMonth<W extends WorldParts>(
  world: W,
  schedule: readonly Mechanism<W>[],
  settings: Readonly<Record<string, Values<Parameters>>>,
  random: Random,
): void {
  world.month += 1;
  for (const mechanism of schedule) {
    mechanism.step({
      world,
      settings: settings[mechanism.id] ?? {},
      month: world.month,
      random,
      draws: (purpose) => random.stream(`${mechanism.id}.${purpose}`, world.month),
    });
  }
}
