import type { FileKind } from "../sim/contract.ts";
import type { ComparerHost } from "./compare/comparing.ts";
import type { Door } from "./door.ts";
import { linkText, parseLink } from "./link.ts";
import type { Clock } from "./playback.ts";
import { Playback } from "./playback.ts";
import type { EngineHost } from "./requests.ts";
import { Requests } from "./requests.ts";
import type { Look } from "./stage/look.ts";
import type { LayOut } from "./stage/places.ts";
import type { Settings, Store, Subject, Tab, WorldKey } from "./store.ts";
import { SPEEDS } from "./store.ts";
import type { Theme } from "./theme/theme.ts";
import { Worlds } from "./worlds.ts";

/** What the page needs of the machine it is on. */
export interface Outside {
  readonly startEngine: () => EngineHost;
  readonly layOut: LayOut;
  readonly startComparer: () => ComparerHost;
  /** Hands a file to the reader. */
  readonly save: (name: string, content: string, type: string) => void;
  readonly clock: Clock;
  /** Calls back after some ms. */
  readonly later: (call: () => void, ms: number) => void;
  readonly readLink: () => string;
  readonly writeLink: (fragment: string) => void;
}

/** What a reader can do: each intent changes the store and asks the engine for what is missing then. */
export class App {
  private readonly requests: Requests;
  private readonly playback: Playback;

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
      ({ door, world, month, playing }) => [door, world, month, playing],
      () => this.writeLink(),
    );
  }

  /** Opens what the link says. */
  followLink(): void {
    const { link, problems } = parseLink(this.outside.readLink());
    const { view, scenario, seed, settings, month } = link;
    this.store.act({ kind: "entered", door: view });
    this.requests.want({ key: { scenario, seed, settings }, month, isLink: true });
    if (problems.length > 0) this.store.act({ kind: "refused", problems });
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

  step(months: number): void {
    this.go(this.store.state.month + months);
  }

  setSpeed(speed: number): void {
    if (SPEEDS.some((known) => known === speed)) this.store.act({ kind: "speed", speed });
  }

  /** Changes levers; a value that is the scenario's own is no change. The world is opened anew at the same month. */
  set(changes: Settings): void {
    const { world, opening } = this.store.state;
    if (world === null) return;
    const key = opening ?? world.key;
    const settings = { ...key.settings };
    for (const [path, value] of Object.entries(changes)) {
      if (world.start[path] === value) delete settings[path];
      else settings[path] = value;
    }
    this.want({ ...key, settings }, null);
  }

  reset(): void {
    const { world } = this.store.state;
    if (world !== null) this.want({ ...world.key, settings: {} }, null);
  }

  openScenario(scenario: string): void {
    this.store.act({ kind: "paused" });
    this.want({ scenario, seed: undefined, settings: {} }, 0);
  }

  /** Opens a world at a month and waits there. */
  openWorld(key: WorldKey, month: number): void {
    this.store.act({ kind: "paused" });
    this.want(key, month);
  }

  openSeed(seed: string): void {
    const { world } = this.store.state;
    if (world !== null) this.want({ ...world.key, seed }, null);
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

  setTheme(theme: Theme): void {
    this.store.act({ kind: "theme", theme });
  }

  enter(door: Door): void {
    this.store.act({ kind: "entered", door });
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

  /** The address follows what is on the page, when it comes to rest. */
  private writeLink(): void {
    const { door, world, month, playing } = this.store.state;
    if (world === null || playing) return;
    this.outside.writeLink(linkText({ ...world.key, view: door, month }));
  }
}
