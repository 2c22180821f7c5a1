import type { Problem } from "../kernel/problem.ts";
import type { Value } from "../kernel/params.ts";
import type { Reply } from "./reply.ts";
import type { Spread, SpreadListener, SpreadRequest } from "./spreading.ts";

/** What may be asked of a comparison, and what it answers: types only, plain data that crosses a worker's boundary. */

type ByMeasure<T> = Readonly<Record<string, T>>;

/** One option of a comparison. */
export interface Arm {
  readonly name: string;
  /** Name of a shipped scenario, or a document. */
  readonly scenario: unknown;
  /** Laid over the scenario and over what is laid over all arms. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/** How well every difference between two arms is to be known before no more worlds are played. */
export interface Precision {
  readonly measure: string;
  /** Half the width of the 95 % interval, in the measure's own unit. */
  readonly half: number;
}

export interface ComparisonRequest {
  /** At least two; the last one is the baseline. */
  readonly arms: readonly Arm[];
  /** Pairs of worlds, or the most where a precision is stated; 20, then 200, where it is left out. */
  readonly replicates?: number | undefined;
  /** Ends at the first planned look at which this is reached. */
  readonly precision?: Precision | undefined;
  /** World r has the seed `SEED/r`; the first scenario's seed where it is left out. */
  readonly seed?: string | undefined;
  /** Laid over all arms. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly without?: readonly string[] | undefined;
}

/** A measure over worlds: mean, spread, and the 95 % t interval of the mean; null where there are too few values. */
export interface Summary {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Worlds in which it has a value. */
  readonly n: number;
}

/** A difference over pairs of worlds, with its 95 % paired t interval and the p-value of the paired t test. */
export interface Difference {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  /** Pairs in which both worlds have a value. */
  readonly n: number;
  /** var(difference) / (var(a) + var(b)): what pairing leaves of the variance; null where nothing varies. */
  readonly varianceRatio: number | null;
  /** The t statistic; null where the differences do not vary. */
  readonly t: number | null;
}

/** What became of firms against their twins, as counts of firms. */
export interface Additionality {
  /** Sales 2 % or more above the twin's. */
  readonly additional: number;
  /** Within 2 %, and members in both worlds: it would have happened anyway. */
  readonly anyway: number;
  /** Sales 2 % or more below the twin's. */
  readonly displaced: number;
  readonly unaffected: number;
}

export interface ArmResult {
  readonly name: string;
  readonly scenario: string;
  readonly settings: ByMeasure<Value>;
  readonly measures: ByMeasure<Summary>;
}

export interface ArmDifference {
  readonly a: string;
  readonly b: string;
  readonly measures: ByMeasure<Difference>;
  /** Counts of firms, mean over worlds; null where the model's firms have no twins. */
  readonly additionality: Additionality | null;
}

/** What came of a stated precision. */
export interface Stopping extends Precision {
  /** The most pairs that would have been played. */
  readonly planned: number;
  /** Pairs after which looks were planned. */
  readonly looks: readonly number[];
  /** Looks that were taken. */
  readonly taken: number;
  /** Whether every difference is known as well as was asked. */
  readonly reached: boolean;
}

/** Arms by themselves, and each against the last one on the same worlds. */
export interface Comparison {
  readonly seed: string;
  readonly months: number;
  readonly replicates: number;
  readonly arms: readonly ArmResult[];
  /** Arm i minus the baseline, paired world by world. */
  readonly differences: readonly ArmDifference[];
  /** Of the first arm against the baseline. */
  readonly additionality: Additionality | null;
  /** Only where a precision was stated. */
  readonly stopping?: Stopping;
}

/** A comparison as the document that `distretto compare --json` prints. */
export interface ComparisonDocument extends Comparison {
  readonly product: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly problems: readonly Problem[];
}

/** What a programme is for: so much of a measure at the last month. */
export interface Target {
  readonly measure: string;
  readonly value: number;
  /** Whether it is met at or above the value, or at or below. */
  readonly sense: "least" | "most";
}

/** How money of different months and kinds is weighed. */
export interface Valuation {
  /** Discount rate a year, as a share. */
  readonly rate: number;
  /** Share of sales that is value added: wages, rents and profits. */
  readonly valueAdded: number;
}

/** A question put to paired worlds. */
export interface StudyRequest extends ComparisonRequest {
  readonly target: Target;
  /** Measure that is told month by month; the target's where it is left out. */
  readonly course?: string | undefined;
  /** Measures that are told beside the target's and the usual ones. */
  readonly also?: readonly string[] | undefined;
  /** kUSD; null where there is no limit. */
  readonly budget: number | null;
  readonly valuation: Valuation;
  /** Ends at the first planned look at which the leading difference is beyond chance. */
  readonly stopEarly?: boolean | undefined;
}

/** A measure by month over worlds. Entry m of every list is month m. */
export interface Course {
  readonly median: readonly number[];
  /** Where the middle half of worlds lies: from, to. */
  readonly half: readonly [readonly number[], readonly number[]];
  /** Where nine of ten worlds lie: from, to. */
  readonly most: readonly [readonly number[], readonly number[]];
  /** The first ten worlds by themselves. */
  readonly runs: readonly (readonly number[])[];
}

/** Who pays; `total` is the sum of the others. */
export type Payer = "public" | "members" | "buyers" | "total";

/** What an option brings in money against the baseline: present values in kUSD, and the ratio world by world. */
export interface Worth {
  readonly benefits: Summary;
  readonly costs: Summary;
  readonly net: Summary;
  /** Benefits over costs in each world; null where there are no costs. */
  readonly ratio: Summary;
}

/** Gains of members against their twins, in bins of equal width. */
export interface GainSpread {
  /** Share of the twin's sales at which bin 0 begins; bin 0 and the last one hold what lies beyond as well. */
  readonly from: number;
  readonly width: number;
  /** Firms in each bin, mean over worlds. */
  readonly counts: readonly number[];
}

export interface ArmReading {
  /** World by world; for the causal change of the baseline 0. */
  readonly values: ByMeasure<readonly (number | null)[]>;
  readonly met: number;
  /** Worlds that cost no more than the budget. */
  readonly withinBudget: number;
  readonly course: Course | null;
  readonly money: Readonly<Record<Payer, Summary>> | null;
  readonly worth: Worth | null;
  readonly additionality: Additionality | null;
  readonly gains: GainSpread | null;
  /** Sales of firms that were never members, in towns and trades that have members, against their twins. */
  readonly neighbours: Summary | null;
}

/** A difference and how it is spread over worlds. */
export interface Contrast extends Difference {
  /** p held against all the differences that are shown (Holm 1979). */
  readonly adjusted: number | null;
  /** BCa interval of the mean, which bears skewed measures; null below 20 pairs. */
  readonly bca: readonly [number, number] | null;
  /** The median, and where nine of ten worlds lie. */
  readonly typical: number | null;
  readonly most: readonly [number, number] | null;
}

/** One option minus another, world by world. */
export interface PairReading {
  /** Places in the list of arms: `a` minus `b`. */
  readonly a: number;
  readonly b: number;
  readonly measures: ByMeasure<Contrast>;
  /** Worlds in which `a` does better by the target's measure, the same, worse. */
  readonly ahead: number;
  readonly level: number;
  readonly behind: number;
  /** Whether not one measure differs in any world. */
  readonly isSame: boolean;
  readonly money: Readonly<Record<Payer, Contrast>> | null;
  readonly worth: { readonly net: Contrast; readonly ratio: Contrast } | null;
  /** Worlds in which `a` does worst against `b`, the worst first: numbers from 1. */
  readonly worst: readonly { readonly world: number; readonly difference: number }[];
  /** Median over the measures that vary of what pairing leaves of the variance. */
  readonly varianceRatio: number | null;
  /** Whether the difference in the target's measure is beyond chance at a planned look; the look's number of pairs. */
  readonly settled: number | null;
  /** Interval of the target's measure at the last look taken, which holds over all planned looks together. */
  readonly overLooks: readonly [number, number] | null;
}

/** What is known after so many pairs. */
export interface StudyReading {
  readonly pairs: number;
  readonly planned: number;
  /** Seeds of the worlds are `SEED/1` to `SEED/pairs`. */
  readonly comparison: ComparisonDocument;
  readonly title: string;
  readonly arms: readonly ArmReading[];
  /** Each option against each before it and against the baseline. */
  readonly contrasts: readonly PairReading[];
  /** Measures that are shown, in their order. */
  readonly measures: readonly string[];
  /** Tests that the adjusted p-values are held against, in each contrast. */
  readonly tests: number;
  readonly target: Target;
  readonly budget: number | null;
  readonly valuation: Valuation;
  /** Pairs after which the planned looks are taken, and the bar for p at each. */
  readonly looks: readonly { readonly pairs: number; readonly bar: number }[];
  /** True where no more pairs will come. */
  readonly done: boolean;
  /**
   * Why no more pairs come: all that were planned are there, every difference is as precise as was asked, the leading
   * one was beyond chance at a planned look, or somebody stopped the run; null while they come.
   */
  readonly ended: "all" | "precise" | "settled" | "stopped" | null;
}

/** How far a comparison is. */
export interface StudyProgress {
  readonly worlds: number;
  readonly of: number;
  /** Whole pairs. */
  readonly pairs: number;
  /** Estimated time left, in seconds; null before anything is known. */
  readonly left: number | null;
}

/** An assumption that is tried at a low and a high value. */
export interface Assumption {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly base: number;
  readonly low: number;
  readonly high: number;
}

/** A leading difference under one set of assumptions. */
export interface Point {
  readonly settings: Readonly<Record<string, number>>;
  /** Mean of the target's measure in each arm. */
  readonly means: readonly (number | null)[];
  /** Option `a` minus option `b`. */
  readonly difference: Difference;
}

export interface AssumptionReading {
  readonly assumption: Assumption;
  readonly low: Point;
  readonly high: Point;
  /** Value at which the two options draw level, between the low and the high one; null where there is none. */
  readonly switching: number | null;
}

/** What the result hangs on. */
export interface DoubtReading {
  readonly a: number;
  readonly b: number;
  /** Pairs at each point. */
  readonly pairs: number;
  readonly base: Point;
  /** The widest swing first. */
  readonly assumptions: readonly AssumptionReading[];
  /** For each arm: what it falls short of the best option, at worst and on average over all points. */
  readonly regret: readonly { readonly most: number | null; readonly mean: number | null }[];
  /** The two that matter most against each other: point [row][column], rows by the first. */
  readonly heat: {
    readonly first: Assumption;
    readonly second: Assumption;
    readonly rows: readonly number[];
    readonly columns: readonly number[];
    readonly points: readonly (readonly Point[])[];
  } | null;
}

export interface DoubtRequest {
  readonly a: number;
  readonly b: number;
  /** Pairs at each point. */
  readonly pairs: number;
}

/** What a comparison of a scenario starts from. */
export interface StudySource {
  readonly scenario: string;
  readonly title: string;
  readonly question: string;
  readonly seed: string;
  readonly settings: Readonly<Record<string, Value>>;
  /** Whether it names its firms one by one, so that their number is given. */
  readonly namesFirms: boolean;
  /** What it can be tried under. */
  readonly assumptions: readonly Assumption[];
}

/** Compares options off the page's thread, one study at a time. */
export interface Comparer {
  source(scenario: string | object): Promise<Reply<StudySource>>;
  /**
   * Plays pairs until all are there, the study is settled or somebody stops it.
   *
   * @param listen told after each world, now and then with what is known
   * @returns what is known at the end; null below two pairs
   */
  compare(
    request: StudyRequest,
    listen: (progress: StudyProgress, reading: StudyReading | null) => void,
  ): Promise<Reply<StudyReading | null>>;
  /** Weighs the money of the last study otherwise. */
  value(valuation: Valuation): Promise<StudyReading | null>;
  /** Tries the last study under other assumptions; null where it was stopped. */
  doubt(request: DoubtRequest, listen: (progress: StudyProgress) => void): Promise<DoubtReading | null>;
  /**
   * Plays worlds with the same settings, and the same without the programme.
   *
   * @returns what is known at the end; null where it was stopped before two worlds of each were there
   */
  spread(request: SpreadRequest, listen: SpreadListener): Promise<Reply<Spread | null>>;
  /** Ends what is under way; what is there is kept. */
  stop(): Promise<void>;
}
