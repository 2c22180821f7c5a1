import { f64, i16, i32, u8 } from "../kernel/columns.ts";

/** Proposals of this month, made by firms and brokers and answered in joining; empty at the end of every month. */
export const proposalColumns = {
  broker: i16({ unit: "row", doc: "Broker who invites, or -1 for a firm.", start: -1 }),
  buyer: i16({ unit: "row", doc: "Lead firm that invites its suppliers, or -1.", start: -1 }),
  proposer: i32({ unit: "row", doc: "Firm that proposes; for a broker the first that is invited.", start: -1 }),
  rank: f64({ unit: "0..1", doc: "Draw that orders the proposals; brokers come after firms." }),
  promise: f64({ unit: "multiple", doc: "Expected quality of the project, before complementarity.", start: 1 }),
  guests: u8({ unit: "firms", doc: "Firms invited, the proposer among them." }),
} as const;

export const guestColumns = {
  firm: i32({ unit: "row", doc: "A firm at the table.", start: -1 }),
} as const;
