import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { firmLines, firmNameIn } from "./firmWords.ts";

export interface HoverCard {
  readonly root: HTMLElement;
  /** @param at positions in px of all firms */
  readonly show: (firm: number | null, at: Float32Array | null) => void;
  readonly hide: () => void;
}

const GAP = 14;

/** A small card beside the firm under the pointer. It repeats what focus and list say, so it is not read aloud. */
export function hoverCard(store: Store): HoverCard {
  const name = element("p", { class: "hover-name" });
  const lines = element("div", {});
  const root = element("div", { class: "hover-card", attributes: { "aria-hidden": "true" } }, name, lines);
  let shown: number | null = null;
  const hide = (): void => {
    shown = null;
    root.hidden = true;
  };
  hide();
  return {
    root,
    hide,
    show: (firm, at) => {
      const { frame, world } = store.state;
      if (firm === null || at === null || frame === null || world === null) {
        hide();
        return;
      }
      if (firm === shown) return;
      shown = firm;
      name.textContent = firmNameIn(frame, world.opened, firm);
      lines.replaceChildren(...firmLines(frame, firm).map((line) => element("p", {}, line)));
      root.hidden = false;
      const box = root.parentElement;
      const wide = box?.clientWidth ?? 0;
      const high = box?.clientHeight ?? 0;
      const [x, y] = [at[2 * firm], at[2 * firm + 1]];
      const left = x + GAP + root.offsetWidth > wide ? x - GAP - root.offsetWidth : x + GAP;
      const top = y + GAP + root.offsetHeight > high ? y - GAP - root.offsetHeight : y + GAP;
      root.style.left = `${Math.max(2, left)}px`;
      root.style.top = `${Math.max(2, top)}px`;
    },
  };
}
