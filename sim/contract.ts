/**
 * What anyone outside may ask of the engine: types only. The same contract is served in-process, by a browser worker
 * and by a Node worker, so a view never knows which one it speaks to. Everything here crosses a worker's boundary:
 * plain objects and typed arrays, no classes, no functions.
 */
import type { BrokerCard, FirmCard, NetworkCard } from "./contract/cards.ts";
import type { Descriptions } from "./contract/descriptions.ts";
import type { FileKind } from "./contract/files.ts";
import type { Frame, Series, Story, Union } from "./contract/months.ts";
import type { OpenRequest, Opened, Preview } from "./contract/opening.ts";
import type { Reply } from "./contract/reply.ts";
import type { Problem } from "./kernel/problem.ts";

export type * from "./contract/cards.ts";
export type * from "./contract/comparing.ts";
export type * from "./contract/descriptions.ts";
export type * from "./contract/experimenting.ts";
export type * from "./contract/files.ts";
export type * from "./contract/months.ts";
export type * from "./contract/opening.ts";
export type * from "./contract/spreading.ts";
export type { Reply } from "./contract/reply.ts";
export type { Parameter, Value } from "./kernel/params.ts";
export type { Problem } from "./kernel/problem.ts";
export type { Act } from "./world/byHand.ts";

/** One open world, asked step by step. Months may be asked for in any order. */
export interface Engine {
  describe(): Promise<Descriptions>;
  /** Opens a world; one that was open before is dropped. Firms keep their rows for the same scenario, seed and size. */
  open(request: OpenRequest): Promise<Reply<Opened>>;
  /** The world at the end of a month (0 is the start), played or rewound to as needed. */
  frame(month: number): Promise<Frame>;
  story(month: number): Promise<Story>;
  /** Groups over the whole horizon; plays to the end once. */
  union(): Promise<Union>;
  /** The watched measures and the networks in each phase, month by month. */
  series(month: number): Promise<Series>;
  firm(firm: number, month: number): Promise<FirmCard>;
  network(row: number, month: number): Promise<NetworkCard>;
  broker(broker: number, month: number): Promise<BrokerCard>;
  /**
   * Works out more measures and gauges from now on; months that have been played are played once more. What is observed
   * changes nothing in the world. Returns the problems of ids that do not exist, and then watches none of them.
   */
  watch(ids: readonly string[]): Promise<readonly Problem[]>;
  /** A file of a month; `run.json` is of the last month, whichever is asked for. */
  file(kind: FileKind, month: number): Promise<string>;
  /** What a scenario would be, or what is wrong with it; the open world stays open. */
  preview(scenario: string | object): Promise<Reply<Preview>>;
  /** The document of a shipped scenario; undefined where there is none of that name. */
  document(name: string): Promise<object | undefined>;
  /** State hash at the end of a month. */
  hash(month: number): Promise<string>;
  /** Answers at once, also while months are being played: a sign of life. */
  ping(): Promise<void>;
}
