import type { FileKind, Preview, Problem, Reply } from "../sim/contract.ts";
import type { Shelf } from "./address.ts";
import { Address } from "./address.ts";
import type { ComparerHost } from "./compare/comparing.ts";
import type { Door } from "./door.ts";
import type { ExperimenterHost } from "./experiments/experimenting.ts";
import { partingOf, withValues } from "./course.ts";
import { pastOf, redone, undone } from "./history.ts";
import { NOWHERE } from "./learn/place.ts";
import { FIRST_LINK } from "./link.ts";
import type { Clock } from "./playback.ts";
import { Playback } from "./playback.ts";
import type { EngineHost } from "./requests.ts";
import { Requests } from "./requests.ts";
import type { Look } from "./stage/look.ts";
import type { LayOut } from "./stage/places.ts";
import type { Dialog, Notice, Settings, Step, Store, Subject, Tab, WorldKey } from "./store.ts";
import { SPEEDS } from "./store.ts";
import type { Theme } from "./theme/theme.ts";
import { Worlds } from "./worlds.ts";

/** What the page needs of the machine it is on. */
export interface Outside extends Shelf {
  readonly startEngine: () => EngineHost;
  readonly layOut: LayOut;
  readonly startComparer: () => ComparerHost;
  /** Loads the newer version that waits. */
  readonly takeNewer: () => void;
  /** Speaks another language from now on: the page is loaded again, and goes on where it was. */
  readonly changeLanguage: (language: string) => void;
  readonly startExperimenter: () => ExperimenterHost;
  /** Hands a file to the reader. */
  readonly save: (name: string, content: string, type: string) => void;
  readonly clock: Clock;
  /** Calls back after some ms. */
  readonly later: (call: () => void, ms: number) => void;
  /** Tells the page whose frame this one stands in; an empty origin means its own. Without a frame nobody hears it. */
  readonly tellFrame: (message: object, origin: string) => void;
  /** The page that lessons are put into as one file; null where this page is such a file. */
  readonly lessonTemplate: (() => Promise<string>) | null;
  /** Answers of the concept test, kept in this browser where it may; null forgets. */
  readonly conceptAnswers: { readonly read: () => string | null; readonly write: (answers: string | null) => void };
}

/** What a reader can do: each intent changes the store and asks the engine for what is missing then. */
export class App {
  private readonly requests: Requests;
  private readonly playback: Playback;
  private readonly address: Address;
  /** Files that were dropped on the page and wait for whoever reads them. */
  private files: readonly File[] = [];
  private taker: ((files: readonly File[]) => void) | null = null;

  constructor(
    private readonly store: Store,
    readonly outside: Outside,
  ) {
    const { startEngine, layOut, later } = outside;
    this.requests = new Requests(
      store,
      new Worlds(layOut, (arrival) => store.act({ kind: "arrived", arrival })),
      startEngine,
      later,
    );
    this.playback = new Playback(
      outside.clock,
      () => store.state.speed,
      () => this.playOn(),
    );
    store.watch(
      ({ playing }) => [playing],
      ([playing]) => (playing ? this.playback.start() : this.playback.stop()),
    );
    store.watch(
      ({ replay }) => [replay],
      ([replay]) => {
        if (replay !== null) this.play();
      },
    );
    this.address = new Address(store, outside, (firm) => this.focus(firm));
    this.address.start();
  }

  /** Opens what the link says; where it says nothing, what was open at the last visit. */
  followLink(): void {
    const { fragment, notice } = this.address.next();
    void this.follow(fragment, notice);
  }

  /** Forgets the last visit and begins with the first scenario. */
  startAfresh(): void {
    this.outside.keep(null);
    this.store.act({ kind: "noticed", notice: null });
    this.store.act({ kind: "branched", month: null });
    this.openScenario(FIRST_LINK.scenario);
  }

  private async follow(fragment: string, notice: Notice | null): Promise<void> {
    const { link, key, problems } = await this.address.read(fragment);
    const { view, month } = link;
    this.store.act({ kind: "entered", door: view });
    const { embed } = link.learn;
    if (view === "learn") this.store.act({ kind: "learn", change: { asked: link.learn, embed } });
    if (view === "compare") this.store.act({ kind: "compare", change: { linked: link.asked } });
    this.store.act({ kind: "branched", month: link.branch });
    this.store.act({ kind: "looked", look: { layout: link.layout } });
    this.store.act({ kind: "noticed", notice });
    this.requests.want({ key, month, isLink: true });
    if (problems.length > 0) this.store.act({ kind: "refused", problems });
  }

