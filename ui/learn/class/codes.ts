import { LESSONS } from "../lesson.ts";
import type { Lesson } from "../lesson.ts";
import type { Result } from "../resultCode.ts";
import { resultOf } from "../resultCode.ts";

/** What a teacher typed or pasted, read code by code: nothing that cannot be used is left out in silence. */
export interface ReadCodes {
  /** One result a seat, by seat. */
  readonly results: readonly SeatResult[];
  readonly wrong: readonly WrongCode[];
}

export interface SeatResult extends Result {
  readonly code: string;
}

export type WrongCode =
  | { readonly kind: "unreadable"; readonly code: string }
  | { readonly kind: "otherLesson"; readonly code: string; readonly lesson: number }
  | { readonly kind: "noSeat"; readonly code: string; readonly seat: number }
  /** Another code of the same seat came before. */
  | { readonly kind: "twice"; readonly code: string; readonly seat: number };

const LETTERS = 11;

/** Codes in a text: one a line or with commas between, or several on a line with blanks between. */
function codesIn(typed: string): string[] {
  const bare = (piece: string): string => piece.replace(/[\s-]/g, "");
  return typed.split(/[\n,;]+/).flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const isRow = words.length > 1 && words.every((word) => bare(word).length === LETTERS);
    return isRow ? words : line.trim() === "" ? [] : [line.trim()];
  });
}

function scaleOf(number: number): number {
  return LESSONS.find((lesson) => lesson.number === number)?.watch.scale ?? 1;
}

/** @param seats seats of the class; null where any seat will do */
export function readCodes(typed: string, lesson: Lesson, seats: number | null): ReadCodes {
  const bySeat = new Map<number, SeatResult>();
  const wrong: WrongCode[] = [];
  for (const code of codesIn(typed)) {
    const result = resultOf(code, scaleOf);
    if (result === null || scaleOf(result.lesson) === 1) {
      wrong.push({ kind: "unreadable", code });
      continue;
    }
    const { seat } = result;
    const before = bySeat.get(seat);
    if (result.lesson !== lesson.number) wrong.push({ kind: "otherLesson", code, lesson: result.lesson });
    else if (seat < 1 || (seats !== null && seat > seats)) wrong.push({ kind: "noSeat", code, seat });
    else if (before === undefined) bySeat.set(seat, { ...result, code });
    else if (!isSame(before, result)) wrong.push({ kind: "twice", code, seat });
  }
  return { results: [...bySeat.values()].sort((one, two) => one.seat - two.seat), wrong };
}

/** The same code, typed again, is no second one. */
function isSame({ code: _, ...before }: SeatResult, result: Result): boolean {
  return JSON.stringify(before) === JSON.stringify(result);
}
