import type { Engine, Problem } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import type { ComparerHost } from "../compare/comparing.ts";
import type { EngineHost } from "../requests.ts";
import type { Store } from "../store.ts";
import { answerBy, findGroup, findInvitation, playRound } from "./byHand.ts";
import type { Lesson, Step } from "./lesson.ts";
import { LESSONS, STEPS, lessonOf } from "./lesson.ts";
import type { Place } from "./place.ts";
import { NOWHERE } from "./place.ts";
import { resultMessage } from "./result.ts";
import type { LearnState } from "./state.ts";
import { NOTHING_LEARNT } from "./state.ts";
import { seedOf, studyOf, worldsOf } from "./study.ts";

/** Worlds of each arm that are played for the dots. */
const WORLDS = 20;
/** Worlds that are played where only the result code needs one: fewer make no reading. */
const FEWEST = 2;

/** What a reader can do in a lesson: each intent changes the slice and asks an engine of the lesson's own. */
export class Learning {
  private host: EngineHost | null = null;
  private comparer: ComparerHost | null = null;
  /** Counts lessons: what an earlier one still brings is dropped. */
  private turn = 0;

  constructor(
    private readonly store: Store,
    private readonly app: App,
  ) {
    // A page that was loaded again goes on in its lesson.
    const { lesson, invitation, group } = store.state.learn;
    const open = lessonOf(lesson);
    if (open !== null && invitation === undefined && group === undefined) void this.prepare(open);
  }

  get state(): LearnState {
    return this.store.state.learn;
  }

  /** Opens a lesson at its beginning; null leads back to the list. */
  open(name: string | null): void {
    const { seat, embed } = this.state;
    this.enter({ ...NOWHERE, lesson: name, seat, embed });
  }

  /** Whether the lesson of a link is open already, with what was done in it: a page that was loaded again goes on. */
  isAt({ lesson, page, seat, seats }: Place): boolean {
    const now = this.state;
    return lesson !== null && lesson === now.lesson && page === now.page && seat === now.seat && seats === now.seats;
  }

  /** Goes where a link leads. */
  enter(place: Place): void {
    this.turn += 1;
    void this.comparer?.stop();
    const lesson = lessonOf(place.lesson);
    const { page, seat, seats, embed } = place;
    const exit = lesson?.exit.map(() => null) ?? [];
    const isBeside = page === "class" || page === "join" || page === "concepts";
    this.change({
      ...NOTHING_LEARNT,
      lesson: lesson?.name ?? null,
      page: lesson === null && !isBeside ? "lesson" : page,
      exit,
      seat,
      seats,
      embed,
    });
    if (lesson === null && place.lesson !== null) this.app.refuse(unknownLesson(place.lesson));
    if (lesson !== null && !isBeside) void this.prepare(lesson);
  }

  /** Takes a seat in the class and begins. */
  sit(lesson: string, seat: number): void {
    this.enter({ ...NOWHERE, lesson, seat, embed: this.state.embed });
  }

  /** Shows the teacher's page of a class. */
  teach(lesson: string | null, seats: number): void {
    this.enter({ ...NOWHERE, page: "class", lesson, seats });
  }

  /** Shows the concept test, which is about all lessons. */
  testConcepts(): void {
    this.enter({ ...NOWHERE, page: "concepts" });
  }

  /** All terms of the field; on a phone the header has no room for the way there. */
  showTerms(): void {
    this.app.openDialog("glossary");
  }

  show(page: LearnState["page"]): void {
    this.change({ page });
  }

  /** Goes to a step that has been reached, or one further. */
  go(step: Step): void {
    const at = STEPS.indexOf(step);
    const { reached } = this.state;
    if (at > reached + 1) return;
    this.change({ step, reached: Math.max(reached, at) });
    if (step === "watch") this.watch(this.state.arm);
  }

  next(): void {
    const step = STEPS[STEPS.indexOf(this.state.step) + 1];
    if (step !== undefined) this.go(step);
  }

  /** Says yes or no for the firm that was asked. */
  answer(joins: boolean): void {
    const { lesson, invitation, seat } = this.state;
    const act = lessonOf(lesson)?.act;
    if (act?.kind !== "answer" || invitation === null || invitation === undefined) return;
    void this.busy(async (engine) => {
      return { outcome: await answerBy(engine, act, seedOf(seat), invitation, joins) };
    });
  }

  /** Pays or skips for one round. */
  pay(pays: boolean): void {
    const { lesson, group, choices, rounds, seat } = this.state;
    const act = lessonOf(lesson)?.act;
    if (act?.kind !== "pay" || group === null || group === undefined || choices.length >= act.rounds) return;
    const more = [...choices, pays];
    void this.busy(async (engine) => {
      const round = await playRound(engine, act, seedOf(seat), group, more);
      return { choices: more, rounds: [...rounds, round] };
    });
  }

