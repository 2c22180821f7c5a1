import type { App } from "../app.ts";
import type { Store } from "../store.ts";
import { SPEEDS } from "../store.ts";
import { nextSeed } from "./seeds.ts";
import { eventMonths } from "./timelineRows.ts";

/** Controls that use all these keys themselves, and those that use space alone. */
const OWN_KEYS = "input, select, textarea, [role='application'], [contenteditable]";
const OWN_SPACE = "button, a, summary";

/** The keys of `keys.ts`. They are heard where no control, no dialog and no other room has them. */
export function listenToKeys(store: Store, app: App): void {
  document.addEventListener("keydown", (event) => {
    const { door, dialog, tab, world } = store.state;
    if (event.defaultPrevented || event.altKey || dialog !== null) return;
    const { target } = event;
    const isIn = (kind: string): boolean => target instanceof Element && target.closest(kind) !== null;
    if (event.ctrlKey || event.metaKey) {
      const act = isIn("input:not([type='range'], [type='radio'], [type='checkbox']), textarea")
        ? undefined
        : historyOf(event, app);
      if (act === undefined) return;
      event.preventDefault();
      act();
      return;
    }
    if (event.key === "?" && !isIn("input, textarea")) {
      event.preventDefault();
      app.openDialog("help");
      return;
    }
    if (door !== "explore") return;
    if (event.key === "Escape" && tab !== "stage") {
      app.setTab("stage");
      return;
    }
    const own = event.key === " " ? `${OWN_KEYS}, ${OWN_SPACE}` : OWN_KEYS;
    if (world === null || isIn(own)) return;
    const act = actionOf(event.key, store, app);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function historyOf({ key, shiftKey }: KeyboardEvent, app: App): (() => void) | undefined {
  const letter = key.toLowerCase();
  if (letter === "z") return () => (shiftKey ? app.redo() : app.undo());
  return letter === "y" ? () => app.redo() : undefined;
}

function actionOf(key: string, store: Store, app: App): (() => void) | undefined {
  const { month, world, speed, story, tab } = store.state;
  const months = world?.opened.months ?? 0;
  const events = eventMonths(story);
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case " ":
      return () => app.toggle();
    case "ArrowLeft":
      return () => app.stepBy(-1);
    case "ArrowRight":
      return () => app.stepBy(1);
    case "PageUp":
      return () => app.stepBy(-12);
    case "PageDown":
      return () => app.stepBy(12);
    case "Home":
      return () => app.go(0);
    case "End":
      return () => app.go(months);
    case "<":
      return () => app.setSpeed(SPEEDS.findLast((known) => known < speed) ?? speed);
    case ">":
      return () => app.setSpeed(SPEEDS.find((known) => known > speed) ?? speed);
    case "[":
      return () => app.go(events.findLast((at) => at < month) ?? 0);
    case "]":
      return () => app.go(events.find((at) => at > month) ?? month);
    case "b":
      return () => (store.state.branch === null ? app.branchHere() : app.leaveBranch());
    case "r":
      return () => app.replayLast();
    case "n":
    case "p": {
      const seed = world === null ? null : nextSeed(world.opened.seed, key.toLowerCase() === "n" ? 1 : -1);
      return seed === null ? undefined : () => app.openSeed(seed);
    }
    case "s":
      return () => app.openDialog("settings");
    case "a":
      return () => app.openDialog("assumptions");
    case "g":
      return () => app.openDialog("scenarios");
    case "l":
      return () => app.setTab(tab === "list" ? "stage" : "list");
    default:
      return undefined;
  }
}
