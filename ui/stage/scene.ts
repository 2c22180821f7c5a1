import type { Frame } from "../../sim/contract.ts";
import type { BrokerMark } from "./brokers.ts";
import { placeBrokers } from "./brokers.ts";
import type { Camera, Size } from "./camera.ts";
import type { Measured } from "./candidates.ts";
import { Clutter } from "./clutter.ts";
import type { Contrast } from "./contrast.ts";
import type { EventMark } from "./happenings.ts";
import { eventsOnStage } from "./happenings.ts";
import type { Label, LabelKind } from "./labels.ts";
import { placeLabels } from "./labels.ts";
import { labelRequests, NEAR } from "./labelRequests.ts";
import type { Outline, Outlines } from "./outlines.ts";
import type { BuyerMark, PortMark } from "./outside.ts";
import { placeBuyers, placePorts } from "./outside.ts";
import { placeFlags } from "./flags.ts";
import type { Places } from "./places.ts";
import type { Sieve, Sign } from "./sieve.ts";
import { sieveOf } from "./sieve.ts";
import type { Detail, Signs } from "./signs.ts";
import type { Point } from "./spanningTree.ts";
import type { StageWords } from "./tags.ts";
import { tieStyles } from "./ties.ts";
import type { TieStyle } from "./ties.ts";
import type { TownSign } from "./townSigns.ts";
import { townSigns } from "./townSigns.ts";

export interface Focus {
  readonly firm: number;
  /** Name, then one number. */
  readonly lines: readonly string[];
}

/** What the reader wants to see of a month. */
export interface Wish {
  readonly focus: Focus | null;
  /** Entries of the key that are pressed; none lets everything through. */
  readonly signs: readonly Sign[];
  /** Firms that were picked together. */
  readonly picked: readonly number[];
  /** A network or a broker that is asked about, by its row. */
  readonly subject: { readonly kind: "network" | "broker"; readonly row: number } | null;
  /** Drawn beside another option: difference instead of conduct. */
  readonly contrast: Contrast | null;
}

export const PLAIN_WISH: Wish = { focus: null, signs: [], picked: [], subject: null, contrast: null };

/** What was decided for the last scene and should not change without need. */
export interface Memory {
  labels: ReadonlyMap<string, number>;
  readonly brokers: Map<string, Point>;
  /** Where networks stood when last seen, in layout units, by row. */
  readonly stood: Map<number, Point>;
}

export function newMemory(): Memory {
  return { labels: new Map(), brokers: new Map(), stood: new Map() };
}

export interface Setting {
  readonly places: Places;
  readonly camera: Camera;
  readonly size: Size;
  readonly signs: Signs;
  readonly detail: Detail;
  /** Positions in px, x and y of each firm. */
  readonly at: Float32Array;
  readonly outlines: Outlines;
  readonly words: StageWords;
  readonly measure: (lines: readonly string[], kind: LabelKind) => Measured;
}

/** One month, ready to be drawn. */
export interface Scene {
  readonly frame: Frame;
  readonly setting: Setting;
  readonly wish: Wish;
  readonly sieve: Sieve;
  readonly ties: readonly TieStyle[];
  readonly outlines: readonly Outline[];
  readonly brokers: readonly BrokerMark[];
  readonly buyers: readonly BuyerMark[];
  readonly ports: readonly PortMark[];
  /** Where a flag says that a network's project runs. */
  readonly flags: readonly Point[];
  readonly events: readonly EventMark[];
  readonly towns: readonly TownSign[];
  readonly labels: readonly Label[];
}

const FIRM_COST = [5, 7, 9] as const;
const IDLE_COST = 3;
const CONTOUR_COST = 7;
const SPOKE_COST = 3;
const SQUARE_COST = 40;
const FLAG_COST = 20;
/** Points of a diamond or square that a label should not cover, in half widths. */
const CORNERS = [
  [0, 0],
  [0.9, 0],
  [-0.9, 0],
  [0, 0.9],
  [0, -0.9],
] as const;
const SPOKE_STEP = 8;
/** Nearer than this, in px between neighbours, all networks of a town lie on one spot: its disc counts them instead. */
const LEAST_SPACING = 1.2;

