import type { Engine, FileKind, Frame, Preview, Problem, Reply, Series } from "../sim/contract.ts";
import { Frames } from "./frames.ts";
import type { OpenWorld, Store, Subject, WorldKey } from "./store.ts";
import { CALM_SPEED } from "./store.ts";
import type { Worlds } from "./worlds.ts";
import { CHARTED } from "./charted.ts";

/** A running engine and its end, whatever it runs in. */
export interface EngineHost {
  readonly engine: Engine;
  /** Resolves with the reason when the engine has died. */
  readonly died: Promise<Error>;
  readonly stop: () => void;
}

/** A world that was asked for. */
interface Wanted {
  readonly key: WorldKey;
  /** The month to open it at, or null for the one the reader is at. */
  readonly month: number | null;
  /** Whether what is refused adds to what a link was refused for. */
  readonly isLink: boolean;
  /** The world before the last change, where both are to be held against each other from the month on. */
  readonly before?: WorldKey;
}

const FRAME_ROOM = 48e6;
/** Story, series and cards follow the frames at most this often while months are played fast, ms. */
const FOLLOW = 250;
/** Partners of a firm that are read by name. */
const PARTNERS = 6;

/**
 * What the page asks of the engine. One request is under way at a time: the next one is chosen when the last has come
 * back, from what the reader wants then, so a fast scrub skips months instead of queueing them.
 */
export class Requests {
  private host: EngineHost;
  private readonly frames = new Frames(FRAME_ROOM);
  private wanted: Wanted | null = null;
  private isBusy = false;
  /** Counts engines: what an earlier one still brings is dropped. */
  private turn = 0;
  /** The world of the frame on the page. */
  private framedWorld: OpenWorld | null = null;
  /** The world whose engine works out what the charts show. */
  private chartedWorld: OpenWorld | null = null;
  /** The months of the firm's and the network's cards on the page. */
  private cardMonth = -1;
  private networkMonth = -1;
  private canFollow = true;

  constructor(
    private readonly store: Store,
    private readonly worlds: Worlds,
    private readonly startEngine: () => EngineHost,
    private readonly later: (call: () => void, ms: number) => void,
  ) {
    this.host = this.startHost();
  }

  /** Whether another world is on its way. */
  get isOpening(): boolean {
    return this.wanted !== null;
  }

  want(wanted: Wanted): void {
    this.wanted = wanted;
    this.store.act({ kind: "opening", key: wanted.key });
    this.work();
  }

  /** Shows a month at once where it was fetched lately. */
  showKept(month: number): void {
    const frame = this.frames.get(month);
    if (frame !== undefined && this.wanted === null) this.showFrame(frame);
  }

  /** A file of a month. The engine takes it in its turn, between what the page itself asks for. */
  file(kind: FileKind, month: number): Promise<string> {
    return this.host.engine.file(kind, month);
  }

  /** What a scenario would be, or what is wrong with it. */
  preview(scenario: string | object): Promise<Reply<Preview>> {
    return this.host.engine.preview(scenario);
  }

  /** The document of a shipped scenario. */
  document(name: string): Promise<object | undefined> {
    return this.host.engine.document(name);
  }

  /** Another engine in the place of one that has died. */
  renew(): void {
    this.host.stop();
    this.turn += 1;
    this.isBusy = false;
    this.host = this.startHost();
    this.frames.clear();
    this.chartedWorld = null;
  }

