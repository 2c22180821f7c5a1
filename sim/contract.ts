/**
 * What anyone outside may ask of the engine: types only. The same contract is served in-process, by a browser worker
 * and by a Node worker, so a view never knows which one it speaks to. Everything here crosses a worker's boundary:
 * plain objects and typed arrays, no classes, no functions.
 */
import type { Problem } from "./kernel/problem.ts";
import type { Parameter, Value } from "./kernel/params.ts";
import type { Act } from "./world/byHand.ts";
import type { Term } from "./world/dilemma.ts";
import type { Indicator, NetStage } from "./world/evaluation.ts";

import type { Reply } from "./contract/reply.ts";

export type * from "./contract/comparing.ts";
export type { Reply };
export type { Act, Indicator, NetStage, Problem, Parameter, Value, Term };

/** Other settings from a month on: the months up to `month` stay, what is changed acts from the next one. */
export interface SettingsChange {
  readonly month: number;
  readonly settings: Readonly<Record<string, Value>>;
}

/** Which world to open. */
export interface OpenRequest {
  /** Name of a shipped scenario, or a scenario document. */
  readonly scenario: string | object;
  /** Settings that go before everything the scenario says (as `--set` does). */
  readonly settings?: Readonly<Record<string, Value>>;
  /** Settings that change while the world runs. */
  readonly changes?: readonly SettingsChange[];
  /** Mechanisms to leave out. */
  readonly without?: readonly string[];
  /** What a person decides for firms. */
  readonly acts?: readonly Act[];
  /** Measures and gauges to work out for every month. */
  readonly watch?: readonly string[];
}

