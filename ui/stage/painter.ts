import type { Frame } from "../../sim/contract.ts";
import type { Palette } from "../theme/theme.ts";
import type { Camera, Pan, Size } from "./camera.ts";
import { cameraOf, project } from "./camera.ts";
import { drawFirms } from "./drawFirms.ts";
import { measurer } from "./drawLabels.ts";
import type { Layer } from "./layers.ts";
import { fit, layer, wipe } from "./layers.ts";
import type { Changes } from "./moving.ts";
import { changesBetween, drawMoving } from "./moving.ts";
import { Outlines } from "./outlines.ts";
import { paintNames, paintStill } from "./paint.ts";
import type { Painted, Painting } from "./painting.ts";
import type { Ruler } from "./pen.ts";
import type { Places } from "./places.ts";
import type { Memory, Scene, Setting, Wish } from "./scene.ts";
import { newMemory, PLAIN_WISH, sceneOf } from "./scene.ts";
import type { Signs } from "./signs.ts";
import { detailOf, signsFitting } from "./signs.ts";
import type { StageWords } from "./tags.ts";
import { touchableOf } from "./touch.ts";
import { PART } from "./tempo.ts";

/** Least time between two pictures of a fade, ms. */
const BETWEEN_PICTURES = 28;

/** What a scene stands in: camera, detail, positions in px. */
export function settingOf(
  places: Places,
  outlines: Outlines,
  camera: Camera,
  size: Size,
  signs: Signs,
  words: StageWords,
  ruler: Ruler,
  palette: Palette,
): Setting {
  const spacing = places.spacing * camera.scale;
  return {
    places,
    camera,
    size,
    signs: signsFitting(signs, spacing),
    detail: detailOf(spacing),
    at: project(places, camera),
    outlines,
    words,
    measure: measurer(ruler, signs, palette.font),
  };
}

/**
 * Draws the stage on three canvases: what stands still (drawn once a month), what moves between two months, and the
 * names. Works in a worker and on the page alike.
 */
export class Painter {
  private readonly still: Layer;
  private readonly moving: Layer;
  private readonly names: Layer;
  private places: Places | null = null;
  private outlines: Outlines | null = null;
  private setting: Setting | null = null;
  private scene: Scene | null = null;
  private memory: Memory = newMemory();
  private size: Size = { width: 0, height: 0 };
  private density = 1;
  private signs: Signs | null = null;
  private palette: Palette | null = null;
  private words: StageWords | null = null;
  private pan: Pan = { k: 1, x: 0, y: 0 };
  private frame: Frame | null = null;
  private wish: Wish = PLAIN_WISH;
  /** The scene that was last told. */
  private told: Scene | null = null;
  private tick = 0;
  /** Whether firms are on their way to other places. */
  private isGliding = false;

  constructor(canvases: readonly (HTMLCanvasElement | OffscreenCanvas)[]) {
    [this.still, this.moving, this.names] = canvases.map(layer);
  }

  paint(painting: Painting): Painted {
    const start = performance.now();
    const { places, size, density, signs, palette, words, pan, frame, wish, pace = 0, glide = 0 } = painting;
    const before = this.scene;
    if (places !== undefined && places !== this.places) {
      this.places = places;
      this.outlines = places === null ? null : new Outlines(places);
      this.forget();
    }
    if (size !== undefined || density !== undefined) {
      this.size = size ?? this.size;
      this.density = density ?? this.density;
      for (const one of [this.still, this.moving, this.names]) fit(one, this.size, this.density);
      this.forget();
    }
    this.signs = signs ?? this.signs;
    this.palette = palette ?? this.palette;
    this.words = words ?? this.words;
    if (signs !== undefined || palette !== undefined || words !== undefined) this.forget();
    if (pan !== undefined) {
      this.pan = pan;
      this.setting = null;
      this.memory = { ...newMemory(), labels: this.memory.labels, stood: this.memory.stood };
    }
    if (frame !== undefined) this.frame = frame;
    this.wish = wish ?? this.wish;
    const after = this.compose();
    const isLookedAt = [places, size, density, signs, palette, pan].some((part) => part !== undefined);
    // What comes while firms are on their way is shown when they have arrived.
    if (this.isGliding && !isLookedAt) return this.painted(start);
    const isMoved = before !== null && after !== null && before.setting.places !== after.setting.places;
    if (isMoved && glide > 0 && before.setting.at.length === after.setting.at.length) {
      this.glide(before.setting.at, after, glide);
      return this.painted(start);
    }
    const follows = before !== null && after !== null && before.setting === after.setting && pace > 0;
    if (follows && after.frame.month === before.frame.month + 1) {
      this.move(changesBetween(before, after), Math.min(PART, pace / 3));
    } else this.paintAll();
    return this.painted(start);
  }

