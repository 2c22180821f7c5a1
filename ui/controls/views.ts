import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";

const VIEWS = ["stage", "charts", "list"] as const;

/** Three ways to look at the same month: drawn, in charts, as a list. On a phone they are tabs. */
export function views(store: Store, app: App): HTMLElement {
  const buttons = VIEWS.map((view) =>
    element(
      "button",
      { class: "view", attributes: { type: "button" }, on: { click: () => app.setTab(view) } },
      text(`tab.${view}`),
    ),
  );
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      const shown = tab === "charts" || tab === "list" ? tab : "stage";
      VIEWS.forEach((view, k) => {
        if (view === shown) buttons[k].setAttribute("aria-current", "true");
        else buttons[k].removeAttribute("aria-current");
      });
    },
  );
  return element("nav", { class: "views", attributes: { "aria-label": text("views.label") } }, ...buttons);
}
