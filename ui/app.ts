import type { Engine, Frame, Problem } from "../sim/contract.ts";
import { Frames } from "./frames.ts";
import { linkText, parseLink } from "./link.ts";
import type { Clock } from "./playback.ts";
import { Playback } from "./playback.ts";
import type { LayoutRequest, Places } from "./stage/places.ts";
import type { OpenWorld, Settings, Store, Tab, WorldKey } from "./store.ts";
import { SPEEDS } from "./store.ts";
import type { Theme } from "./theme/theme.ts";
import { Worlds } from "./worlds.ts";

/** A running engine and its end, whatever it runs in. */
export interface EngineHost {
  readonly engine: Engine;
  /** Resolves with the reason when the engine has died. */
  readonly died: Promise<Error>;
  readonly stop: () => void;
}

/** What the page needs of the machine it is on. */
export interface Outside {
  readonly startEngine: () => EngineHost;
  readonly layOut: (request: LayoutRequest) => Promise<Places>;
  readonly clock: Clock;
  /** Calls back after some ms. */
  readonly later: (call: () => void, ms: number) => void;
  readonly readLink: () => string;
  readonly writeLink: (fragment: string) => void;
}

const FRAME_ROOM = 48e6;
/** Story, series and cards follow the frames at most this often while months are played fast, ms. */
const FOLLOW = 250;
/** Partners of a firm that are read by name. */
const PARTNERS = 6;
/** Above this speed nothing is tweened and the sentence is said less often. */
export const CALM_SPEED = 4;

/**
 * Joins the store to the engine. One request is under way at a time: the next one is chosen when the last has come
 * back, from what the reader wants then, so a fast scrub skips months instead of queueing them.
 */
export class App {
  private host: EngineHost;
  private readonly worlds: Worlds;
  private readonly frames = new Frames(FRAME_ROOM);
  private readonly playback: Playback;
  private wanted: { readonly key: WorldKey; readonly month: number; readonly isLink: boolean } | null = null;
  private isBusy = false;
  /** Counts engines: what an earlier one still brings is dropped. */
  private turn = 0;
  /** The world of the frame on the page. */
  private framedWorld: OpenWorld | null = null;
  /** The month of the card on the page. */
  private cardMonth = -1;
  private networkMonth = -1;
  private canFollow = true;

  constructor(
    private readonly store: Store,
    private readonly outside: Outside,
  ) {
    this.worlds = new Worlds(outside.layOut);
    this.playback = new Playback(
      outside.clock,
      () => store.state.speed,
      () => this.playOn(),
    );
    this.host = this.startHost();
    store.watch(
      ({ playing }) => [playing],
      ([playing]) => (playing ? this.playback.start() : this.playback.stop()),
    );
    store.watch(
      ({ world, month, playing }) => [world, month, playing],
      () => this.writeLink(),
    );
  }

  /** Opens what the link says. */
  followLink(): void {
    const { link, problems } = parseLink(this.outside.readLink());
    const { scenario, seed, settings, month } = link;
    this.want({ scenario, seed, settings }, month, true);
    if (problems.length > 0) this.store.act({ kind: "refused", problems });
  }

  play(): void {
    const { world, month } = this.store.state;
    if (world !== null && month >= world.opened.months) this.go(0);
    this.store.act({ kind: "played" });
  }

  pause(): void {
    this.store.act({ kind: "paused" });
    this.work();
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
    this.want({ ...key, settings }, this.store.state.month, false);
  }

  reset(): void {
    const { world, month } = this.store.state;
    if (world !== null) this.want({ ...world.key, settings: {} }, month, false);
  }

  openScenario(scenario: string): void {
    this.store.act({ kind: "paused" });
    this.want({ scenario, seed: undefined, settings: {} }, 0, false);
  }

  openSeed(seed: string): void {
    const { world, month } = this.store.state;
    if (world !== null) this.want({ ...world.key, seed }, month, false);
  }

  focus(firm: number | null): void {
    this.store.act({ kind: "focused", firm });
    this.work();
  }

