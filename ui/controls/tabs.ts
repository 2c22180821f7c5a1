import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { TABS } from "../store.ts";

/** The parts of the page on a phone. */
export function tabs(store: Store, app: App): HTMLElement {
  const buttons = TABS.map((tab) =>
    element(
      "button",
      { class: "tab", attributes: { type: "button" }, on: { click: () => app.setTab(tab) } },
      text(`tab.${tab}`),
    ),
  );
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      TABS.forEach((name, k) => {
        if (name === tab) buttons[k].setAttribute("aria-current", "true");
        else buttons[k].removeAttribute("aria-current");
      });
    },
  );
  return element("nav", { class: "tabs", attributes: { "aria-label": text("tabs.label") } }, ...buttons);
}