  choose(plan: string): void {
    this.change({ plan });
  }

  guess(guess: string): void {
    this.change({ guess });
  }

  keepGuess(): void {
    this.change({ guessed: true });
    this.next();
  }

  /** Keeps a number, or the points of a line. */
  keepMarks(marks: readonly number[]): void {
    this.change({ marks });
    this.keepGuess();
  }

  skipGuess(): void {
    this.change({ guess: null, marks: null });
    this.keepGuess();
  }

  sure(sure: LearnState["sure"]): void {
    this.change({ sure });
  }

  /** Puts one of the two places on the stage. */
  watch(arm: "a" | "b"): void {
    const { lesson, seat } = this.state;
    const watched = lessonOf(lesson)?.watch;
    if (watched === undefined) return;
    this.change({ arm });
    const { scenario, settings } = watched[arm];
    this.app.openWorld(
      { scenario, seed: seedOf(seat), settings: { ...settings, months: watched.months }, changes: [] },
      0,
    );
  }

  explain(explained: string): void {
    this.change({ explained });
  }

  /** Answers a question at the end; after the last one the result is there, with the reader's own world in it. */
  check(question: number, option: string): void {
    this.change({ exit: this.state.exit.map((given, k) => (k === question ? option : given)) });
    void this.finish();
  }

  private async finish(): Promise<void> {
    const lesson = lessonOf(this.state.lesson);
    if (lesson === null || this.state.exit.includes(null)) return;
    const { turn } = this;
    if (this.state.worlds === null) await this.playWorlds(FEWEST);
    const { embed, worlds } = this.state;
    if (turn !== this.turn || embed === null || worlds?.running) return;
    this.app.outside.tellFrame(resultMessage(lesson, this.state), embed);
  }

  /** Plays worlds of both arms, off the page's thread. */
  async playWorlds(count = WORLDS): Promise<void> {
    const lesson = lessonOf(this.state.lesson);
    if (lesson === null) return;
    const { turn } = this;
    this.change({
      worlds: { done: 0, of: count * 2, a: [], b: [], running: true, isForCode: count === FEWEST },
      failed: null,
    });
    try {
      const comparer = (this.comparer ??= this.app.outside.startComparer());
      const reply = await comparer.compare(studyOf(lesson, this.state.seat, count), ({ worlds: done, of }, reading) => {
        if (turn !== this.turn || this.state.worlds === null) return;
        const found = worldsOf(lesson, reading, this.state.worlds);
        this.change({ worlds: { ...this.state.worlds, ...found, done, of } });
      });
      if (turn !== this.turn || this.state.worlds === null) return;
      const found = worldsOf(lesson, reply.ok ? reply.value : null, this.state.worlds);
      this.change({ worlds: { ...this.state.worlds, ...found, running: false } });
      if (!reply.ok)
        this.change({ failed: reply.problems.map(({ path, expected }) => `${path}: ${expected}`).join("; ") });
    } catch (reason) {
      this.comparer?.end();
      this.comparer = null;
      if (turn !== this.turn) return;
      this.change({ worlds: null, failed: reason instanceof Error ? reason.message : String(reason) });
    }
  }

  stopWorlds(): void {
    void this.comparer?.stop();
  }

  /** Leaves for the first room with this lesson's world. */
  playFreely(): void {
    this.watch("a");
    this.app.enter("explore");
  }

  private async prepare({ act }: Lesson): Promise<void> {
    const seed = seedOf(this.state.seat);
    if (act.kind === "answer")
      await this.busy(async (engine) => ({ invitation: await findInvitation(engine, act, seed) }));
    else if (act.kind === "pay") await this.busy(async (engine) => ({ group: await findGroup(engine, act, seed) }));
  }

  /** Asks the lesson's engine, one thing at a time. */
  private async busy(work: (engine: Engine) => Promise<Partial<LearnState>>): Promise<void> {
    if (this.state.busy) return;
    const { turn } = this;
    this.change({ busy: true, failed: null });
    try {
      const change = await work((this.host ??= this.app.outside.startEngine()).engine);
      if (turn === this.turn) this.change({ ...change, busy: false });
    } catch (reason) {
      if (turn !== this.turn) return;
      this.host?.stop();
      this.host = null;
      this.change({ busy: false, failed: reason instanceof Error ? reason.message : String(reason) });
    }
  }

  private change(change: Partial<LearnState>): void {
    this.store.act({ kind: "learn", change });
  }
}

function unknownLesson(name: string): Problem {
  const expected = LESSONS.map((lesson) => lesson.name).join(", ");
  return { path: "lesson", value: name, expected, mend: "Choose one from the list." };
}
