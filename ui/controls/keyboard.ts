import type { App } from "../app.ts";
import type { Store } from "../store.ts";

/** Controls that use all these keys themselves, and those that use space alone. */
const OWN_KEYS = "input, select, textarea, [role='application']";
const OWN_SPACE = "button, a";

/** Space plays and pauses, arrows step, Home and End go to the ends, Escape leads back to the stage. */
export function listenToKeys(store: Store, app: App): void {
  document.addEventListener("keydown", (event) => {
    if (store.state.door !== "explore") return;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && store.state.tab !== "stage") {
      app.setTab("stage");
      return;
    }
    const { target } = event;
    const own = event.key === " " ? `${OWN_KEYS}, ${OWN_SPACE}` : OWN_KEYS;
    const isOwn = target instanceof Element && target.closest(own) !== null;
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
