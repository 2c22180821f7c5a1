import type { Table } from "../../../kernel/columns.ts";
import { f32, i32, table, u32, u8 } from "../../../kernel/columns.ts";
import type { Group, Mechanism, WorldParts } from "../../../kernel/mechanism.ts";
import type { Parameters, Values } from "../../../kernel/params.ts";
import { integer, number } from "../../../kernel/params.ts";

/** Ties of a firm: its seven nearest and one from anywhere. */
export const NEAREST = 7;
export const TIES = NEAREST + 1;

const DEFINITION = "definition of the reference model";

/** Two million firms: the order of set-up is exact up to 2^21 of them. */
const MOST_FIRMS = 2_000_000;

export const firmsGroup = {
  id: "firms",
  title: "Firms",
  params: {
    count: integer({
      label: "Firms",
      unit: "firms",
      min: TIES + 1,
      max: MOST_FIRMS,
      start: 10_000,
      doc: "How many firms there are; each needs eight others to know.",
      source: "assumed",
    }),
  },
} as const satisfies Group;

export const trustGroup = {
  id: "trust",
  title: "Trust",
  params: {
    start: number({
      label: "Trust at first",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Trust on every tie at the start, and in those whom a firm does not know.",
      source: DEFINITION,
    }),
  },
} as const satisfies Group;

export const gameGroup = {
  id: "game",
  title: "The game of a meeting",
  params: {
    joint: number({
      label: "Both contribute",
      unit: "capital",
      min: 0,
      max: 10,
      step: 0.1,
      start: 1,
      doc: "What each gains where both contribute.",
      source: DEFINITION,
    }),
    alone: number({
      label: "Contributes alone",
      unit: "capital",
      min: -10,
      max: 0,
      step: 0.1,
      start: -0.4,
      doc: "What the one who contributes alone is left with.",
      source: DEFINITION,
    }),
    freeRide: number({
      label: "Free rides",
      unit: "capital",
      min: 0,
      max: 10,
      step: 0.1,
      start: 1.2,
      doc: "What the other one gains then.",
      source: DEFINITION,
    }),
    search: number({
      label: "Search cost",
      unit: "capital",
      min: 0,
      max: 10,
      step: 0.05,
      start: 0.05,
      doc: "Cost of a meeting with a stranger; trust saves it.",
      source: DEFINITION,
    }),
    distance: number({
      label: "Distance cost",
      unit: "capital per side of the square",
      min: 0,
      max: 10,
      step: 0.1,
      start: 0.5,
      doc: "Cost of a meeting across the whole width of the square.",
      source: DEFINITION,
    }),
  },
} as const satisfies Group;

export const firmColumns = {
  key: u32({ unit: "key", doc: "Identity of the firm, whatever its row." }),
  x: f32({ unit: "side of the square", doc: "Place, east." }),
  y: f32({ unit: "side of the square", doc: "Place, north." }),
  disposition: f32({ unit: "utility", doc: "How ready it is to contribute, d." }),
  productivity: f32({ unit: "multiple", doc: "Productivity p." }),
  capital: f32({ unit: "capital", doc: "What it has earned, never below 0.", start: 1 }),
} as const;

/**
 * Eight slots a firm: what firm i has to do with the k-th firm that it knows, in slot 8 i + k. One row more stands for
 * the stranger: its trust never changes, and ties that go one way only point back to it.
 */
export const tieColumns = {
  to: i32({ unit: "row", doc: "The firm that is known." }),
  back: i32({ unit: "slot", doc: "Slot of its tie back; the stranger's where it does not know this one." }),
  trust: f32({ unit: "0..1", doc: "Trust t." }),
  complement: f32({ unit: "weight", doc: "How well the two complement each other: 0.1 + |p_i - p_j|." }),
  gain: f32({ unit: "capital", doc: "A: what full trust adds to the utility of a meeting." }),
  cost: f32({ unit: "capital", doc: "B: what a meeting without trust costs." }),
} as const;

/** The meetings of this month, in the order of the firms that asked for them. */
export const meetingColumns = {
  tie: i32({ unit: "slot", doc: "Tie along which the firm asked; its row is the slot divided by eight." }),
  key: u32({ unit: "key", doc: "Identity of the firm that asked." }),
  partner: i32({ unit: "row", doc: "The firm that was asked." }),
  back: i32({ unit: "slot", doc: "Its tie back, or the stranger's." }),
  gave: u8({ unit: "0/1", doc: "Whether the firm that asked contributed." }),
  got: u8({ unit: "0/1", doc: "Whether its partner contributed." }),
  told: i32({ unit: "slot", doc: "Tie of a third firm to the partner that gossip will change, or -1.", start: -1 }),
} as const;

export interface DyadicWorld extends WorldParts {
  readonly tables: {
    readonly firms: Table<typeof firmColumns>;
    readonly ties: Table<typeof tieColumns>;
    readonly meetings: Table<typeof meetingColumns>;
  };
  readonly game: Values<typeof gameGroup.params>;
}

/** Slot in which the stranger's trust stands. */
export function strangerOf({ tables }: DyadicWorld): number {
  return tables.firms.count * TIES;
}

/** A world of so many firms that nothing has been filled into yet. */
export function emptyWorld(count: number, game: DyadicWorld["game"]): DyadicWorld {
  const tables = {
    firms: table("firms", firmColumns, { count }),
    ties: table("ties", tieColumns, { count: count + 1, width: TIES }),
    meetings: table("meetings", meetingColumns, { count: 0, capacity: count }),
  };
  return { tables, month: 0, game };
}

/** Declares a mechanism of this model. */
export function mechanism<const P extends Parameters>(declared: Mechanism<DyadicWorld, P>): Mechanism<DyadicWorld, P> {
  return declared;
}
