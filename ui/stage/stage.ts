import type { Palette } from "../theme/theme.ts";
import type { Camera, Pan, Size } from "./camera.ts";
import { cameraOf, project } from "./camera.ts";
import type { Painter } from "./painter.ts";
import type { Painted, Painting } from "./painting.ts";
import type { Places } from "./places.ts";
import type { Touchable } from "./touch.ts";
import { NOTHING_TO_TOUCH } from "./touch.ts";

const LAYERS = 3;

/** What draws: a worker, or the page itself where its browser cannot hand canvases over. */
interface Hand {
  readonly paint: (painting: Painting) => Promise<Painted>;
  readonly stop: () => void;
}

/**
 * The stage on a page: canvases to be put into a box that is positioned. It is told what has changed and draws it, one
 * picture at a time; what changes meanwhile is joined into the next one, so a fast run skips months instead of queueing
 * them. Knows nothing of the page's state: any room may have one or several.
 */
export class Stage {
  readonly canvases: readonly HTMLCanvasElement[];
  private readonly hand: Promise<Hand>;
  private waiting: Painting = {};
  private isDue = false;
  private isBusy = false;
  private isOver = false;
  private places: Places | null = null;
  private size: Size = { width: 0, height: 0 };
  private pan: Pan = { k: 1, x: 0, y: 0 };
  private at: Float32Array | null = null;
  /** What of the last picture can be touched, apart from firms. */
  touch: Touchable = NOTHING_TO_TOUCH;

  /** @param onPainted is told of every picture of a month */
  constructor(private readonly onPainted: (painted: Painted) => void = () => undefined) {
    this.canvases = Array.from({ length: LAYERS }, () => {
      const canvas = document.createElement("canvas");
      canvas.setAttribute("aria-hidden", "true");
      return canvas;
    });
    this.hand = handFor(this.canvases);
  }

  /** Positions in px of all firms, x and y of each, for the pointer; null before there are places. */
  get positions(): Float32Array | null {
    const { places, size } = this;
    if (places === null || size.width === 0) return null;
    return (this.at ??= project(places, cameraOf(places, size, this.pan)));
  }

  get camera(): Camera | null {
    return this.places === null || this.size.width === 0 ? null : cameraOf(this.places, this.size, this.pan);
  }

  /** Tells what has changed since the last picture. */
  show(painting: Painting): void {
    if (painting.places !== undefined) this.places = painting.places;
    if (painting.size !== undefined) this.size = painting.size;
    if (painting.pan !== undefined) this.pan = painting.pan;
    if (painting.places !== undefined || painting.size !== undefined || painting.pan !== undefined) this.at = null;
    this.waiting = { ...this.waiting, ...painting };
    if (this.isDue) return;
    this.isDue = true;
    void Promise.resolve().then(() => this.work());
  }

  /** In the colours of the theme that is worn now. */
  dress(palette: Palette): void {
    this.show({ palette });
  }

  /** Ends its worker; the canvases stay as they are. */
  stop(): void {
    this.isOver = true;
    void this.hand.then(({ stop }) => stop());
  }

  private async work(): Promise<void> {
    if (this.isBusy || this.isOver) return;
    this.isBusy = true;
    const { paint } = await this.hand;
    while (this.isDue && !this.isOver) {
      const painting = this.waiting;
      this.waiting = {};
      this.isDue = false;
      const painted = await paint(painting);
      if (painted.touch !== undefined) this.touch = painted.touch;
      this.onPainted(painted);
    }
    this.isBusy = false;
  }
}

async function handFor(canvases: readonly HTMLCanvasElement[]): Promise<Hand> {
  const canHandOver = typeof OffscreenCanvas === "function" && "transferControlToOffscreen" in canvases[0];
  return canHandOver ? workerHand(canvases) : pageHand(canvases);
}

function workerHand(canvases: readonly HTMLCanvasElement[]): Hand {
  const worker = new Worker(new URL("./stageWorker.ts", import.meta.url), { type: "module", name: "stage" });
  const easel = canvases.map((canvas) => canvas.transferControlToOffscreen());
  worker.postMessage({ canvases: easel }, easel);
  let answer: (painted: Painted) => void = () => undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<Painted>) => answer(data));
  // A picture that fails must not hold up the next one.
  worker.addEventListener("error", () => answer({ month: -1, ms: 0 }));
  return {
    paint: (painting) =>
      new Promise((resolve) => {
        answer = resolve;
        worker.postMessage(painting);
      }),
    stop: () => worker.terminate(),
  };
}

async function pageHand(canvases: readonly HTMLCanvasElement[]): Promise<Hand> {
  const module = await import("./painter.ts");
  const painter: Painter = new module.Painter(canvases);
  document.fonts.addEventListener("loadingdone", () => painter.refresh());
  return { paint: (painting) => Promise.resolve(painter.paint(painting)), stop: () => undefined };
}
