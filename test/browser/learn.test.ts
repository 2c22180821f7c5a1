import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../src/library.ts";
import { bandOf } from "../../ui/learn/class/band.ts";
import { formOf } from "../../ui/learn/guess.ts";
import { lessonOf } from "../../ui/learn/lesson.ts";
import { codeOf, resultOf } from "../../ui/learn/resultCode.ts";
import { violations } from "./axe.ts";
import concepts from "../../scenarios/concepts.json" with { type: "json" };
import { findChromium } from "./findChromium.ts";
import { push, reach } from "./lessonByKeys.ts";
import type { Visitor } from "./visitor.ts";
import { visitor } from "./visitor.ts";
import { picture } from "./picture.ts";

/**
 * What stands around the lessons: the first minute, a class of thirty without a server, a lesson in a frame of another
 * page, and the terms of the field.
 */

const SEATS = 30;
const NAME = "enter-the-broker";

let visiting: Visitor;
beforeAll(async () => {
  visiting = await visitor();
});
afterAll(() => visiting?.stop());

/** What the student at a seat reads out: the code of the first world of that seat, played as the lesson plays it. */
async function studentOf(seat: number): Promise<{ code: string; a: number; b: number }> {
  const lesson = lessonOf(NAME);
  if (lesson === null) throw new Error("There is no such lesson.");
  const { months, measure } = lesson.watch;
  const arm = async (which: "a" | "b"): Promise<number> => {
    const { scenario, settings } = lesson.watch[which];
    const world = await run(scenario, { settings, months, seed: `class/${seat}/1` });
    return world.measures[measure] ?? NaN;
  };
  const [a, b] = [await arm("a"), await arm("b")];
  const result = {
    lesson: lesson.number,
    seat,
    guess: 1 + (seat % 3),
    explained: 1,
    right: seat % 4,
    a,
    b,
    marks: null,
  };
  return { code: codeOf(result, formOf(lesson)), a, b };
}

/** A count as the page writes it. */
function shown(value = NaN): string {
  return value.toFixed(Number.isInteger(value) ? 0 : 1);
}

const FIRST = { lesson: 1, seat: 1, guess: 0, explained: 1, right: 3, a: 0, b: 0.7, marks: null };

function numberCode(seat: number, mark: number): string {
  return codeOf({ ...FIRST, seat, marks: [mark] }, { scale: 1000, marks: 1 });
}

function lineCode(seat: number, marks: readonly number[] | null): string {
  return codeOf({ ...FIRST, lesson: 6, seat, marks }, { scale: 1000, marks: 5 });
}

