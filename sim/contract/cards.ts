import type { Term } from "../world/dilemma.ts";
import type { Indicator, NetStage } from "../world/evaluation.ts";
import type { Conduct, Phase } from "./months.ts";

/** What is told of one firm, network or broker: types only. */

/** The smallest change of one thing that would have turned an answer. */
export interface Turn {
  readonly lever: "trust" | "guidance" | "law" | "dispersion" | "finding" | "fee" | "quality" | "members";
  readonly from: number;
  readonly to: number;
}

/** Why a firm said yes or no when it was last asked to join. */
export interface Why {
  readonly firm: number;
  readonly month: number;
  readonly answer: boolean;
  /** Stage of the project: pilot 1, strategic 2. */
  readonly stage: number;
  /** Firms at the table. */
  readonly members: number;
  readonly meanTrust: number;
  readonly brokered: boolean;
  /** Terms in shares of sales; costs are negative; they sum to `utility`. */
  readonly terms: readonly { readonly id: Term; readonly value: number }[];
  readonly utility: number;
  /** Theta: noise of the decision, in shares of sales. */
  readonly noise: number;
  /** logistic(utility / noise). */
  readonly chance: number;
  /** The draw; the answer is yes where it lies below the chance. */
  readonly draw: number;
  /** The smallest change that would have turned the answer, or null where none within range does. */
  readonly turn: Turn | null;
}

/** A firm in a month. */
export interface FirmCard {
  readonly firm: number;
  readonly born: number;
  /** Number among the firms of its sector and region that were born with it. */
  readonly number: number;
  readonly region: number;
  readonly sector: number;
  readonly workers: number;
  readonly sales: number;
  readonly network: number;
  readonly conduct: Conduct;
  /** Trust in strangers, 0..1. */
  readonly trustInStrangers: number;
  /** Mean trust in its fellow members; null outside a network. */
  readonly trustInFellows: number | null;
  readonly partners: readonly {
    readonly firm: number;
    readonly trust: number;
    readonly trustedBack: number;
    readonly idle: number;
  }[];
  /** Null where it has never been asked. */
  readonly why: Why | null;
  /** What has happened to it, in the order of time. */
  readonly history: readonly FirmEvent[];
}

export type FirmEventKind =
  | "saidNo"
  | "saidYes"
  | "joined"
  | "left"
  | "expelled"
  | "ended"
  | "seen"
  | "fined"
  | "abroad"
  | "branch"
  | "home"
  | "closed";

/**
 * Something that happened to a firm: it answered, joined, left or was expelled, its network ended, it was seen to
 * free-ride or fined, it went abroad, opened a branch there or came home, it closed.
 */
export interface FirmEvent {
  readonly month: number;
  readonly kind: FirmEventKind;
  /** Row of the network it has to do with, or -1. */
  readonly network: number;
  /** What it paid, kUSD, where it was fined. */
  readonly amount: number;
}

/** A network in a month. */
export interface NetworkCard {
  readonly row: number;
  readonly region: number;
  readonly sector: number;
  readonly phase: Phase;
  readonly since: number;
  readonly members: readonly number[];
  readonly brokered: boolean;
  readonly legal: boolean;
  readonly rules: boolean;
  readonly fund: number;
  readonly autonomy: number;
  readonly quality: number;
  /** Month in which its members agreed. */
  readonly founded: number;
  /** What it does together. */
  readonly project: string;
  /** Broker who assists it, or -1. */
  readonly broker: number;
  /** Broker who assisted it and has left, or -1, and the month of leaving, or -1. */
  readonly formerBroker: number;
  readonly brokerLeft: number;
  /** Share of the broker's cost that its members pay, and the same as a share of their sales. */
  readonly feeShare: number;
  readonly levy: number;
  /** How often free riding was seen in it, how often it was fined, and what was paid, kUSD. */
  readonly fines: { readonly seen: number; readonly fined: number; readonly paid: number };
  /** Months in which phases began, in order; the last one goes on. */
  readonly phases: readonly { readonly phase: Phase; readonly from: number }[];
  readonly net: NetView;
}

/** A broker in a month. Work is counted in units: an assisted network takes one a month, planning two. */
export interface BrokerCard {
  readonly broker: number;
  readonly active: boolean;
  /** Technical, business and social skill, 0..1, and what networks feel of it under the present load. */
  readonly skill: number;
  readonly effectiveSkill: number;
  /** 1 for the programme's own, 2 for those they trained, and so on. */
  readonly generation: number;
  /** Broker who trained it, or -1, and those it trained. */
  readonly trainedBy: number;
  readonly trained: readonly number[];
  /** Networks that it has helped to a first project. */
  readonly helped: number;
  /** Units a month that it can do, and that its networks take; what is left goes into promotion. */
  readonly capacity: number;
  readonly load: number;
  /** Promotion work done towards the next table, and units that a table takes. */
  readonly work: number;
  readonly effort: number;
  /** Networks that it assists, and those it has left. */
  readonly networks: readonly BrokerCase[];
  readonly left: readonly BrokerCase[];
}

/** A network as a broker's case. */
export interface BrokerCase {
  readonly network: number;
  readonly region: number;
  readonly sector: number;
  readonly phase: Phase;
  readonly founded: number;
  /** Units of work a month; 0 where the broker has left. */
  readonly work: number;
}

/**
 * NET, the network evaluation tool, of one network. A matrix has a row for each indicator and a column for each stage,
 * in the order of `indicators` and `stages`; a cell is achieved 1, partly 0.5, not 0.
 */
export interface NetView {
  readonly indicators: readonly Indicator[];
  readonly stages: readonly NetStage[];
  readonly cells: readonly (readonly number[])[];
  /** What each cell asks for. */
  readonly texts: readonly (readonly string[])[];
  /** Mean of all cells, 0..1. */
  readonly score: number;
  /** Mean cells of all networks that run this month, to compare with; null where none runs. */
  readonly others: readonly (readonly number[])[] | null;
  /** Earlier evaluations of this network, every six months: its score and the mean of each indicator. */
  readonly past: readonly {
    readonly month: number;
    readonly score: number;
    readonly indicators: readonly number[];
  }[];
}
