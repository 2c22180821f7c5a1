import type {
  DoubtReading,
  Problem,
  StudyProgress,
  StudyReading,
  StudySource,
  Target,
  Valuation,
  Value,
} from "../../sim/contract.ts";

import type { LinkedQuestion } from "../brief/asked.ts";
import { NOTHING_ASKED } from "../brief/asked.ts";

/** The slice of the page's state that Compare has: the question, the options, and what is known so far. */

type Settings = Readonly<Record<string, Value>>;

/** An option: what it is called and how it differs from the base. */
export interface Option {
  readonly name: string;
  readonly changes: Settings;
}

export interface Question {
  /** Name of a shipped scenario, or of `document`. */
  readonly scenario: string;
  /** A scenario of one's own. */
  readonly document?: object | undefined;
  /** The comparison's seed; undefined for the scenario's own. */
  readonly seed: string | undefined;
  /** What the base has beyond the scenario. */
  readonly base: Settings;
  readonly months: number;
  readonly firms: number;
  readonly target: Target;
  readonly budget: number | null;
  readonly options: readonly Option[];
  /** The most there may be, where a look may end the run. */
  readonly pairs: number;
  /** Ends at the planned look at which the difference is beyond chance. */
  readonly stopEarly: boolean;
  /** Ends at the planned look at which every difference in the target's measure is known to so much either way. */
  readonly precision: number | null;
}

/** Two stages, on the same world. */
export interface Staging {
  readonly world: number;
  readonly month: number;
  readonly playing: boolean;
}

export interface CompareState {
  /** The base, once it has been looked up. */
  readonly source: StudySource | null;
  /** What a link asks, until it has been taken over. */
  readonly linked: LinkedQuestion;
  readonly question: Question | null;
  readonly progress: StudyProgress | null;
  readonly reading: StudyReading | null;
  /** The question that the reading answers. */
  readonly answered: Question | null;
  /** Which two arms are held against each other: `a` minus `b`. */
  readonly pair: readonly [a: number, b: number];
  readonly doubt: DoubtReading | null;
  readonly doubting: StudyProgress | null;
  readonly problems: readonly Problem[];
  /** Why the run stopped by itself, if it did. */
  readonly stopped: string | null;
  readonly valuation: Valuation;
  readonly currency: string;
  readonly staging: Staging | null;
  /** Whether the brief is laid out on the page. */
  readonly isBrief: boolean;
  /** What was just done, to be said. */
  readonly said: string;
}

export const INITIAL: CompareState = {
  source: null,
  linked: NOTHING_ASKED,
  question: null,
  progress: null,
  reading: null,
  answered: null,
  pair: [1, 0],
  doubt: null,
  doubting: null,
  problems: [],
  stopped: null,
  valuation: { rate: 0.05, valueAdded: 0.4 },
  currency: "kUSD",
  staging: null,
  isBrief: false,
  said: "",
};

export const MOST_OPTIONS = 5;
