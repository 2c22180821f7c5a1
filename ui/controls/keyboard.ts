import type { App } from "../app.ts";
import type { Store } from "../store.ts";

/** Elements that use the keys themselves. */
const OWN_KEYS = "input, select, textarea, button, a, [role='application'], summary";

/** Space plays and pauses, arrows step, Home and End go to the ends, wherever no control needs the key itself. */
export function listenToKeys(store: Store, app: App): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target } = event;
    const isOwn = target instanceof Element && target.closest(OWN_KEYS) !== null;
    if (store.state.world === null || isOwn) return;
    const act = actionOf(event.key, store, app);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key: string, store: Store, app: App): (() => void) | undefined {
  switch (key) {
    case " ":
      return () => app.toggle();
    case "ArrowLeft":
      return () => app.step(-1);
    case "ArrowRight":
      return () => app.step(1);
    case "Home":
      return () => app.go(0);
    case "End":
      return () => app.go(store.state.world?.opened.months ?? 0);
    default:
      return undefined;
  }
}
