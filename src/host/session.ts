import type {
  BrokerCard,
  Descriptions,
  Engine,
  FileKind,
  FirmCard,
  Frame,
  NetworkCard,
  OpenRequest,
  Opened,
  Preview,
  Problem,
  Reply,
  Series,
  Story,
  Union,
} from "../../sim/contract.ts";
import type { Catalogue, MainMemory, Model, Resolved, Snapshot, World } from "../../sim/index.ts";
import {
  GAUGES,
  MEASURES,
  MeasureLog,
  Run,
  brokerCard,
  describe,
  firmCard,
  frameOf,
  networkCard,
  phasesByMonth,
  resolve,
  storyOf,
  unionOf,
} from "../../sim/index.ts";
import { monthFile } from "./monthFiles.ts";
import { openedOf } from "./opened.ts";
import { previewOf } from "./preview.ts";

/** The model that a page can show. */
const SHOWN = "distretto";

/** Months between snapshots: going back means restoring one and playing at most so many months again. */
const BETWEEN_SNAPSHOTS = 12;
/** Bytes of snapshots that a session keeps; beyond them only the start is kept, and going back is slower. */
const SNAPSHOT_ROOM = 300e6;
/** Time to play before the worker looks after its messages, ms. */
const SLICE = 12;

/** Gives messages that wait, such as a ping, their turn. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

function bytesOf(snapshot: Snapshot): number {
  let bytes = 0;
  for (const copies of [snapshot.tables, snapshot.memory]) {
    for (const copy of Object.values(copies)) for (const column of copy.columns.values()) bytes += column.byteLength;
  }
  return bytes;
}

/** What can be worked out month by month. */
const OBSERVABLE = [...MEASURES, ...GAUGES];

function gaugesOf(ids: readonly string[]): typeof OBSERVABLE {
  return OBSERVABLE.filter(({ id }) => ids.includes(id));
}

/** The problem of the first id that names nothing that can be observed. */
function unknownOf(ids: readonly string[]): Problem | undefined {
  const unknown = ids.find((id) => !OBSERVABLE.some((gauge) => gauge.id === id));
  if (unknown === undefined) return undefined;
  return { path: "watch", value: unknown, expected: "ids of measures", mend: "Leave it out." };
}