  /** Another version of the page is there: the reader says when to go over. */
  newerWaits(): void {
    this.store.act({ kind: "noticed", notice: { kind: "newVersion" } });
  }

  play(): void {
    const { world, month } = this.store.state;
    if (world !== null && month >= world.opened.months) this.go(0);
    this.store.act({ kind: "played" });
  }

  pause(): void {
    this.store.act({ kind: "paused" });
    this.requests.work();
  }

  toggle(): void {
    if (this.store.state.playing) this.pause();
    else this.play();
  }

  /** Goes to a month and stays there. */
  go(month: number): void {
    this.store.act({ kind: "paused" });
    this.turnTo(month);
  }

  stepBy(months: number): void {
    this.go(this.store.state.month + months);
  }

  setSpeed(speed: number): void {
    if (SPEEDS.some((known) => known === speed)) this.store.act({ kind: "speed", speed });
  }

  /** Changes levers, from the start or from the branch on. The world is opened anew at the same month. */
  set(changes: Settings): void {
    const { world, opening, branch } = this.store.state;
    if (world === null) return;
    this.step({ key: withValues(world, opening ?? world.key, branch, changes), branch }, null);
  }

  /** Tries other settings in a branch that begins right before a month, and shows that month. */
  tryFrom(month: number, changes: Settings): void {
    this.go(month - 1);
    this.branchHere();
    this.set(changes);
    this.go(month);
  }

  /** Back to what the scenario says, from the start and later. */
  reset(): void {
    const { world } = this.store.state;
    if (world !== null) this.step({ key: { ...world.key, settings: {}, changes: [] }, branch: null }, null);
  }

  /** From now on levers act after the month shown; what was before it stays. */
  branchHere(): void {
    const { world, month } = this.store.state;
    if (world === null) return;
    this.pause();
    this.store.act({ kind: "branched", month });
  }

  /** Levers act from the start again. What was changed later stays changed. */
  leaveBranch(): void {
    this.store.act({ kind: "branched", month: null });
  }

  undo(): void {
    this.travel(undone(this.store.state));
  }

  redo(): void {
    this.travel(redone(this.store.state));
  }

  /** Plays again from the last change on, beside what the world would have been without it. */
  replayLast(): void {
    const { world, past } = this.store.state;
    const before = past.at(-1)?.key;
    if (world === null || before === undefined) return;
    const from = partingOf(before, world.key);
    if (from === null) return;
    this.store.act({ kind: "paused" });
    this.requests.want({ key: world.key, month: from, isLink: false, before });
  }

  endReplay(): void {
    this.store.act({ kind: "replayEnded" });
  }

  /** Plays to the last month at once. */
  runToEnd(): void {
    this.go(this.store.state.world?.opened.months ?? 0);
  }

  openScenario(scenario: string): void {
    this.openAnew({ scenario, seed: undefined, settings: {}, changes: [] });
  }

  /** Opens a scenario of one's own. */
  openDocument(document: object, name: string): void {
    this.openAnew({ scenario: name, document, seed: undefined, settings: {}, changes: [] });
  }

  private openAnew(key: WorldKey): void {
    this.store.act({ kind: "paused" });
    this.step({ key, branch: null }, 0);
  }

  /** Opens a world at a month and waits there. */
  openWorld(key: WorldKey, month: number): void {
    this.store.act({ kind: "paused" });
    this.want(key, month);
  }

  /** Opens the world of an experiment's run at its last month, and tells whether it is the one that the run saw. */
  openRun(key: WorldKey, { run, month, hash }: { run: number; month: number; hash: string }): void {
    this.openDialog(null);
    this.enter("explore");
    this.store.act({ kind: "paused" });
    this.store.act({ kind: "noticed", notice: null });
    this.step({ key, branch: null }, month);
    this.address.expectRun(run, month, hash);
  }

  /** Files dropped on the page: they are handed to the dialog that reads them. */
  dropped(files: readonly File[]): void {
    if (this.taker !== null) return this.taker(files);
    this.files = files;
    this.openDialog("scenarios");
  }

  /** Takes files that are dropped on the page, also those that wait. @returns ends that */
  takeFiles(take: (files: readonly File[]) => void): () => void {
    this.taker = take;
    if (this.files.length > 0) take(this.files);
    this.files = [];
    return () => {
      if (this.taker === take) this.taker = null;
    };
  }

  openSeed(seed: string): void {
    const { world } = this.store.state;
    const { branch } = this.store.state;
    if (world !== null) this.step({ key: { ...world.key, seed }, branch }, null);
  }

  focus(firm: number | null): void {
    this.store.act({ kind: "focused", firm });
    this.requests.work();
  }

