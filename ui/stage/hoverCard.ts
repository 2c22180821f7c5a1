import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { targetLines, targetName } from "./targetWords.ts";
import type { Target } from "./touch.ts";

export interface HoverCard {
  readonly root: HTMLElement;
  /** @param x,y of what is meant, px */
  readonly show: (target: Target | null, x: number, y: number) => void;
  readonly hide: () => void;
}

const GAP = 14;

/** A small card beside what is under the pointer. It repeats what focus and list say, so it is not read aloud. */
export function hoverCard(store: Store): HoverCard {
  const name = element("p", { class: "hover-name" });
  const lines = element("div", {});
  const root = element("div", { class: "hover-card", attributes: { "aria-hidden": "true" } }, name, lines);
  let shown: string | null = null;
  const hide = (): void => {
    shown = null;
    root.hidden = true;
  };
  hide();
  return {
    root,
    hide,
    show: (target, x, y) => {
      const { frame, world } = store.state;
      if (target === null || frame === null || world === null) {
        hide();
        return;
      }
      const id = JSON.stringify(target);
      if (id === shown) return;
      shown = id;
      name.textContent = targetName(target, frame, world.opened);
      lines.replaceChildren(...targetLines(target, frame, world.opened).map((line) => element("p", {}, line)));
      root.hidden = false;
      const box = root.parentElement;
      const wide = box?.clientWidth ?? 0;
      const high = box?.clientHeight ?? 0;
      const left = x + GAP + root.offsetWidth > wide ? x - GAP - root.offsetWidth : x + GAP;
      const top = y + GAP + root.offsetHeight > high ? y - GAP - root.offsetHeight : y + GAP;
      root.style.left = `${Math.max(2, left)}px`;
      root.style.top = `${Math.max(2, top)}px`;
    },
  };
}
