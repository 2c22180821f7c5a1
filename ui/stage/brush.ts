import type { App } from "../app.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import type { Stage } from "./stage.ts";

/** A drag shorter than this is a click, px. */
const LEAST = 4;

/** Firms in a box, in business this month. @param at x and y of each in px */
export function firmsIn(
  at: Float32Array,
  conduct: Uint8Array,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): number[] {
  const firms: number[] = [];
  for (let i = 0; i < conduct.length; i++) {
    const [x, y] = [at[2 * i], at[2 * i + 1]];
    if (conduct[i] > 0 && x >= left && x <= right && y >= top && y <= bottom) firms.push(i);
  }
  return firms;
}

/** A drag with Shift held, or after "Pick firms", draws a box; the firms in it are picked. */
export function brush(glass: HTMLElement, stage: Stage, store: Store, app: App): void {
  const box = element("div", { class: "brush", attributes: { "aria-hidden": "true" } });
  box.hidden = true;
  glass.append(box);
  let start: { readonly x: number; readonly y: number } | null = null;
  let isDrawn = false;
  const place = (event: PointerEvent): { x: number; y: number } => {
    const { left, top } = glass.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const edges = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  });
  // Before the lens hears of it: a drag that picks does not pan.
  glass.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || !(event.shiftKey || glass.classList.contains("glass-picking"))) return;
      start = place(event);
      isDrawn = false;
      glass.setPointerCapture(event.pointerId);
    },
    true,
  );
  glass.addEventListener(
    "mousedown",
    (event) => {
      if (start !== null) event.stopImmediatePropagation();
    },
    true,
  );
  glass.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const { left, top, right, bottom } = edges(start, place(event));
    isDrawn ||= right - left > LEAST || bottom - top > LEAST;
    box.hidden = !isDrawn;
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    box.style.width = `${right - left}px`;
    box.style.height = `${bottom - top}px`;
  });
  const end = (event: PointerEvent): void => {
    if (start === null) return;
    const { positions } = stage;
    const { frame } = store.state;
    const area = edges(start, place(event));
    start = null;
    box.hidden = true;
    if (!isDrawn || positions === null || frame === null || event.type === "pointercancel") return;
    app.look({ picked: firmsIn(positions, frame.conduct, area) });
  };
  glass.addEventListener("pointerup", end);
  glass.addEventListener("pointercancel", end);
  // The click that ends a drag is not a click on a firm.
  glass.addEventListener(
    "click",
    (event) => {
      if (!isDrawn) return;
      isDrawn = false;
      event.stopImmediatePropagation();
    },
    true,
  );
}
