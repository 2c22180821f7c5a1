import type { Value } from "../../sim/contract.ts";
import type { Key } from "../i18n/text.ts";
import words from "../i18n/lessons/en.json";
import { addWords, text } from "../i18n/text.ts";

/**
 * A lesson as data: which world, what is done by hand, what is guessed, watched and explained. Its words stand in
 * `ui/i18n/lessons`, as `lesson.NAME.PART`; what it claims to happen are checks of `scenarios/checks.json`.
 */

export interface LessonWorld {
  readonly scenario: string;
  readonly settings: Readonly<Record<string, Value>>;
}

/** A real invitation of the world, which the reader answers for the firm. */
export interface AnswerAct {
  readonly kind: "answer";
  readonly world: LessonWorld;
  readonly by: "firm" | "broker" | "buyer";
}

/** Rounds in which the reader pays or skips for one member of a group. */
export interface PayAct {
  readonly kind: "pay";
  readonly world: LessonWorld;
  readonly rounds: number;
  /** Months a round. */
  readonly months: number;
}

/** A plan to choose, which the rest of the lesson puts to the test. */
export interface ChooseAct {
  readonly kind: "choose";
  readonly options: readonly string[];
}

/** A guess that is one of several answers. */
export interface ChoicePredict {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly right: string;
}

/** What a guessed value may be, in the measure's own unit: from low to high, in steps. */
interface Scale {
  /** The arm whose worlds the guess is held against. */
  readonly arm: "a" | "b";
  /** How values are written: shares as per cent, counts as whole numbers, degrees of 0 to 1 with two decimals. */
  readonly shown: "percent" | "count" | "degree";
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** A guess that is a number: what the arm's dots will show. */
export interface NumberPredict extends Scale {
  readonly kind: "number";
}

/** A guess that is a line, drawn through a few months: how a measure of the arm will unfold. */
export interface LinePredict extends Scale {
  readonly kind: "line";
  readonly measure: string;
  /** What is known: the value before the first month. */
  readonly start: number;
  /** Months of the points that are guessed; the last one is the last month that is watched. */
  readonly months: readonly number[];
  /** A month in which something happens that the line may bend at. */
  readonly event?: number;
}

export interface Lesson {
  readonly format: "distretto/lesson/1";
  readonly name: string;
  readonly number: number;
  readonly minutes: number;
  readonly act: AnswerAct | PayAct | ChooseAct;
  readonly predict: ChoicePredict | NumberPredict | LinePredict;
  /** Two arms on the same worlds. */
  readonly watch: {
    readonly a: LessonWorld;
    readonly b: LessonWorld;
    readonly months: number;
    readonly measure: string;
    /** Steps of one unit in a result code: 1000 for shares, 10 for counts. */
    readonly scale: number;
    /** Measure of the second row, where it is another one. */
    readonly other?: string;
    /** What both are held against, where a measure needs it: the same worlds without the programme. */
    readonly against?: LessonWorld;
  };
  readonly explain: { readonly options: readonly string[]; readonly right: string };
  /** Levers of the free play. */
  readonly free: readonly string[];
  /** What is said to happen: each a check, and the parts of the lesson that say it. */
  readonly claims: readonly { readonly check: string; readonly said: readonly string[] }[];
  /** Parts that say what is so by construction or by definition, or what somebody thinks. */
  readonly plain: readonly string[];
  /** Parts about the game by hand, which a test plays. */
  readonly played?: readonly string[];
  /** The right option of each question at the end. */
  readonly exit: readonly string[];
}

await addWords("lessons", words);

const files = import.meta.glob<Lesson>("../../scenarios/lessons/*.json", { eager: true, import: "default" });

export const LESSONS: readonly Lesson[] = Object.values(files).sort((a, b) => a.number - b.number);

/** Lessons of the short course. */
export const SHORT_COURSE: readonly number[] = [2, 4, 6];

export const STEPS = ["act", "predict", "watch", "explain", "free", "check"] as const;
export type Step = (typeof STEPS)[number];

export function lessonOf(name: string | null): Lesson | null {
  return LESSONS.find((lesson) => lesson.name === name) ?? null;
}

/** A lesson's own words. */
export function wordsOf({ name }: Lesson, part: string): string {
  return text(`lesson.${name}.${part}` as Key);
}
