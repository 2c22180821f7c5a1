import type { App } from "../app.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";

/**
 * The facts of the stage as tables: for screen readers, and for everyone who wants figures. They are loaded when somebody
 * first looks at them.
 */
export function list(store: Store, app: App): HTMLElement {
  const root = element("section", { class: "list", attributes: { "aria-labelledby": "list-heading", tabindex: 0 } });
  let isAsked = false;
  const load = async (): Promise<void> => {
    const { facts } = await import("./facts.ts");
    root.append(...facts(store, app));
  };
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      if (tab !== "list" || isAsked) return;
      isAsked = true;
      load().catch((reason: unknown) => {
        isAsked = false;
        app.couldNotEnter("explore", reason);
      });
    },
  );
  return root;
}
