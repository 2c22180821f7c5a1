import { LESSONS } from "../lesson.ts";
import type { Lesson } from "../lesson.ts";
import { formOf } from "../guess.ts";
import type { CodeForm, ReadResult } from "../resultCode.ts";
import { lettersIn, resultOf } from "../resultCode.ts";

/** What a teacher typed or pasted, read code by code: nothing that cannot be used is left out in silence. */
export interface ReadCodes {
  /** One result a seat, by seat. */
  readonly results: readonly SeatResult[];
  readonly wrong: readonly WrongCode[];
}

export interface SeatResult extends ReadResult {
  readonly code: string;
}

export type WrongCode =
  | { readonly kind: "unreadable"; readonly code: string }
  | { readonly kind: "otherLesson"; readonly code: string; readonly lesson: number }
  | { readonly kind: "noSeat"; readonly code: string; readonly seat: number }
  /** Made when the lesson still asked for another guess; the rest of it counts. */
  | { readonly kind: "older"; readonly code: string }
  /** Another code of the same seat came before. */
  | { readonly kind: "twice"; readonly code: string; readonly seat: number };

/** Codes in a text: one a line or with commas between, or several on a line with blanks between. */
function codesIn(typed: string): string[] {
  const lengths = new Set(LESSONS.map((lesson) => lettersIn(formOf(lesson))));
  const bare = (piece: string): string => piece.replace(/[\s-]/g, "");
  return typed.split(/[\n,;]+/).flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const isRow = words.length > 1 && words.every((word) => lengths.has(bare(word).length));
    return isRow ? words : line.trim() === "" ? [] : [line.trim()];
  });
}

function formOfNumber(number: number): CodeForm | null {
  const lesson = LESSONS.find((each) => each.number === number);
  return lesson === undefined ? null : formOf(lesson);
}

/** @param seats seats of the class; null where any seat will do */
export function readCodes(typed: string, lesson: Lesson, seats: number | null): ReadCodes {
  const bySeat = new Map<number, SeatResult>();
  const wrong: WrongCode[] = [];
  for (const code of codesIn(typed)) {
    const result = resultOf(code, formOfNumber);
    if (result === null) {
      wrong.push({ kind: "unreadable", code });
      continue;
    }
    const { seat } = result;
    const before = bySeat.get(seat);
    if (result.lesson !== lesson.number) wrong.push({ kind: "otherLesson", code, lesson: result.lesson });
    else if (seat < 1 || (seats !== null && seat > seats)) wrong.push({ kind: "noSeat", code, seat });
    else if (before === undefined) {
      bySeat.set(seat, { ...result, code });
      if (result.isOlder) wrong.push({ kind: "older", code });
    } else if (!isSame(before, result)) wrong.push({ kind: "twice", code, seat });
  }
  return { results: [...bySeat.values()].sort((one, two) => one.seat - two.seat), wrong };
}

/** The same code, typed again, is no second one. */
function isSame({ code: _, ...before }: SeatResult, result: ReadResult): boolean {
  return JSON.stringify(before) === JSON.stringify(result);
}
