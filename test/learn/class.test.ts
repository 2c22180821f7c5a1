import { expect, test } from "vitest";
import { bandOf } from "../../ui/learn/class/band.ts";
import { readCodes } from "../../ui/learn/class/codes.ts";
import { lessonOf } from "../../ui/learn/lesson.ts";
import type { Result } from "../../ui/learn/resultCode.ts";
import { codeOf } from "../../ui/learn/resultCode.ts";

const lesson = lessonOf("free-lunch");
if (lesson === null) throw new Error("There is no such lesson.");

const codeAt = (seat: number, change: Partial<Result> = {}): string =>
  codeOf({ lesson: 2, seat, guess: 1, explained: 2, right: 3, a: 0.4, b: 0.1, ...change }, 1000);

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

test("the band lies where a hand puts it", () => {
  expect(bandOf([null, null])).toBeNull();
  expect(bandOf([7])).toEqual({ n: 1, median: 7, half: [7, 7], most: [7, 7] });
  const ranks = Array.from({ length: 21 }, (_, k) => (k * 8) % 21);
  expect(bandOf([null, ...ranks])).toEqual({ n: 21, median: 10, half: [5, 15], most: [1, 19] });
});