  /** Asks about a network or a broker; null leaves it. */
  choose(subject: Subject | null): void {
    this.store.act({ kind: "chose", subject });
    this.requests.work();
  }

  /** What a scenario would be, or what is wrong with it; nothing that is open changes. */
  preview(scenario: string | object): Promise<Reply<Preview>> {
    return this.requests.preview(scenario);
  }

  /** The document of a shipped scenario, to begin one of one's own with. */
  document(name: string): Promise<object | undefined> {
    return this.requests.document(name);
  }

  /** A file of the month shown, as text. */
  file(kind: FileKind): Promise<string> {
    return this.requests.file(kind, this.store.state.month);
  }

  unfold(row: number | null): void {
    this.store.act({ kind: "unfolded", row });
    this.requests.work();
  }

  dismiss(): void {
    this.store.act({ kind: "dismissed" });
  }

  /** The reader has read what the page had to tell; where the link was held back, it may be written now. */
  dismissNotice(): void {
    this.store.act({ kind: "noticed", notice: null });
    this.address.write();
  }

  openDialog(dialog: Dialog | null): void {
    this.store.act({ kind: "dialog", dialog });
  }

  setTheme(theme: Theme): void {
    this.store.act({ kind: "theme", theme });
  }

  enter(door: Door): void {
    this.store.act({ kind: "entered", door });
  }

  /** Opens a lesson at its beginning. */
  openLesson(lesson: string): void {
    this.store.act({ kind: "noticed", notice: null });
    this.store.act({ kind: "learn", change: { asked: { ...NOWHERE, lesson } } });
    this.enter("learn");
  }

  /** Back to the first room, with the reason: another one could not be loaded. */
  couldNotEnter(door: Door, reason: unknown): void {
    const value = reason instanceof Error ? reason.message : String(reason);
    const problem = {
      path: "view",
      value,
      expected: `the room ${door}`,
      mend: "Look at the connection and try again.",
    };
    this.store.act({ kind: "entered", door: "explore" });
    this.store.act({ kind: "refused", problems: [problem] });
  }

  /** Closes a dialog that could not be loaded, with the reason. */
  couldNotShow(dialog: Dialog, reason: unknown): void {
    const value = reason instanceof Error ? reason.message : String(reason);
    const mend = "Look at the connection and try again.";
    this.store.act({ kind: "dialog", dialog: null });
    this.store.act({ kind: "refused", problems: [{ path: dialog, value, expected: "a part of the page", mend }] });
  }

  /** Says what could not be used. */
  refuse(problem: Problem): void {
    this.store.act({ kind: "refused", problems: [problem] });
  }

  setTab(tab: Tab): void {
    this.store.act({ kind: "tab", tab });
    this.requests.work();
  }

  showAllNetworks(all: boolean): void {
    this.store.act({ kind: "allNetworks", all });
  }

  /** Looks at the stage in another way: layout, signs let through, firms picked, camera. */
  look(look: Partial<Look>): void {
    this.store.act({ kind: "looked", look });
  }

  /** Starts another engine and goes on where the last one died. */
  restart(): void {
    const { world, opening } = this.store.state;
    this.requests.renew();
    this.store.act({ kind: "restarted" });
    const key = world?.key ?? opening;
    if (key === null) this.followLink();
    else this.want(key, null);
  }

  /** A change that can be undone. */
  private step(to: Step, month: number | null): void {
    this.store.act({ kind: "stepped", past: pastOf(this.store.state), future: [] });
    this.address.expectNothing();
    this.store.act({ kind: "branched", month: to.branch });
    this.want(to.key, month);
  }

  private travel(travelled: ReturnType<typeof undone>): void {
    if (travelled === null) return;
    const { to, past, future } = travelled;
    this.store.act({ kind: "stepped", past, future });
    this.store.act({ kind: "branched", month: to.branch });
    this.want(to.key, null);
  }

  private want(key: WorldKey, month: number | null): void {
    this.requests.want({ key, month, isLink: false });
  }

  private turnTo(month: number): void {
    this.store.act({ kind: "went", month });
    this.requests.showKept(this.store.state.month);
    this.requests.work();
  }

  /** One month on, where the last one has been drawn. */
  private playOn(): boolean {
    const { frame, month, world } = this.store.state;
    if (world === null || this.requests.isOpening || frame?.month !== month) return false;
    this.turnTo(month + 1);
    return true;
  }

  /** The document as links carry it: null where there is none or it is too large, undefined while it is being packed. */
  packedOf(key: { readonly document?: object | undefined }): string | null | undefined {
    return this.address.packedOf(key);
  }
}
