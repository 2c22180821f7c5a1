import type { App } from "../app.ts";
import { figure, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Store } from "../store.ts";
import { pickedFacts } from "./picked.ts";

/** What the firms that were picked have in common, as a sentence and a small table; follows the month. */
export function pickedCard(store: Store, app: App): HTMLElement {
  const heading = element("h2", { class: "picked-heading" });
  const sentence = element("p", { attributes: { role: "status" } });
  const row = (name: string): { root: HTMLElement; value: HTMLElement } => {
    const value = element("td", {});
    return { value, root: element("tr", {}, element("th", { attributes: { scope: "row" } }, name), value) };
  };
  const trust = row(text("stage.picked.trust"));
  const networks = row(text("stage.picked.networks"));
  const size = row(text("stage.picked.size"));
  const close = element(
    "button",
    {
      class: "icon-button",
      attributes: { type: "button", "aria-label": text("stage.picked.close"), title: text("stage.picked.close") },
      on: { click: () => app.look({ picked: [] }) },
    },
    icon("close", 18),
  );
  const table = element("table", {}, element("tbody", {}, trust.root, networks.root, size.root));
  const root = element("aside", { class: "picked-card" }, heading, close, sentence, table);
  store.watch(
    ({ frame, look }) => [frame, look.picked],
    ([frame, picked]) => {
      root.hidden = frame === null || picked.length === 0;
      if (frame === null || picked.length === 0) return;
      const facts = pickedFacts(frame, picked);
      const { count, contributes, freeRides, idle } = facts;
      say(heading, text("stage.picked", { count }));
      say(sentence, count === 0 ? "" : text("stage.picked.sentence", { contributes, freeRides, idle }));
      say(
        trust.value,
        facts.trust === null
          ? text("stage.picked.trust.none")
          : text("stage.picked.trust.value", { trust: figure(facts.trust, 2), ties: facts.ties }),
      );
      say(networks.value, text("stage.picked.networks.value", { count: facts.networks }));
      say(size.value, figure(facts.larger));
      root.setAttribute("aria-label", text("stage.picked", { count }));
    },
  );
  return root;
}