  unfold(row: number | null): void {
    this.store.act({ kind: "unfolded", row });
    this.work();
  }

  dismiss(): void {
    this.store.act({ kind: "dismissed" });
  }

  setTheme(theme: Theme): void {
    this.store.act({ kind: "theme", theme });
  }

  setTab(tab: Tab): void {
    this.store.act({ kind: "tab", tab });
  }

  showAllNetworks(all: boolean): void {
    this.store.act({ kind: "allNetworks", all });
  }

  /** Starts another engine and goes on where the last one died. */
  restart(): void {
    const { world, opening, month } = this.store.state;
    this.host.stop();
    this.turn += 1;
    this.isBusy = false;
    this.host = this.startHost();
    this.frames.clear();
    this.store.act({ kind: "restarted" });
    const key = world?.key ?? opening;
    if (key === null) this.followLink();
    else this.want(key, month, false);
  }

  private startHost(): EngineHost {
    const host = this.outside.startEngine();
    void host.died.then((reason) => {
      if (host === this.host) this.fail(reason);
    });
    return host;
  }

  private fail(reason: unknown): void {
    if (this.store.state.stopped !== null) return;
    const words = reason instanceof Error ? reason.message : String(reason);
    this.store.act({ kind: "stopped", reason: words });
  }

  private want(key: WorldKey, month: number, isLink: boolean): void {
    this.wanted = { key, month, isLink };
    this.store.act({ kind: "opening", key });
    this.work();
  }

  private turnTo(month: number): void {
    this.store.act({ kind: "went", month });
    const frame = this.frames.get(this.store.state.month);
    if (frame !== undefined && this.wanted === null) this.showFrame(frame);
    this.work();
  }

  /** One month on, where the last one has been drawn and the next one is there. */
  private playOn(): boolean {
    const { frame, month, world } = this.store.state;
    if (world === null || this.wanted !== null || frame?.month !== month) return false;
    this.turnTo(month + 1);
    return true;
  }

  private work(): void {
    if (this.isBusy || this.store.state.stopped !== null) return;
    const { turn } = this;
    const job = this.nextJob(this.host.engine);
    if (job === null) return;
    this.isBusy = true;
    job()
      .catch((reason: unknown) => {
        if (turn === this.turn) this.fail(reason);
      })
      .finally(() => {
        if (turn !== this.turn) return;
        this.isBusy = false;
        this.work();
      });
  }

  /** What is needed most: another world, this month's frame, what is told beside it, the month to come. */
  private nextJob(engine: Engine): (() => Promise<void>) | null {
    const { state } = this.store;
    if (state.descriptions === null) return () => this.describe(engine);
    if (this.wanted !== null) return () => this.openWanted(engine);
    const { world, month } = state;
    if (world === null) return null;
    if (state.frame?.month !== month || this.framedWorld !== world) return () => this.fetchFrame(engine, world, month);
    const isFast = state.playing && state.speed > CALM_SPEED;
    if (!isFast || this.canFollow) {
      const follow = this.nextToFollow(engine);
      if (follow !== null) return isFast ? () => this.followSlowly(follow) : follow;
    }
    const next = month + 1;
    const isAhead = state.playing && next <= world.opened.months && this.frames.get(next) === undefined;
    return isAhead ? () => this.fetchAhead(engine, world, next) : null;
  }

  private nextToFollow(engine: Engine): (() => Promise<void>) | null {
    const { story, played, focus, reading, month, unfolded, network } = this.store.state;
    // A month that lies back is shown from the longer story: asking for it would play the world to and fro.
    if (story === null || (story.month < played && month === played)) return () => this.tell(engine, month);
    if (focus !== null && (reading?.card.firm !== focus || this.cardMonth !== month))
      return () => this.readCard(engine, focus, month);
    const isUnread = unfolded !== null && (network?.card.row !== unfolded || this.networkMonth !== month);
    return isUnread ? () => this.readNetwork(engine, unfolded, month) : null;
  }

