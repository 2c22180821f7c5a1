import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Store } from "../store.ts";

/** Undo and redo of levers, branches, worlds and scenarios. */
export function historyButtons(store: Store, app: App): HTMLElement {
  const button = (name: "undo" | "redo", act: () => void): HTMLButtonElement => {
    const words = text(`history.${name}`);
    const traits = { type: "button", "aria-label": words, title: words };
    return element("button", { class: "icon-button", attributes: traits, on: { click: act } }, icon(name, 22));
  };
  const undo = button("undo", () => app.undo());
  const redo = button("redo", () => app.redo());
  store.watch(
    ({ past, future }) => [past, future],
    ([past, future]) => {
      undo.disabled = past.length === 0;
      redo.disabled = future.length === 0;
    },
  );
  return element("div", { class: "history" }, undo, redo);
}