test("thirty result codes of real worlds make the dot plot, the band, the table and the file", async () => {
  const students: Awaited<ReturnType<typeof studentOf>>[] = [];
  for (let seat = 1; seat <= SEATS; seat++) students.push(await studentOf(seat));
  const codes = students.map(({ code }) => code);
  const clash = codeOf(
    { lesson: 4, seat: 3, guess: 0, explained: 0, right: 0, a: 1, b: 1, marks: null },
    { scale: 10, marks: 0 },
  );
  await visiting.visit(`class=${SEATS}&lesson=${NAME}`, {}, async (page) => {
    await page.getByRole("heading", { name: "A class of 30" }).waitFor();
    const link = (await page.locator(".class-link").textContent()) ?? "";
    expect(link).toBe(`${visiting.url}#view=learn&lesson=${NAME}&class=30&page=join`);
    await page.getByRole("img", { name: `QR code of ${link}` }).waitFor();
    await page.getByText("Only this machine can open this address.").waitFor();
    await page.getByLabel("Address of this page").fill("http://192.168.1.7:4173/");
    await page.getByText(`http://192.168.1.7:4173/#view=learn&lesson=${NAME}`).waitFor();
    expect(await page.getByText("Only this machine").isVisible()).toBe(false);

    await page.getByText("A card for each seat").click();
    expect(await page.locator(".seat-card svg").count()).toBe(SEATS);
    await page.getByText("A card for each seat").click();

    await page.getByLabel("Type or paste the codes").fill([...codes.slice(1), "ABCD", clash].join("\n"));
    await page.getByText("29 of 30 seats").waitFor();
    expect(await page.locator(".class-wrong li").allTextContents()).toEqual([
      "ABCD: not a result code. Look for a mistyped letter.",
      `${clash}: seat 3 has another code already.`,
    ]);
    await page.getByLabel("Type or paste the codes").fill(codes.join("\n"));
    await page.getByText("30 of 30 seats").waitFor();
    expect(await page.locator(".class-wrong li").count()).toBe(0);
    expect(await page.locator(".class-dots :is(.dot-a, .dot-b)").count()).toBe(2 * SEATS);
    const band = bandOf(students.map(({ a }) => a));
    const words = (await page.locator(".class-band").first().textContent()) ?? "";
    expect(words).toContain(`the middle world shows ${shown(band?.median)}. Half of 30 worlds`);
    expect(words).toContain(`between ${shown(band?.half[0])} and ${shown(band?.half[1])}`);
    const seventh = page.locator(".class-table tbody tr").nth(6).locator("td");
    expect(await seventh.allTextContents()).toEqual([
      shown(students[6].a),
      shown(students[6].b),
      "After three to five years",
      "Money",
      "3",
    ]);
    expect(await violations(page)).toEqual([]);
    await picture(page, "class", { fullPage: true });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as CSV" }).click(),
    ]);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(rows).toHaveLength(SEATS + 1);
    expect(rows[7]).toBe(`7,${codes[6]},${students[6].a},${students[6].b},years,money,3`);

    // Another lesson, in which lines are drawn: each is there, thin, over the range of many worlds.
    await page.getByLabel("Lesson", { exact: true }).selectOption("when-the-broker-leaves");
    const drawn = [[5, 11, 15, 13, 11], [30, 30, 30, 30, 30], null].map((marks, k) => lineCode(k + 1, marks));
    await page.getByLabel("Type or paste the codes").fill(drawn.join(" "));
    await page.getByText("Of 2 lines 1 stay with nine in ten worlds from beginning to end.").waitFor();
    expect(await page.locator(".class-lines .line-other").count()).toBe(2);
    expect(await page.locator(".class-lines .line-median").count()).toBe(1);
    expect(await page.locator(".class-table tbody tr").first().textContent()).toContain("10 · 22 · 30 · 26 · 22");
    // And one in which a number is guessed, with a code of the time before.
    await page.getByLabel("Lesson", { exact: true }).selectOption("alone-together");
    const older = codeOf({ ...FIRST, seat: 4, guess: 2 }, { scale: 1000, marks: 0 });
    const guessed = [0, 12, 50].map((mark, k) => numberCode(k + 1, mark));
    await page.getByLabel("Type or paste the codes").fill([...guessed, older].join("\n"));
    await page.getByText("The middle guess is 12 %. Of 3 guesses 1 lie where nine in ten worlds lie.").waitFor();
    expect(await page.locator(".class-wrong li").allTextContents()).toEqual([
      `${older}: from an earlier form of this lesson. It counts, but without its guess.`,
    ]);
    expect(await violations(page)).toEqual([]);
    await picture(page, "class-numbers", { fullPage: true });
  });
});