  private painted(start: number): Painted {
    const ms = performance.now() - start;
    if (this.scene === null || this.scene === this.told) return { month: this.scene?.frame.month ?? -1, ms };
    this.told = this.scene;
    return { month: this.scene.frame.month, ms, touch: touchableOf(this.scene) };
  }

  /** Firms on their way from one layout to the other; everything else comes when they are there. */
  private glide(from: Float32Array, after: Scene, time: number): void {
    cancelAnimationFrame(this.tick);
    const { palette } = this;
    if (palette === null) return;
    wipe(this.still, this.density);
    wipe(this.names, this.density);
    this.isGliding = true;
    const start = performance.now();
    const at = new Float32Array(from.length);
    const setting = { ...after.setting, at, detail: "few" } as const;
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / time));
      if (share === 1 || this.scene === null || this.scene.setting.places !== after.setting.places) {
        this.paintAll();
        return;
      }
      const way = share * share * (3 - 2 * share);
      for (let k = 0; k < at.length; k++) at[k] = from[k] + (after.setting.at[k] - from[k]) * way;
      wipe(this.moving, this.density);
      drawFirms(this.moving.pen, { ...this.scene, setting }, palette, () => true, 1);
      this.tick = requestAnimationFrame(step);
    };
    step(start);
  }

  /** Measures all words anew, when their font has come. */
  refresh(): void {
    this.forget();
    this.compose();
    if (!this.isGliding) this.paintAll();
  }

  private forget(): void {
    this.setting = null;
    this.memory = { ...newMemory(), stood: this.memory.stood };
  }

  private compose(): Scene | null {
    const { frame, places, outlines, size, signs, palette, words } = this;
    const isReady = frame !== null && places !== null && outlines !== null && size.width > 0;
    if (!isReady || signs === null || palette === null || words === null) return (this.scene = null);
    const camera = cameraOf(places, size, this.pan);
    this.setting ??= settingOf(places, outlines, camera, size, signs, words, this.names.pen, palette);
    return (this.scene = sceneOf(frame, this.setting, this.wish, this.memory));
  }

  /** Everything at once. */
  private paintAll(): void {
    cancelAnimationFrame(this.tick);
    this.isGliding = false;
    this.paintStill();
    wipe(this.moving, this.density);
    this.paintNames();
  }

  private paintStill(changes?: Changes): void {
    wipe(this.still, this.density);
    if (this.scene === null || this.palette === null) return;
    if (changes === undefined) paintStill(this.still.pen, this.scene, this.palette);
    else {
      const network = (row: number): boolean => !changes.rows.has(row);
      paintStill(this.still.pen, unbroken(this.scene, changes), this.palette, network, (i) => !changes.firms.has(i));
    }
  }

  private paintNames(): void {
    wipe(this.names, this.density);
    if (this.scene !== null && this.palette !== null) paintNames(this.names.pen, this.scene, this.palette);
  }

  private move(changes: Changes, part: number): void {
    cancelAnimationFrame(this.tick);
    this.paintStill(changes);
    this.paintNames();
    const start = performance.now();
    let last = -Infinity;
    const step = (now: number): void => {
      const parts = Math.min(3, Math.max(0, (now - start) / part));
      if (parts === 3 || this.palette === null) {
        this.paintStill();
        wipe(this.moving, this.density);
        return;
      }
      // About thirty pictures a second are enough for a fade, and leave time for the months.
      if (now - last >= BETWEEN_PICTURES) {
        last = now;
        wipe(this.moving, this.density);
        drawMoving(this.moving.pen, changes, parts, this.palette);
      }
      this.tick = requestAnimationFrame(step);
    };
    step(start);
  }
}

/** The same scene with ties whose gap is yet to open drawn whole. */
function unbroken(scene: Scene, { broken }: Changes): Scene {
  if (broken.length === 0) return scene;
  const count = scene.frame.conduct.length;
  const fresh = new Set<number>();
  for (let k = 0; k < broken.length; k += 2) fresh.add(broken[k] * count + broken[k + 1]);
  const ties = scene.ties.map((style) => {
    const pairs = [...style.pairs];
    const gaps: number[] = [];
    for (let k = 0; k < style.broken.length; k += 2) {
      const [from, to] = [style.broken[k], style.broken[k + 1]];
      (fresh.has(from * count + to) ? pairs : gaps).push(from, to);
    }
    return { ...style, pairs, broken: gaps };
  });
  return { ...scene, ties };
}
