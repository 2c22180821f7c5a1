import type { Preview } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { linked } from "../glossary/linked.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { picture } from "./picture.ts";

/** The model whose scenarios can be shown. */
const SHOWN = "distretto";

/** The scenarios that come with the product, each with its region, what it asks and what it shows. */
export function gallery(store: Store, app: App, edit: (document: object) => void): HTMLElement {
  const scenarios = (store.state.descriptions?.scenarios ?? []).filter(({ model }) => model === SHOWN);
  const cards = scenarios.map(({ name, title, about, sources }) => {
    const frame = element("div", { class: "thumb-frame" });
    const question = element("p", { class: "scenario-question" });
    const facts = element("p", { class: "scenario-facts" });
    const open = element(
      "button",
      { class: "button accent", attributes: { type: "button", "aria-label": text("scenarios.open.named", { title }) } },
      text("scenarios.open"),
    );
    open.addEventListener("click", () => {
      app.openDialog(null);
      app.openScenario(name);
    });
    const change = element(
      "button",
      { class: "link-button", attributes: { type: "button", "aria-label": text("scenarios.change.named", { title }) } },
      text("scenarios.change"),
    );
    change.addEventListener("click", () => void app.document(name).then((found) => found && edit(found)));
    const isOpen = store.state.world?.key.scenario === name && store.state.world.key.document === undefined;
    const root = element(
      "li",
      { class: isOpen ? "scenario-card scenario-open" : "scenario-card" },
      frame,
      element("h3", { class: "scenario-title" }, title),
      question,
      facts,
      element(
        "details",
        { class: "scenario-more" },
        element("summary", {}, text("scenarios.about", { count: sources.length })),
        element("p", {}, ...linked(about)),
        element("ul", {}, ...sources.map((source) => element("li", {}, source))),
      ),
      element("div", { class: "scenario-acts" }, open, change),
    );
    const draw = (preview: Preview): void => {
      frame.replaceChildren(picture(preview));
      say(question, preview.question);
      const { firms, months, regions } = preview;
      say(facts, text("scenarios.facts", { firms, towns: regions.length, months }));
    };
    return { name, root, draw };
  });
  // One after the other: the open world gets its turn in between.
  void (async () => {
    for (const { name, draw } of cards) {
      const reply = await app.preview(name);
      if (reply.ok) draw(reply.value);
    }
  })().catch(() => undefined);
  return element("ul", { class: "scenario-cards" }, ...cards.map(({ root }) => root));
}