/** Moves a finger over the frame of a line; places are shares of its width and height. */
async function stroke(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const frame = page.locator(".line-frame");
  await frame.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const finger = await page.context().newCDPSession(page);
  for (const [k, [across, down]] of places.entries()) {
    const touchPoints = [{ x: x + across * width, y: y + down * height }];
    await finger.send("Input.dispatchTouchEvent", { type: k === 0 ? "touchStart" : "touchMove", touchPoints });
  }
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("a student takes a seat on a phone, the address keeps it, and a line is drawn with a finger", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const lesson = "when-the-broker-leaves";
  await visiting.visit(`view=learn&lesson=${lesson}&class=30&page=join`, phone, async (page) => {
    expect(await page.locator(".seat").count()).toBe(SEATS);
    expect(await violations(page)).toEqual([]);
    await picture(page, "seats");
    await page.getByRole("button", { name: "Seat 7", exact: true }).click();
    await page.locator(".learn-where", { hasText: "Seat 7" }).waitFor();
    await page.waitForFunction(() => location.hash.includes("lesson=when-the-broker-leaves&seat=7"));
    const pay = page.locator("[data-key=other]:not([disabled])");
    for (let round = 1; round <= 6; round++) {
      await page.getByText(`Round ${round} of 6`).waitFor();
      await pay.click();
    }
    await page.locator(".learn-panel [data-key=accent]:not([disabled])").click();
    const keep = page.getByRole("button", { name: "Keep this guess" });
    await keep.waitFor();
    expect(await keep.isDisabled()).toBe(true);
    const values = () => page.locator(".line-points output").allTextContents();
    expect(await values()).toEqual(["open", "open", "open", "open", "open"]);
    // Half way up is 30 groups of 60; the last point is drawn anew, down to the floor.
    const half = 123 / 260;
    await stroke(page, [
      [0.2, half],
      [0.6, half],
      [0.97, half],
    ]);
    expect(await values()).toEqual(["30", "30", "30", "30", "30"]);
    await stroke(page, [[0.98, 226 / 260]]);
    expect(await values()).toEqual(["30", "30", "30", "30", "0"]);
    expect(await violations(page)).toEqual([]);
    await picture(page, "line-phone");
    await keep.click();
    await page.getByRole("heading", { name: "Twenty worlds each" }).waitFor();
  });
});

test("a first visit asks one question; play moves the region at once, and the question is decided by hand", async () => {
  await visiting.visit("", {}, async (page) => {
    const question = page.getByText("Twelve workshops could share one kiln. Who pays?");
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "first-visit");
    await page.getByRole("button", { name: "Play: watch them" }).click();
    await page.waitForFunction(
      () => Number(/\d+/.exec(document.querySelector(".sentence strong")?.textContent ?? "")) >= 2,
    );
    expect(await question.count()).toBe(0);
  });
  await visiting.visit("", {}, async (page) => {
    await page.getByRole("button", { name: "Decide by hand" }).click();
    await page.getByRole("heading", { name: "Some workshops share one project. Who pays?" }).waitFor();
    await page.getByRole("button", { name: "Pay", exact: true }).click();
    await page.getByText("Round 2 of 6").waitFor();
    expect(await page.evaluate(() => location.hash)).toContain("view=learn&lesson=free-lunch");
  });
});

test("a term is explained where it first stands, and all terms are one dialog away", async () => {
  await visiting.visit("view=learn&lesson=enter-the-broker", {}, async (page) => {
    const term = page.locator(".learn-panel").getByRole("button", { name: "broker", exact: true });
    await term.waitFor();
    const note = page.getByRole("note").filter({ hasText: "brings them to one table" });
    expect(await note.isVisible()).toBe(false);
    await term.focus();
    await page.keyboard.press("Enter");
    await note.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Keys" }).first().click();
    await page.getByRole("button", { name: "All terms" }).click();
    await page.getByRole("dialog").getByText("Olson 1965").waitFor();
    expect(await page.getByRole("dialog").getByRole("term").count()).toBeGreaterThan(20);
    expect(await violations(page)).toEqual([]);
  });
});

/** Takes the concept test by keyboard; the first questions are answered right, the others not known. */
async function testConcepts(page: Page, right: number): Promise<void> {
  await push(page, ".concept-page .accent");
  for (const [at, question] of concepts.questions.entries()) {
    await reach(page, `.concept-page fieldset:nth-of-type(${at + 1}) input`);
    await page.keyboard.press("Space");
    const moves = at < right ? question.options.indexOf(question.right) : question.options.length;
    for (let move = 0; move < moves; move++) await page.keyboard.press("ArrowDown");
  }
}