/** A scenario before it is opened: what it asks, and where some of its firms stand. */
export interface Preview {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly question: string;
  readonly months: number;
  readonly firms: number;
  readonly regions: readonly RegionView[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** Places of at most a few hundred of the firms, km, and their sectors. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly sector: Uint8Array;
  /** Firms that know each other at the start, where the scenario names its ties; pairs of rows. */
  readonly ties: Int32Array;
}

export interface RegionView {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What holds still for the whole run. Row i of every array is firm i. */
export interface Opened {
  readonly product: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly scenario: string;
  readonly title: string;
  readonly about: string;
  /** The question the scenario asks, shown above the stage. */
  readonly question: string;
  readonly seed: string;
  /** Months to be played. */
  readonly months: number;
  /** Every setting of this world at its start, by path. */
  readonly settings: Readonly<Record<string, Value>>;
  /** What changes while it runs, the earlier month first. */
  readonly changes: readonly SettingsChange[];
  readonly regions: readonly RegionView[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** What networks may do together, by `Frame.networks.venture`; the first one is the generic project. */
  readonly ventures: readonly { readonly id: string; readonly title: string }[];
  /** Places in km. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly region: Uint8Array;
  readonly sector: Uint8Array;
}

/** Conduct of a firm: vacant row 0, not engaged 1, contributes 2, free-rides 3. */
export type Conduct = 0 | 1 | 2 | 3;

/** Phase of a network: planning 0, pilot 1, strategic 2, self-managed 3, dormant 4, dissolved 5. */
export type Phase = 0 | 1 | 2 | 3 | 4 | 5;

/** One month as buffers, to be transferred. Row i of the firm arrays is firm i of `Opened`. */
export interface Frame {
  readonly month: number;
  /** Conduct codes. */
  readonly conduct: Uint8Array;
  /** 0 under 5 workers, 1 under 15, 2 above. */
  readonly size: Uint8Array;
  /** Row of the firm's network, or -1. */
  readonly network: Int32Array;
  /** Month of birth; a row is used again after an exit. */
  readonly born: Int16Array;
  /** Number among the firms of its sector and region that were born with it. */
  readonly number: Int32Array;
  /** Row of the buyer it supplies, or -1. */
  readonly buyer: Int16Array;
  /** Where it sells abroad: nowhere 0, in neighbouring countries 1, in the world 2. */
  readonly abroad: Uint8Array;
  /** Ties between firms in contact during the last 24 months, each pair once. */
  readonly ties: {
    readonly from: Int32Array;
    readonly to: Int32Array;
    /** Mean of the two firms' trust in each other. */
    readonly trust: Float32Array;
    /** Months since the last contact. */
    readonly idle: Uint8Array;
    /** 1 between members of one running network. */
    readonly inside: Uint8Array;
    /** 1 if one of two fellow members was seen to free-ride within six months. */
    readonly betrayed: Uint8Array;
  };
  /** Living networks. */
  readonly networks: {
    readonly row: Int32Array;
    readonly phase: Uint8Array;
    /** Broker who assists it, or -1. */
    readonly broker: Int16Array;
    /** Broker who once led it and has left, or -1. */
    readonly formerBroker: Int16Array;
    readonly size: Uint8Array;
    readonly region: Uint8Array;
    readonly sector: Uint8Array;
    /** What its project is: a row of `Opened.ventures`. */
    readonly venture: Uint8Array;
    /** 1 while a project runs. */
    readonly running: Uint8Array;
  };
  /** Large buyers, at work or gone. */
  readonly buyers: {
    readonly region: Uint8Array;
    readonly sector: Uint8Array;
    /** 1 while it buys here. */
    readonly active: Uint8Array;
  };
  /** 1 for each broker at work. */
  readonly brokers: Uint8Array;
  /** The watched measures and gauges. */
  readonly measures: Readonly<Record<string, number | null>>;
  /** What happened this month, most telling first. */
  readonly events: readonly Happening[];
}

export type HappeningKind =
  | "refused"
  | "founded"
  | "started"
  | "strategic"
  | "selfManaged"
  | "dormant"
  | "woke"
  | "dissolved"
  | "recruited"
  | "left"
  | "expelled"
  | "brokersCame"
  | "brokersLeft"
  | "governmentChanged"
  | "buyersLeft"
  | "wentAbroad"
  | "listed"
  | "brandHurt";

/** An event. `yes` of `asked` answers where there was a vote, else 0. */
export interface Happening {
  readonly month: number;
  readonly kind: HappeningKind;
  /** Row of the network, or -1. */
  readonly network: number;
  /** Row of the firm, or -1. */
  readonly firm: number;
  readonly yes: number;
  readonly asked: number;
  readonly needed: number;
  readonly region: number;
  readonly sector: number;
}

/** All networks and events up to a month: the phase strip and the timeline. */
export interface Story {
  readonly month: number;
  readonly networks: readonly {
    readonly row: number;
    readonly region: number;
    readonly sector: number;
    readonly brokered: boolean;
    /** Months in which phases began, in order; the last one goes on. */
    readonly phases: readonly { readonly phase: Phase; readonly from: number }[];
  }[];
  readonly events: readonly Happening[];
  /** Bars of the programme, planned for the whole horizon. */
  readonly programme: readonly {
    readonly kind: "brokers" | "fee" | "fines";
    readonly from: number;
    readonly to: number;
  }[];
}

/** Groups that firms are in at any time of the whole run, for a layout that holds still. */
export interface Union {
  /** Group k has the firms `members[starts[k]]` to `members[starts[k + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Monthly values of measures and gauges, from month 0. */
export interface Series {
  readonly months: readonly number[];
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
  /** Networks in each phase, by month: planning, pilot, strategic, self-managed, dormant. */
  readonly phases: readonly (readonly number[])[];
}

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

/** What is said of a firm or a tie in a graph file, by name. */
export type Attributes = Readonly<Record<string, number | string | boolean>>;

/** The world as a graph for other programs: firms in business and all ties between them. */
export interface NetworkGraph {
  readonly nodes: readonly { readonly id: string; readonly attributes: Attributes }[];
  /** Undirected; `trust` is the source's trust in the target, `trustBack` the target's in the source. */
  readonly edges: readonly { readonly source: string; readonly target: string; readonly attributes: Attributes }[];
}

/**
 * Files of a month: tables of firms, networks and ties, all of it as one document, the graph of firms and ties for
 * Gephi and networkx, and the whole run as the command line prints it.
 */
export type FileKind = "firms.csv" | "networks.csv" | "ties.csv" | "month.json" | "graphml" | "gexf" | "run.json";

export interface ParameterDescription {
  readonly path: string;
  readonly group: string;
  readonly parameter: Parameter;
}

export interface MeasureDescription {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  /** Graph or group it is taken over, and the months it looks back. */
  readonly over: string;
  /** When there is no value. */
  readonly nullWhen: string;
}

export interface MechanismDescription {
  readonly id: string;
  readonly title: string;
  readonly claim: string;
  readonly source: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

export interface ScenarioDescription {
  readonly name: string;
  /** Id of its model; the page shows those of the main one. */
  readonly model: string;
  readonly title: string;
  readonly about: string;
  readonly sources: readonly string[];
}

export interface ProjectDescription {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  /** Whose quantities count together, and how far what leaks from it goes. */
  readonly scale: string;
  readonly claim: string;
  readonly source: string;
  /** Multiples of the generic project of its stage, by name. */
  readonly factors: Readonly<Record<string, number>>;
  /** What it raises: share of the gap to 1 that a month at full contribution closes, by name. */
  readonly raises: Readonly<Record<string, number>>;
  /** What it needs, by name. */
  readonly needs: Readonly<Record<string, number | boolean>>;
}

export interface Descriptions {
  readonly parameters: readonly ParameterDescription[];
  readonly measures: readonly MeasureDescription[];
  readonly mechanisms: readonly MechanismDescription[];
  readonly scenarios: readonly ScenarioDescription[];
  readonly projects: readonly ProjectDescription[];
}

/** One open world, asked step by step. Months may be asked for in any order. */
export interface Engine {
  describe(): Promise<Descriptions>;
  /** Opens a world; one that was open before is dropped. Firms keep their rows for the same scenario, seed and size. */
  open(request: OpenRequest): Promise<Reply<Opened>>;
  /** The world at the end of a month (0 is the start), played or rewound to as needed. */
  frame(month: number): Promise<Frame>;
  story(month: number): Promise<Story>;
  /** Groups over the whole horizon; plays to the end once. */
  union(): Promise<Union>;
  /** The watched measures and the networks in each phase, month by month. */
  series(month: number): Promise<Series>;
  firm(firm: number, month: number): Promise<FirmCard>;
  network(row: number, month: number): Promise<NetworkCard>;
  broker(broker: number, month: number): Promise<BrokerCard>;
  /**
   * Works out more measures and gauges from now on; months that have been played are played once more. What is observed
   * changes nothing in the world. Returns the problems of ids that do not exist, and then watches none of them.
   */
  watch(ids: readonly string[]): Promise<readonly Problem[]>;
  /** A file of a month; `run.json` is of the last month, whichever is asked for. */
  file(kind: FileKind, month: number): Promise<string>;
  /** What a scenario would be, or what is wrong with it; the open world stays open. */
  preview(scenario: string | object): Promise<Reply<Preview>>;
  /** The document of a shipped scenario; undefined where there is none of that name. */
  document(name: string): Promise<object | undefined>;
  /** State hash at the end of a month. */
  hash(month: number): Promise<string>;
  /** Answers at once, also while months are being played: a sign of life. */
  ping(): Promise<void>;
}
