import type { Course, Why } from "../../sim/contract.ts";
import type { Step } from "./lesson.ts";
import type { LearnPage, Place } from "./place.ts";

/** The slice of the page's state that Learn has: where the reader is in a lesson, and what came of it so far. */

/** A firm that was asked to join in this world, and why it answered as it did. */
export interface Invitation {
  readonly firm: number;
  readonly month: number;
  readonly asked: number;
  readonly needed: number;
  readonly why: Why;
}

/** What came of the table with the reader's answer. */
export interface Outcome {
  readonly joined: boolean;
  readonly began: boolean;
  readonly yes: number;
  readonly asked: number;
  readonly needed: number;
}

/** The group of which the reader plays a member: the first of its members. */
export interface Group {
  readonly network: number;
  readonly members: readonly number[];
  /** The month in which its project begins. */
  readonly month: number;
  /** Mean trust of the other members in the reader's firm, 0..1. */
  readonly trust: number;
}

export type Share = "paid" | "skipped" | "left";

export interface Round {
  readonly month: number;
  /** What each member did, in the order of the group. */
  readonly shares: readonly Share[];
  readonly trust: number;
}

/** Worlds of both arms, as they come in. */
export interface Worlds {
  readonly done: number;
  readonly of: number;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  readonly running: boolean;
  /** Played for the result code alone: too few for a picture. */
  readonly isForCode?: boolean;
  /** How a measure unfolds in each arm, month by month: the one that was to be drawn, else the one of the dots. */
  readonly courses?: { readonly a: Course | null; readonly b: Course | null };
}

export interface LearnState {
  readonly lesson: string | null;
  readonly page: LearnPage;
  readonly step: Step;
  /** Steps that have been reached. */
  readonly reached: number;
  readonly busy: boolean;
  readonly failed: string | null;
  /** Null where nobody is asked in this world; undefined until it is known. */
  readonly invitation: Invitation | null | undefined;
  readonly outcome: Outcome | null;
  readonly group: Group | null | undefined;
  readonly choices: readonly boolean[];
  readonly rounds: readonly Round[];
  readonly plan: string | null;
  /** The option that was guessed. */
  readonly guess: string | null;
  /** A guessed number, or the points of a drawn line: steps above the lowest value. */
  readonly marks: readonly number[] | null;
  readonly sure: "guess" | "fairly" | "very";
  /** Whether the guess was kept or skipped. */
  readonly guessed: boolean;
  /** The arm on the stage. */
  readonly arm: "a" | "b";
  readonly worlds: Worlds | null;
  readonly explained: string | null;
  readonly exit: readonly (string | null)[];
  /** The seat in a class: every seat watches another world. */
  readonly seat: number | null;
  /** Seats of the class; null without one. */
  readonly seats: number | null;
  /** Shown in a frame of another page: the origin that may hear the result, empty for the frame's own. */
  readonly embed: string | null;
  /** Where a link leads, until the room has gone there. */
  readonly asked: Place | null;
}

export const NOTHING_LEARNT: LearnState = {
  lesson: null,
  page: "lesson",
  step: "act",
  reached: 0,
  busy: false,
  failed: null,
  invitation: undefined,
  outcome: null,
  group: undefined,
  choices: [],
  rounds: [],
  plan: null,
  guess: null,
  marks: null,
  sure: "guess",
  guessed: false,
  arm: "a",
  worlds: null,
  explained: null,
  exit: [],
  seat: null,
  seats: null,
  embed: null,
  asked: null,
};
