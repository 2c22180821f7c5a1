import "./export.css";
import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Store } from "../store.ts";
import type { ExportEntry } from "./entry.ts";
import { ENTRIES } from "./entries.ts";

/** Where keys lead within the menu. */
const TO: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The one place from which things are taken away: a button, its menu, and below it how far a slow one is. */
export function exportMenu(store: Store, app: App): HTMLElement {
  let running: AbortController | null = null;
  const button = element(
    "button",
    {
      class: "button export-button",
      attributes: { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": "export-menu" },
    },
    icon("export", 20),
    element("span", { class: "export-word" }, text("export.button")),
  );
  const items = ENTRIES.map((entry) => itemOf(entry));
  const menu = element(
    "ul",
    { class: "export-menu", attributes: { id: "export-menu", role: "menu", "aria-label": text("export.label") } },
    ...items.map((item) => element("li", { attributes: { role: "none" } }, item)),
  );
  const note = element("p", { class: "export-note", attributes: { role: "status" } });
  const stop = element("button", { class: "link-button", attributes: { type: "button" }, on: { click: () => end() } });
  const status = element("div", { class: "export-status" }, note, stop);
  const root = element("div", { class: "export" }, button, menu, status);
  menu.hidden = status.hidden = true;

  function itemOf(entry: ExportEntry): HTMLButtonElement {
    return element(
      "button",
      {
        class: "export-item",
        attributes: { type: "button", role: "menuitem", tabindex: -1 },
        on: { click: () => void start(entry) },
      },
      element("span", { class: "export-name" }, text(entry.label)),
      element("span", { class: "export-hint" }, text(entry.hint)),
    );
  }

  function open(isOpen: boolean): void {
    menu.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) items[0]?.focus();
  }

  function tell(words: string, action: string): void {
    status.hidden = words === "";
    say(note, words);
    say(stop, action);
  }

  /** Stops what runs, or takes its last words away. */
  function end(): void {
    if (running === null) tell("", "");
    else running.abort();
    button.focus();
  }

  async function start(entry: ExportEntry): Promise<void> {
    open(false);
    button.focus();
    running?.abort();
    const job = new AbortController();
    running = job;
    const name = text(entry.label);
    tell(text("export.working", { name }), text("export.stop"));
    const isLatest = (): boolean => running === job;
    try {
      await entry.run({
        store,
        app,
        signal: job.signal,
        note: (words) => {
          if (isLatest() && !job.signal.aborted) tell(words, text("export.stop"));
        },
      });
      if (isLatest()) tell(text(job.signal.aborted ? "export.stopped" : "export.done", { name }), text("export.close"));
    } catch (reason) {
      const words = reason instanceof Error ? reason.message : String(reason);
      if (isLatest()) tell(text("export.failed", { name, reason: words }), text("export.close"));
    } finally {
      if (isLatest()) running = null;
    }
  }

  button.addEventListener("click", () => open(menu.hidden !== false));
  root.addEventListener("keydown", (event) => {
    if (menu.hidden) return;
    const at = items.findIndex((item) => item === document.activeElement);
    const to = TO[event.key]?.(at, items.length);
    if (event.key === "Escape") {
      open(false);
      button.focus();
    } else if (to !== undefined) items[to]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.hidden && target instanceof Node && !root.contains(target)) open(false);
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (!menu.hidden && relatedTarget instanceof Node && !root.contains(relatedTarget)) open(false);
  });
  store.watch(
    ({ world, frame }) => [world === null || frame === null],
    ([isEmpty]) => (button.disabled = isEmpty),
  );
  return root;
}
