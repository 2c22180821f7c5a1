import { expect, test } from "vitest";
import { bandOf } from "../../ui/learn/class/band.ts";
import { readCodes } from "../../ui/learn/class/codes.ts";
import { formOf } from "../../ui/learn/guess.ts";
import { lessonOf } from "../../ui/learn/lesson.ts";
import { held, heldLine } from "../../ui/learn/held.ts";
import type { Result } from "../../ui/learn/resultCode.ts";
import { codeOf } from "../../ui/learn/resultCode.ts";

const lesson = lessonOf("free-lunch");
if (lesson === null) throw new Error("There is no such lesson.");

const FORM = formOf(lesson);

const codeAt = (seat: number, change: Partial<Result> = {}): string =>
  codeOf({ lesson: 2, seat, guess: 1, explained: 2, right: 3, a: 0.4, b: 0.1, marks: null, ...change }, FORM);

/** Of a lesson in which a number is guessed. */
const first = lessonOf("alone-together");
if (first === null) throw new Error("There is no such lesson.");

test("codes are read one a line, with commas, or several in a row", () => {
  const typed = `${codeAt(1)}\n${codeAt(2)}, ${codeAt(3)}\n\n${codeAt(4)} ${codeAt(5)}\n${codeAt(6).replaceAll("-", " ")}`;
  const { results, wrong } = readCodes(typed.toLowerCase(), lesson, 30);
  expect(wrong).toEqual([]);
  expect(results.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(results[0]).toMatchObject({ a: 0.4, b: 0.1, guess: 1, explained: 2, right: 3 });
});

test("what cannot be used is named: mistyped, of another lesson, of no seat, of a seat that has another code", () => {
  const mistyped = codeAt(8).replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  const other = codeAt(9, { lesson: 4 });
  const again = codeAt(1, { right: 0 });
  const typed = [codeAt(1), mistyped, other, codeAt(31), codeAt(0), again, codeAt(1), "hello"].join("\n");
  const { results, wrong } = readCodes(typed, lesson, 30);
  expect(results.map(({ seat, right }) => [seat, right])).toEqual([[1, 3]]);
  expect(wrong.map(({ kind, code }) => [kind, code])).toEqual([
    ["unreadable", mistyped],
    ["otherLesson", other],
    ["noSeat", codeAt(31)],
    ["noSeat", codeAt(0)],
    ["twice", again],
    ["unreadable", "hello"],
  ]);
});

test("codes with a guessed number are read with their number, older ones without", () => {
  const result = { lesson: 1, seat: 1, guess: 0, explained: 1, right: 2, a: 0.01, b: 0.3, marks: [12] };
  const older = codeOf({ ...result, seat: 2, guess: 2, marks: null }, FORM);
  const codes = [codeOf(result, formOf(first)), older, codeOf({ ...result, seat: 3, marks: null }, formOf(first))];
  const { results, wrong } = readCodes(codes.join(" "), first, 30);
  expect(results.map(({ seat, marks, a }) => [seat, marks, a])).toEqual([
    [1, [12], 0.01],
    [2, null, 0.01],
    [3, null, 0.01],
  ]);
  expect(wrong).toEqual([{ kind: "older", code: older }]);
});

test("a guess is held against nine in ten worlds, half a step beside them is with them", () => {
  const predict = { kind: "number", arm: "a", shown: "count", low: 0, high: 60, step: 2 } as const;
  const band = { median: 20, most: [15, 27] } as const;
  const sides = [6, 7, 13, 14].map((mark) => held(predict, mark, band).side);
  expect(sides).toEqual(["below", "inside", "inside", "inside"]);
  expect(held(predict, 15, band)).toEqual({ value: 30, median: 20, most: [15, 27], side: "above" });
});

test("a line is held against the worlds month by month; months without a value are left out", () => {
  const predict = { kind: "line", arm: "a", shown: "count", measure: "", start: 0, low: 0, high: 30, step: 1 } as const;
  const level = (value: number) => [0, value, value, value];
  const course = { median: [0, 5, 6, NaN], half: [level(4), level(8)], most: [level(3), level(9)], runs: [] } as const;
  const points = heldLine({ ...predict, months: [1, 2, 3] }, [4, 12, 1], course);
  expect(points.map(({ month, side, median }) => [month, side, median])).toEqual([
    [1, "inside", 5],
    [2, "above", 6],
  ]);
});

test("the band lies where a hand puts it", () => {
  expect(bandOf([null, null])).toBeNull();
  expect(bandOf([7])).toEqual({ n: 1, median: 7, half: [7, 7], most: [7, 7] });
  const ranks = Array.from({ length: 21 }, (_, k) => (k * 8) % 21);
  expect(bandOf([null, ...ranks])).toEqual({ n: 21, median: 10, half: [5, 15], most: [1, 19] });
});