  private async followSlowly(follow: () => Promise<void>): Promise<void> {
    this.canFollow = false;
    this.outside.later(() => {
      this.canFollow = true;
      this.work();
    }, FOLLOW);
    await follow();
  }

  private async describe(engine: Engine): Promise<void> {
    this.store.act({ kind: "described", descriptions: await engine.describe() });
  }

  private async openWanted(engine: Engine): Promise<void> {
    const { wanted } = this;
    if (wanted === null) return;
    const opening = await this.worlds.open(engine, wanted.key);
    const isLatest = this.wanted === wanted;
    if (isLatest) this.wanted = null;
    if (opening.ok) {
      this.frames.clear();
      this.cardMonth = this.networkMonth = -1;
      const month = Math.min(wanted.month, opening.world.opened.months);
      if (isLatest) this.store.act({ kind: "opened", world: opening.world, month });
      return;
    }
    const { world, problems } = this.store.state;
    this.store.act({
      kind: "refused",
      problems: wanted.isLink ? [...problems, ...opening.problems] : opening.problems,
    });
    // Where nothing is open yet, or the engine holds something else, fall back to what can be shown.
    if (!isLatest || (world !== null && opening.holds === "before")) return;
    const key = world?.key ?? this.withoutProblems(wanted.key, opening.problems);
    if (key !== null) this.wanted = { key, month: wanted.month, isLink: true };
  }

  /** What is left of a world that was refused; null where nothing is. */
  private withoutProblems(key: WorldKey, problems: readonly Problem[]): WorldKey | null {
    const paths = new Set(problems.map(({ path }) => path));
    const first = this.store.state.descriptions?.scenarios[0]?.name;
    const kept = Object.entries(key.settings).filter(([path]) => !paths.has(path));
    if (kept.length < Object.keys(key.settings).length) return { ...key, settings: Object.fromEntries(kept) };
    if (paths.has("seed") && key.seed !== undefined) return { ...key, seed: undefined };
    if (first === undefined || key.scenario === first) return null;
    return { scenario: first, seed: undefined, settings: {} };
  }

  private async fetchFrame(engine: Engine, world: OpenWorld, month: number): Promise<void> {
    const frame = this.frames.get(month) ?? (await engine.frame(month));
    if (this.store.state.world !== world) return;
    this.frames.put(frame);
    if (this.store.state.month === month) this.showFrame(frame);
  }

  private async fetchAhead(engine: Engine, world: OpenWorld, month: number): Promise<void> {
    const frame = await engine.frame(month);
    if (this.store.state.world === world) this.frames.put(frame);
  }

  private showFrame(frame: Frame): void {
    this.framedWorld = this.store.state.world;
    this.store.act({ kind: "framed", frame });
  }

  private async tell(engine: Engine, month: number): Promise<void> {
    const { world } = this.store.state;
    const story = await engine.story(month);
    const series = await engine.series(month);
    if (this.store.state.world === world) this.store.act({ kind: "told", story, series });
  }

  private async readCard(engine: Engine, firm: number, month: number): Promise<void> {
    const { world } = this.store.state;
    const card = await engine.firm(firm, month);
    const partners = [];
    for (const { firm: partner } of card.partners.slice(0, PARTNERS)) partners.push(await engine.firm(partner, month));
    if (this.store.state.world !== world) return;
    this.cardMonth = month;
    this.store.act({ kind: "read", reading: { card, partners } });
  }

  private async readNetwork(engine: Engine, row: number, month: number): Promise<void> {
    const { world } = this.store.state;
    const card = await engine.network(row, month);
    const members = [];
    for (const firm of card.members) members.push(await engine.firm(firm, month));
    if (this.store.state.world !== world) return;
    this.networkMonth = month;
    this.store.act({ kind: "networked", card, members });
  }

  /** The address follows what is on the page, when it comes to rest. */
  private writeLink(): void {
    const { world, month, playing } = this.store.state;
    if (world === null || playing) return;
    this.outside.writeLink(linkText({ ...world.key, month }));
  }
}
