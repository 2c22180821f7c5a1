import type { Additionality, ArmDifference, Difference, Summary } from "../contract.ts";
import { difference, summarise } from "./statistics/summary.ts";
import { compareTwins } from "./twins.ts";
import type { WorldResult } from "./world.ts";

/** What a comparison gives: arms by themselves, and each against the last one on the same worlds. */

type ByMeasure<T> = Readonly<Record<string, T>>;

/** Members against the same firms in the baseline; there only in a comparison. */
export const CAUSAL = "sales.causal.change";

/** A measure as a comparison counts it: the horizon stands for a first network that never came. */
export function comparable(id: string, value: number | null, months: number): number | null {
  return value === null && id === "networks.firstMonth" ? months : value;
}

const KINDS = ["additional", "anyway", "displaced", "unaffected"] as const;
type Kind = (typeof KINDS)[number];

interface ArmValues {
  /** Values of each measure, world by world. */
  readonly measures: Map<string, (number | null)[]>;
  /** Firms against their twins, summed over worlds. */
  readonly firms: Record<Kind, number>;
  /** Worlds in which twins were compared. */
  twins: number;
}

/** Collects worlds one after the other; keeps the measures and lets the firms go. */
export class Pairs {
  private readonly arms: readonly ArmValues[];

  constructor(
    private readonly names: readonly string[],
    private readonly months: number,
  ) {
    this.arms = names.map(() => ({
      measures: new Map(),
      firms: { additional: 0, anyway: 0, displaced: 0, unaffected: 0 },
      twins: 0,
    }));
  }

  /** All arms of one world, in their order. */
  add(worlds: readonly WorldResult[]): void {
    const baseline = worlds[worlds.length - 1];
    worlds.forEach((world, at) => {
      const arm = this.arms[at];
      const keep = (id: string, value: number | null) => {
        const values = arm.measures.get(id);
        if (values === undefined) arm.measures.set(id, [value]);
        else values.push(value);
      };
      for (const [id, value] of Object.entries(world.readings[world.readings.length - 1].measures)) {
        keep(id, comparable(id, value, this.months));
      }
      if (world === baseline || world.ends === null || baseline.ends === null) return;
      const { causal, ...counts } = compareTwins(world.ends, baseline.ends);
      keep(CAUSAL, causal);
      for (const kind of KINDS) arm.firms[kind] += counts[kind];
      arm.twins += 1;
    });
  }

  /** Values of a measure in an arm, world by world; empty where it has none of that name. */
  values(at: number, id: string): readonly (number | null)[] {
    return this.arms[at].measures.get(id) ?? [];
  }

  summaries(at: number): ByMeasure<Summary> {
    return Object.fromEntries([...this.arms[at].measures].map(([id, values]) => [id, summarise(values)]));
  }

  /** An arm minus the baseline. */
  against(at: number): ArmDifference {
    const last = this.arms.length - 1;
    const { measures } = this.arms[at];
    const differences: Record<string, Difference> = {};
    for (const [id, values] of measures) {
      // The causal change is a difference from the baseline already.
      const others = id === CAUSAL ? values.map(() => 0) : this.arms[last].measures.get(id);
      if (others !== undefined) differences[id] = difference(values, others);
    }
    return { a: this.names[at], b: this.names[last], measures: differences, additionality: this.additionality(at) };
  }

  /** Firms of an arm against their twins in the baseline, mean over worlds. */
  private additionality(at: number): Additionality | null {
    const { firms, twins } = this.arms[at];
    const mean = (kind: Kind) => firms[kind] / twins;
    if (twins === 0) return null;
    return {
      additional: mean("additional"),
      anyway: mean("anyway"),
      displaced: mean("displaced"),
      unaffected: mean("unaffected"),
    };
  }
}