test("the concept test is taken by keyboard before and after, shows the gain, is kept, printed and cleared", async () => {
  await visiting.visit("view=learn", {}, async (page) => {
    await page.getByRole("button", { name: "Open the concept test" }).click();
    await page.waitForFunction(() => location.hash.includes("view=learn&page=concepts"));
    expect(await violations(page)).toEqual([]);
    await testConcepts(page, 4);
    await page.getByText("12 of 12 answered").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "concepts-before");
    // What was answered is still there when the page is loaded again, and before it is counted.
    await page.reload();
    await page.getByText("12 of 12 answered").waitFor();
    await push(page, ".concept-page .accent");
    await page.getByText("Before the lessons: 4 of 12 right.").waitFor();
    expect(await page.locator(".concept-reading").count()).toBe(0);
    await testConcepts(page, 10);
    await push(page, ".concept-page .accent");
    await page.getByText("After the lessons: 10 of 12 right.").waitFor();
    await page.getByText("Of the 8 you did not have right before, you gained 6: 75 %.").waitFor();
    expect(await page.locator(".concept-reading").count()).toBe(12);
    expect(await page.locator(".concept-page td.concept-right").count()).toBe(4 + 10);
    expect(await page.getByRole("cell", { name: "not known" }).count()).toBe(8 + 2);
    expect(await violations(page)).toEqual([]);
    await picture(page, "concepts", { fullPage: true });
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.locator(".concept-key summary").click();
    expect(await page.locator(".concept-key > ol > li strong").count()).toBe(12);
    expect(await violations(page)).toEqual([]);
    const next = await page.context().newPage();
    await next.goto(`${visiting.url}#view=learn&page=concepts`);
    await next.getByText("After the lessons: 10 of 12 right.").waitFor();
    await next.close();
    await page.getByRole("button", { name: "Clear my answers" }).click();
    await page.getByText("Your answers are cleared.").waitFor();
    expect(await page.evaluate(() => localStorage.getItem("distretto.concepts"))).toBeNull();
  });
});

/** A page of another origin that shows a lesson in a frame and writes down what it is told. */
function platform(lesson: string): Promise<{ server: Server; url: string }> {
  const page = `<!doctype html><title>School</title><iframe id="lesson" width="1200" height="900" src="${lesson}"></iframe>
    <script>window.told = []; addEventListener("message", ({ data, origin }) => told.push({ data, origin }));</script>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(page));
  return new Promise((settle) =>
    server.listen(0, "127.0.0.1", () =>
      settle({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }),
    ),
  );
}

interface Told {
  readonly data: Record<string, unknown>;
  readonly origin: string;
}

test("in a frame of another page a lesson stands alone and tells that page its result, and nobody else", async () => {
  const begin = `${visiting.url}#view=learn&lesson=advise-the-minister&seat=12`;
  const own = await platform(`${begin}&embed`);
  const foreign = await platform(`${begin}&embed=https%3A%2F%2Fschool.example`);
  const browser: Browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  const play = async (url: string): Promise<{ told: Told[]; code: string }> => {
    const page = await browser.newPage({ viewport: { width: 1240, height: 940 } });
    await page.goto(url);
    const frame = page.frameLocator("#lesson");
    await frame.locator(".learn-choice").first().click();
    expect(await frame.locator(".header").isVisible()).toBe(false);
    expect(await frame.getByRole("button", { name: "All lessons" }).isVisible()).toBe(false);
    const onward = () => frame.locator(".learn-panel [data-key=accent]").click();
    await onward();
    await frame.locator("[data-key=skip]").click();
    await onward();
    await frame.locator(".learn-choice").nth(1).click();
    await onward();
    await onward();
    for (const question of [0, 1, 2]) await frame.locator(`#exit-advise-the-minister-${question}-b`).check();
    await frame.locator(".learn-code", { hasText: /[0-9A-Z]{4}-[0-9A-Z]{4}-/ }).waitFor({ timeout: 120_000 });
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{1,4}){2,3}/.exec((await frame.locator(".learn-code").textContent()) ?? "");
    await page.waitForTimeout(200);
    const told = await page.evaluate(() => (window as unknown as { told: Told[] }).told);
    await page.close();
    return { told, code: code?.[0] ?? "" };
  };
  try {
    const { told, code } = await play(own.url);
    const data = { format: "distretto/result/1", lesson: "advise-the-minister", seat: 12, code, right: 3, of: 3 };
    // Who skips the watching has values all the same.
    expect(resultOf(code, () => ({ scale: 1000, marks: 1 }))).toMatchObject({
      seat: 12,
      marks: null,
      a: expect.closeTo(0.7, 0),
    });
    expect(told).toEqual([{ data, origin: new URL(visiting.url).origin }]);
    // The result is meant for another page than this one.
    expect((await play(foreign.url)).told).toEqual([]);
  } finally {
    await browser.close();
    own.server.close();
    foreign.server.close();
  }
});