  private startHost(): EngineHost {
    const host = this.startEngine();
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

  /** Asks for what is needed most, and goes on until nothing is. */
  work(): void {
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
    if (!state.playing && state.story !== null && state.hash?.month !== month) {
      return this.nextToFollow(engine) ?? (() => this.readHash(engine, month));
    }
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
    const { world, story, focus, reading, month, unfolded, network } = this.store.state;
    // A month that lies back is shown from the longer story: asking for it would play the world to and fro.
    if (story === null || story.month < month) return () => this.tell(engine, month);
    if (focus !== null && (reading?.card.firm !== focus || this.cardMonth !== month))
      return () => this.readCard(engine, focus, month);
    const { subject, chosen, tab } = this.store.state;
    const isKnown = chosen?.kind === subject?.kind && chosen?.month === month;
    if (subject !== null && !isKnown && this.isThere(subject)) return () => this.learn(engine, subject, month);
    if (tab === "charts" && this.chartedWorld !== world) return () => this.watch(engine, month);
    const isUnread = unfolded !== null && (network?.card.row !== unfolded || this.networkMonth !== month);
    const isReadable = unfolded !== null && this.isThere({ kind: "network", row: unfolded });
    return isUnread && isReadable ? () => this.readNetwork(engine, unfolded, month) : null;
  }

  private async followSlowly(follow: () => Promise<void>): Promise<void> {
    this.canFollow = false;
    this.later(() => {
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
    const before = wanted.before === undefined ? undefined : await this.courseOf(engine, wanted.before);
    const opening = await this.worlds.open(engine, wanted.key);
    const isLatest = this.wanted === wanted;
    if (isLatest) this.wanted = null;
    if (opening.ok) {
      this.frames.clear();
      this.cardMonth = this.networkMonth = -1;
      const month = Math.min(wanted.month ?? this.store.state.month, opening.world.opened.months);
      const replay = before === undefined ? undefined : { from: month, before };
      if (isLatest) this.store.act({ kind: "opened", world: opening.world, month, replay });
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

  /** The watched measures of another world, to its last month; undefined where it cannot be opened. */
  private async courseOf(engine: Engine, key: WorldKey): Promise<Series | undefined> {
    const opening = await this.worlds.open(engine, key);
    return opening.ok ? engine.series(opening.world.opened.months) : undefined;
  }

  /** What is left of a world that was refused; null where nothing is. */
  private withoutProblems(key: WorldKey, problems: readonly Problem[]): WorldKey | null {
    const paths = new Set(problems.map(({ path }) => path));
    const first = this.store.state.descriptions?.scenarios[0]?.name;
    const kept = Object.entries(key.settings).filter(([path]) => !paths.has(path));
    if (kept.length < Object.keys(key.settings).length) return { ...key, settings: Object.fromEntries(kept) };
    const changes = key.changes.map(({ month, settings }) => ({
      month,
      settings: Object.fromEntries(Object.entries(settings).filter(([path]) => !paths.has(`at.${month}.${path}`))),
    }));
    const countOf = (all: typeof changes) => all.reduce((sum, { settings }) => sum + Object.keys(settings).length, 0);
    if (countOf(changes) < countOf([...key.changes])) return { ...key, changes };
    if (paths.has("changes")) return { ...key, changes: [] };
    if (paths.has("seed") && key.seed !== undefined) return { ...key, seed: undefined };
    if (first === undefined || (key.scenario === first && key.document === undefined)) return null;
    return { scenario: first, seed: undefined, settings: {}, changes: [] };
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

  /** Whether a network or a broker exists in the month shown. */
  private isThere({ kind, row }: Subject): boolean {
    const { story, frame, month } = this.store.state;
    if (kind === "broker") return row < (frame?.brokers.length ?? 0);
    return (story?.networks.find((network) => network.row === row)?.phases[0]?.from ?? Infinity) <= month;
  }

  private async learn(engine: Engine, { kind, row }: Subject, month: number): Promise<void> {
    const { world } = this.store.state;
    if (kind === "broker") {
      const card = await engine.broker(row, month);
      if (this.store.state.world === world) this.store.act({ kind: "learnt", chosen: { kind, month, card } });
      return;
    }
    const card = await engine.network(row, month);
    const members = [];
    for (const firm of card.members) members.push(await engine.firm(firm, month));
    if (this.store.state.world === world) this.store.act({ kind: "learnt", chosen: { kind, month, card, members } });
  }

  /** Works out what the charts need, once they are looked at: the dearer of it costs as much as the months themselves. */
  private async watch(engine: Engine, month: number): Promise<void> {
    const { world } = this.store.state;
    await engine.watch(CHARTED);
    if (this.store.state.world !== world) return;
    this.chartedWorld = world;
    await this.tell(engine, Math.max(month, this.store.state.story?.month ?? month));
  }

  /** What the link carries, so that a later version can tell whether the world is still the same. */
  private async readHash(engine: Engine, month: number): Promise<void> {
    const { world } = this.store.state;
    const text = await engine.hash(month);
    if (this.store.state.world === world) this.store.act({ kind: "hashed", month, text });
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
}
