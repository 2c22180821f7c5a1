import type { Frame } from "../../sim/contract.ts";
import type { Palette } from "../theme/theme.ts";
import type { Camera, Pan, Size } from "./camera.ts";
import { cameraOf, project } from "./camera.ts";
import { fillContour, strokeContour } from "./drawContours.ts";
import { drawBrokers, drawFirms, drawSpokes } from "./drawFirms.ts";
import { drawFocus, drawLabels, measurer } from "./drawLabels.ts";
import { drawTies } from "./drawTies.ts";
import { fit, layer, wipe } from "./layers.ts";
import type { Changes } from "./moving.ts";
import { changesBetween, drawMoving, PART } from "./moving.ts";
import { Outlines } from "./outlines.ts";
import type { Places } from "./places.ts";
import type { Focus, Memory, Scene, Setting, StageWords } from "./scene.ts";
import { sceneOf } from "./scene.ts";
import type { Signs } from "./signs.ts";
import { detailOf } from "./signs.ts";

/** Least time between two pictures of a fade, ms. */
const BETWEEN_PICTURES = 28;

/**
 * The drawing of the stage on three canvases: what stands still (drawn once a month), what moves between two months,
 * and the labels.
 */
export class Stage {
  readonly canvases: readonly HTMLCanvasElement[];
  private readonly still = layer();
  private readonly moving = layer();
  private readonly names = layer();
  private places: Places | null = null;
  private outlines: Outlines | null = null;
  private setting: Setting | null = null;
  private scene: Scene | null = null;
  private memory: Memory = { labels: new Map(), brokers: new Map() };
  private size: Size = { width: 0, height: 0 };
  private signs: Signs;
  private palette: Palette;
  private pan: Pan = { k: 1, x: 0, y: 0 };
  private frame: Frame | null = null;
  private focus: Focus | null = null;
  private tick = 0;

  constructor(
    private readonly words: StageWords,
    signs: Signs,
    palette: Palette,
  ) {
    this.signs = signs;
    this.palette = palette;
    this.canvases = [this.still.canvas, this.moving.canvas, this.names.canvas];
  }

  /** Positions in px of all firms, for the pointer; null before there is a world. */
  get positions(): Float32Array | null {
    return this.setting?.at ?? null;
  }

  place(places: Places | null): void {
    this.places = places;
    this.outlines = places === null ? null : new Outlines(places);
    this.forget();
  }

  resize(size: Size, signs: Signs): void {
    this.size = size;
    this.signs = signs;
    for (const one of [this.still, this.moving, this.names]) fit(one, size);
    this.forget();
  }

  dress(palette: Palette): void {
    this.palette = palette;
    this.forget();
  }

  look(pan: Pan): void {
    this.pan = pan;
    this.setting = null;
    this.memory = { labels: this.memory.labels, brokers: new Map() };
    this.redraw();
  }

  /**
   * Shows a month.
   * @param pace how long the three parts of the change may take together, in ms; 0 for at once
   */
  show(frame: Frame | null, focus: Focus | null, pace: number): void {
    const before = this.scene;
    this.frame = frame;
    this.focus = focus;
    const after = this.compose();
    const follows = before !== null && after !== null && before.setting === after.setting && pace > 0;
    if (!follows || after.frame.month !== before.frame.month + 1) this.paint();
    else this.move(changesBetween(before, after), Math.min(PART, pace / 3));
  }

  private forget(): void {
    this.setting = null;
    this.memory = { labels: new Map(), brokers: new Map() };
    this.redraw();
  }

  private redraw(): void {
    this.compose();
    this.paint();
  }

  private compose(): Scene | null {
    const { frame, places, outlines, size } = this;
    if (frame === null || places === null || outlines === null || size.width === 0) return (this.scene = null);
    this.setting ??= this.set(places, outlines, cameraOf(places, size, this.pan));
    return (this.scene = sceneOf(frame, this.setting, this.focus, this.memory));
  }

  private set(places: Places, outlines: Outlines, camera: Camera): Setting {
    const { size, signs, words } = this;
    const measure = measurer(this.names.pen, signs, this.palette.font);
    const detail = detailOf(places.spacing * camera.scale);
    return { places, camera, size, signs, detail, at: project(places, camera), outlines, words, measure };
  }

  /** Everything at once. */
  private paint(): void {
    cancelAnimationFrame(this.tick);
    wipe(this.moving);
    this.paintStill(
      () => true,
      () => true,
    );
    this.paintNames();
  }

  private paintStill(network: (row: number) => boolean, firm: (i: number) => boolean): void {
    wipe(this.still);
    if (this.scene === null) return;
    const { pen } = this.still;
    const { outlines, ties, brokers, frame, setting } = this.scene;
    const still = outlines.filter(({ row }) => network(row));
    for (const outline of still) fillContour(pen, outline, this.palette);
    drawTies(pen, ties, setting.at, setting.signs.tie, this.palette);
    for (const outline of still) strokeContour(pen, outline, this.palette);
    drawSpokes(pen, brokers, this.palette);
    drawFirms(pen, frame, setting.at, setting.signs, setting.detail, this.palette, firm);
    drawBrokers(pen, brokers, setting.signs.broker, this.palette);
  }

  private paintNames(): void {
    wipe(this.names);
    if (this.scene === null) return;
    drawFocus(this.names.pen, this.scene, this.palette);
    drawLabels(this.names.pen, this.scene, this.palette);
  }

  private move(changes: Changes, part: number): void {
    cancelAnimationFrame(this.tick);
    this.paintStill(
      (row) => !changes.rows.has(row),
      (i) => !changes.firms.has(i),
    );
    this.paintNames();
    const start = performance.now();
    let last = -Infinity;
    const step = (now: number): void => {
      const parts = Math.min(3, Math.max(0, (now - start) / part));
      // About thirty pictures a second are enough for a fade, and leave time for the months.
      if (parts === 3 || now - last >= BETWEEN_PICTURES) {
        last = now;
        wipe(this.moving);
        drawMoving(this.moving.pen, changes, parts, this.palette);
      }
      if (parts < 3) this.tick = requestAnimationFrame(step);
    };
    step(start);
  }
}
