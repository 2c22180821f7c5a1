import type { Series } from "../contract.ts";
import type { WorldParts } from "../kernel/mechanism.ts";
import type { Gauge } from "./gauges.ts";
import type { Memory } from "./measure.ts";
import type { MainMemory } from "./memory.ts";
import { PHASE_COUNTS } from "./recorder.ts";

/** Monthly values of measures and gauges, noted as the months are played; a month that is played again is noted again. */
export class MeasureLog<W extends WorldParts, M extends Memory> {
  private readonly values: (readonly (number | null)[])[] = [];

  constructor(private readonly measures: readonly Gauge<W, M>[]) {}

  get ids(): readonly string[] {
    return this.measures.map(({ id }) => id);
  }

  /** Works out the measures of the month the world stands at. */
  note(world: W, memory: M): void {
    this.values[world.month] = this.measures.map((measure) => measure.value(world, memory));
  }

  /** The measures of one month that has been noted, by id. */
  at(month: number): Record<string, number | null> {
    return Object.fromEntries(this.measures.map(({ id }, at) => [id, this.values[month][at]]));
  }

  /** The months noted so far, up to and including `last`. */
  upTo(last: number): Pick<Series, "months" | "measures"> {
    const months = [...this.values.keys()].filter((month) => month <= last && this.values[month] !== undefined);
    const measures = Object.fromEntries(
      this.measures.map(({ id }, at) => [id, months.map((month) => this.values[month][at])]),
    );
    return { months, measures };
  }
}

/** Networks in each phase by month, from month 0 up to and including `last`. */
export function phasesByMonth({ months }: MainMemory, last: number): Series["phases"] {
  const length = Math.min(months.count, last + 1);
  return Array.from({ length }, (_, month) => PHASE_COUNTS.map((phase) => months[phase][month]));
}
