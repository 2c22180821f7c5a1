import type { Frame, Phase } from "../../sim/contract.ts";
import type { BrokerMark } from "./brokers.ts";
import { placeBrokers } from "./brokers.ts";
import type { Camera, Size } from "./camera.ts";
import { brokerPlaces, focusPlaces, tagPlaces, townPlaces } from "./candidates.ts";
import type { Measured } from "./candidates.ts";
import { Clutter } from "./clutter.ts";
import type { Label, LabelKind, LabelRequest } from "./labels.ts";
import { placeLabels } from "./labels.ts";
import type { Outline, Outlines } from "./outlines.ts";
import type { Places } from "./places.ts";
import type { Detail, Signs } from "./signs.ts";
import type { Point } from "./spanningTree.ts";
import { tieStyles } from "./ties.ts";
import type { TieStyle } from "./ties.ts";

/** All words on the stage, in the reader's language. */
export interface StageWords {
  readonly town: (region: number) => string;
  readonly tag: (row: number, phase: Phase) => string;
  readonly shortTag: (row: number, phase: Phase) => string;
  readonly broker: string;
  readonly brokerLeft: string;
  readonly seeking: (count: number) => string;
}

export interface Focus {
  readonly firm: number;
  /** Name, then one number. */
  readonly lines: readonly string[];
}

/** What was decided for the last scene and should not change without need. */
export interface Memory {
  labels: ReadonlyMap<string, number>;
  readonly brokers: Map<string, Point>;
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
  readonly ties: readonly TieStyle[];
  readonly outlines: readonly Outline[];
  readonly brokers: readonly BrokerMark[];
  readonly labels: readonly Label[];
  readonly focus: Focus | null;
}

const FIRM_COST = [5, 7, 9] as const;
const IDLE_COST = 3;
const CONTOUR_COST = 7;
const SPOKE_COST = 3;
const BROKER_COST = 40;
/** Points of a diamond that a label should not cover, in half widths. */
const DIAMOND = [
  [0, 0],
  [0.9, 0],
  [-0.9, 0],
  [0, 0.9],
  [0, -0.9],
] as const;
const SPOKE_STEP = 8;
/** A tag that would cover this much is left out; the list and the pointer still tell it. */
const LIMIT = 260;

export function sceneOf(frame: Frame, setting: Setting, focus: Focus | null, memory: Memory): Scene {
  const { size, signs, detail } = setting;
  const outlines = setting.outlines.of(frame, setting.camera);
  const firms = firmClutter(frame, setting);
  const lines = new Clutter();
  for (const { rings } of outlines) for (const { x, y } of rings.flat()) lines.add(x, y, CONTOUR_COST);
  const brokers = placeBrokers(frame, outlines, [firms, lines], size, signs.broker, memory.brokers);
  for (const broker of brokers) coverBroker(lines, broker, signs.broker);
  const requests = labelRequests(setting, outlines, brokers, focus);
  const labels = placeLabels(requests, [firms, lines], size, memory.labels);
  memory.labels = new Map(labels.map(({ id, choice }) => [id, choice]));
  return { frame, setting, ties: tieStyles(frame, detail, focus?.firm ?? -1), outlines, brokers, labels, focus };
}

function firmClutter(frame: Frame, { at }: Setting): Clutter {
  const clutter = new Clutter();
  frame.conduct.forEach((conduct, i) => {
    if (conduct === 0) return;
    clutter.add(at[2 * i], at[2 * i + 1], conduct === 1 ? IDLE_COST : FIRM_COST[frame.size[i]]);
  });
  return clutter;
}

function coverBroker(clutter: Clutter, { x, y, spokes }: BrokerMark, half: number): void {
  for (const [dx, dy] of DIAMOND) clutter.add(x + dx * half, y + dy * half, BROKER_COST);
  for (const end of spokes) {
    const length = Math.hypot(end.x - x, end.y - y);
    for (let far = SPOKE_STEP; far < length; far += SPOKE_STEP) {
      const share = far / length;
      clutter.add(x + (end.x - x) * share, y + (end.y - y) * share, SPOKE_COST);
    }
  }
}

/** In the order in which they choose: brokers, focus, towns, tags. */
function labelRequests(
  setting: Setting,
  outlines: readonly Outline[],
  brokers: readonly BrokerMark[],
  focus: Focus | null,
): LabelRequest[] {
  const { places, camera, signs, detail, words, measure, at } = setting;
  const requests: LabelRequest[] = [];
  const name = (mark: BrokerMark | undefined, id: string, label: string): void => {
    if (mark === undefined) return;
    const candidates = brokerPlaces(measure([label], "broker"), mark, signs.broker);
    requests.push({ id, kind: "broker", candidates, limit: LIMIT });
  };
  if (signs.words) {
    name(
      brokers.find(({ state }) => state === "serving"),
      "broker",
      words.broker,
    );
    name(
      brokers.find(({ state }) => state === "left"),
      "broker left",
      words.brokerLeft,
    );
  }
  const seeking = brokers.filter(({ state }) => state === "seeking");
  name(seeking[seeking.length - 1], "seeking", words.seeking(seeking.length));

  if (focus !== null) {
    const point = { x: at[2 * focus.firm], y: at[2 * focus.firm + 1] };
    const candidates = focusPlaces(measure(focus.lines, "focus"), point, signs.firm[2] + 4.5);
    requests.push({ id: "focus", kind: "focus", candidates, limit: Infinity });
  }
  if (signs.towns || camera.zoom > 1.5) {
    places.towns.forEach((town, k) => {
      const candidates = townPlaces(measure([words.town(k)], "town"), town, camera);
      requests.push({ id: `town ${k}`, kind: "town", candidates, limit: Infinity });
    });
  }
  for (const outline of detail === "towns" ? [] : outlines) {
    const short = measure([words.shortTag(outline.row, outline.phase)], "tag");
    const long = measure([words.tag(outline.row, outline.phase)], "tag");
    const wordy = detail !== "few" && (signs.words || camera.zoom > 1.5);
    const candidates = wordy ? tagPlaces(long, short, outline) : tagPlaces(short, undefined, outline);
    requests.push({ id: `tag ${outline.row}`, kind: "tag", candidates, limit: LIMIT });
  }
  return requests;
}
