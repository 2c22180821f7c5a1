/** What a month looks like, and the story of all months: types only. */

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