/** One open world, played to any month that is asked for: snapshots plus replay. Served as it is or through a worker. */
export class Session implements Engine {
  private run: Run | undefined;
  private resolved: Resolved | undefined;
  /** Values of the watched measures, month by month. */
  private log = new MeasureLog([]);
  private readonly snapshots: Snapshot[] = [];
  private snapshotBytes = 0;
  /** Requests wait for each other, so that one never finds the world in the middle of another's months. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly catalogue: Catalogue) {}

  async describe(): Promise<Descriptions> {
    return describe(this.shownModel(), this.catalogue);
  }

  open(request: OpenRequest): Promise<Reply<Opened>> {
    return this.inTurn(async () => {
      const { scenario, settings, changes, without, acts, watch } = request;
      const resolved = resolve(scenario, { settings, changes, without, acts }, this.catalogue);
      if (!resolved.ok) return resolved;
      const unsuitable = this.problemOf(resolved.value) ?? unknownOf(watch ?? []);
      if (unsuitable) return { ok: false, problems: [unsuitable] };
      this.run = new Run(resolved.value.plan);
      this.resolved = resolved.value;
      this.log = new MeasureLog(gaugesOf(watch ?? []));
      this.log.note(this.run.world, this.run.memory);
      this.snapshots.length = 0;
      this.snapshotBytes = 0;
      this.keep();
      return { ok: true, value: openedOf(resolved.value, this.world) };
    });
  }

  frame(month: number): Promise<Frame> {
    return this.at(month, (run) => frameOf(this.world, this.log.at(run.month)));
  }

  story(month: number): Promise<Story> {
    return this.at(month, ({ memory, plan }) =>
      storyOf(this.world, memory as MainMemory, plan.settings, plan.months, plan.changes),
    );
  }

  union(): Promise<Union> {
    return this.at(Infinity, ({ memory }) => unionOf(memory as MainMemory));
  }

  series(month: number): Promise<Series> {
    return this.at(month, (run) => ({
      ...this.log.upTo(run.month),
      phases: phasesByMonth(run.memory as MainMemory, run.month),
    }));
  }

  watch(ids: readonly string[]): Promise<readonly Problem[]> {
    return this.inTurn(async () => {
      const unknown = unknownOf(ids);
      if (unknown) return [unknown];
      const run = this.opened();
      if (ids.every((id) => this.log.ids.includes(id))) return [];
      this.log = new MeasureLog(gaugesOf([...this.log.ids, ...ids]));
      const { month } = run;
      run.restore(this.snapshots[0]);
      this.log.note(run.world, run.memory);
      await this.goTo(month);
      return [];
    });
  }

  firm(firm: number, month: number): Promise<FirmCard> {
    return this.at(month, ({ memory }) => firmCard(this.world, memory as MainMemory, firm));
  }

  network(row: number, month: number): Promise<NetworkCard> {
    return this.at(month, ({ memory }) => networkCard(this.world, memory as MainMemory, row));
  }

  broker(broker: number, month: number): Promise<BrokerCard> {
    return this.at(month, ({ plan }) => brokerCard(this.world, broker, Number(plan.settings["brokers"]["effort"])));
  }

  file(kind: FileKind, month: number): Promise<string> {
    return this.at(kind === "run.json" ? Infinity : month, (run) => {
      if (this.resolved === undefined) throw new Error("No world is open.");
      return monthFile(kind, run, this.resolved);
    });
  }

  async preview(scenario: string | object): Promise<Reply<Preview>> {
    return previewOf(scenario, this.catalogue);
  }

  async document(name: string): Promise<object | undefined> {
    return this.catalogue.scenarios.get(name);
  }

  hash(month: number): Promise<string> {
    return this.at(month, (run) => run.hash());
  }

  async ping(): Promise<void> {}

  private get world(): World {
    return this.opened().world as World;
  }

  private opened(): Run {
    if (this.run === undefined) throw new Error("No world is open.");
    return this.run;
  }

  private shownModel(): Model {
    const model = this.catalogue.models.get(SHOWN);
    if (model === undefined) throw new Error(`There is no model ${SHOWN}.`);
    return model;
  }

  /** What keeps a resolved scenario from being shown, although it could be run headless. */
  private problemOf({ plan, name }: Resolved): Problem | undefined {
    if (plan.model.id === SHOWN) return undefined;
    return {
      path: "scenario",
      value: name,
      expected: "a scenario of the main model",
      mend: "Reference models run on the command line.",
    };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private at<T>(month: number, look: (run: Run) => T): Promise<T> {
    return this.inTurn(async () => {
      await this.goTo(month);
      return look(this.opened());
    });
  }

  private keep(): void {
    const run = this.opened();
    if (this.snapshots.some((snapshot) => snapshot.month === run.month)) return;
    if (this.snapshotBytes > SNAPSHOT_ROOM) return;
    const snapshot = run.snapshot();
    this.snapshots.push(snapshot);
    this.snapshotBytes += bytesOf(snapshot);
  }

  /** Plays or goes back to the end of a month; months beyond the horizon mean its end. */
  private async goTo(month: number): Promise<void> {
    const run = this.opened();
    const wanted = Math.max(0, Math.min(month, run.plan.months));
    if (wanted < run.month) {
      const before = this.snapshots.filter((snapshot) => snapshot.month <= wanted);
      run.restore(before.reduce((best, snapshot) => (snapshot.month > best.month ? snapshot : best)));
    }
    let since = performance.now();
    while (run.month < wanted) {
      run.step();
      this.log.note(run.world, run.memory);
      if (run.month % BETWEEN_SNAPSHOTS === 0) this.keep();
      if (performance.now() - since < SLICE) continue;
      await pause();
      since = performance.now();
    }
  }
}