export function sceneOf(frame: Frame, setting: Setting, wish: Wish, memory: Memory): Scene {
  const { size, signs, detail, camera, places, at, words } = setting;
  const sieve = sieveOf(wish.signs);
  const isContrast = wish.contrast !== null;
  const all = setting.outlines.of(frame, camera);
  const isTold = detail === "towns" && places.spacing * camera.scale < LEAST_SPACING;
  const passes = ({ phase, isRunning }: Outline): boolean => sieve.phase(phase) && sieve.network(isRunning);
  const outlines = isTold ? [] : isContrast ? all : all.filter(passes);
  const towns = detail === "towns" ? townSigns(frame, places.region, places, camera) : [];

  const firms =
    detail === "towns" ? townClutter(towns) : isContrast ? placeClutter(setting) : firmClutter(frame, setting);
  const lines = new Clutter();
  for (const { rings } of outlines) for (const { x, y } of rings.flat()) lines.add(x, y, CONTOUR_COST);
  const buyers = isContrast || !sieve.buyers ? [] : placeBuyers(frame, places, camera, size);
  const ports = isContrast || !sieve.ports ? [] : placePorts(frame, all, size);
  for (const mark of [...buyers, ...ports]) cover(lines, mark, signs.buyer / 2);
  const brokers = isContrast
    ? []
    : placeBrokers(frame, all, [firms, lines], size, signs.broker, memory.brokers).filter(({ state }) =>
        sieve.broker(state !== "left"),
      );
  for (const broker of brokers) coverBroker(lines, broker, signs.broker);
  const isFar = isContrast || detail === "towns" || detail === "few";
  const flags = isFar || !sieve.running ? [] : placeFlags(outlines);
  for (const { x, y } of flags) lines.add(x, y - signs.flag, FLAG_COST);
  // Without room for words a cross would say nothing.
  const isMute = isFar || !sieve.refused || !(signs.words || camera.zoom > NEAR);
  const events = isMute ? [] : eventsOnStage(frame, outlines, at, camera, memory.stood, words);

  const requests = labelRequests(setting, { outlines, brokers, buyers, ports, events, towns, wish });
  // Side by side, names stand in the same places: what differs must not move them.
  const labels = placeLabels(requests, isContrast ? [firms] : [firms, lines], size, memory.labels);
  memory.labels = new Map(labels.map(({ id, choice }) => [id, choice]));
  for (const { row, middle } of all) {
    memory.stood.set(row, { x: (middle.x - camera.left) / camera.scale, y: (middle.y - camera.top) / camera.scale });
  }
  const ties = detail === "towns" && wish.focus === null ? [] : tieStyles(frame, detail, wish, sieve);
  return { frame, setting, wish, sieve, ties, outlines, brokers, buyers, ports, flags, events, towns, labels };
}

function firmClutter(frame: Frame, { at }: Setting): Clutter {
  const clutter = new Clutter();
  frame.conduct.forEach((conduct, i) => {
    if (conduct === 0) return;
    clutter.add(at[2 * i], at[2 * i + 1], conduct === 1 ? IDLE_COST : FIRM_COST[frame.size[i]]);
  });
  return clutter;
}

/** Every firm's place, whatever it does: the same in two worlds of the same firms. */
function placeClutter({ at }: Setting): Clutter {
  const clutter = new Clutter();
  for (let i = 0; i < at.length; i += 2) clutter.add(at[i], at[i + 1], IDLE_COST);
  return clutter;
}

function townClutter(towns: readonly TownSign[]): Clutter {
  const clutter = new Clutter();
  for (const { x, y, across, down } of towns) {
    for (const [dx, dy] of CORNERS) clutter.add(x + dx * across, y + dy * down, SQUARE_COST);
  }
  return clutter;
}

function cover(clutter: Clutter, { x, y }: Point, half: number): void {
  for (const [dx, dy] of CORNERS) clutter.add(x + dx * half, y + dy * half, SQUARE_COST);
}

function coverBroker(clutter: Clutter, broker: BrokerMark, half: number): void {
  const { x, y, spokes } = broker;
  cover(clutter, broker, half);
  for (const end of spokes) {
    const length = Math.hypot(end.x - x, end.y - y);
    for (let far = SPOKE_STEP; far < length; far += SPOKE_STEP) {
      const share = far / length;
      clutter.add(x + (end.x - x) * share, y + (end.y - y) * share, SPOKE_COST);
    }
  }
}
