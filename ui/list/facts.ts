import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import type { Store } from "../store.ts";
import { brokersPart } from "./brokersPart.ts";
import { firmsPart } from "./firmsPart.ts";
import "./list.css";
import { networksPart } from "./networksPart.ts";
import { sortedTable } from "./sortedTable.ts";
import { townsPart } from "./townsPart.ts";

const PARTS = ["networks", "firms", "brokers", "towns"] as const;
type Part = (typeof PARTS)[number];

/** What stands in the list: its heading, the choice between its parts, and a table for each. */
export function facts(store: Store, app: App): HTMLElement[] {
  let part: Part = "networks";
  const tables = {
    networks: sortedTable<Parameters<ReturnType<typeof networksPart>["columns"][number]["value"]>[0]>("networks"),
    firms: sortedTable<Parameters<ReturnType<typeof firmsPart>["columns"][number]["value"]>[0]>("firms"),
    brokers: sortedTable<Parameters<ReturnType<typeof brokersPart>["columns"][number]["value"]>[0]>("brokers"),
    towns: sortedTable<Parameters<ReturnType<typeof townsPart>["columns"][number]["value"]>[0]>("towns"),
  };
  const buttons = PARTS.map((name) =>
    element(
      "button",
      {
        class: "view",
        attributes: { type: "button" },
        on: {
          click: () => {
            part = name;
            draw();
          },
        },
      },
      text(`list.part.${name}`),
    ),
  );
  const head = element(
    "div",
    { class: "list-head" },
    element("h2", { class: "small-heading", attributes: { id: "list-heading" } }, text("list.heading")),
    element("nav", { class: "list-parts", attributes: { "aria-label": text("list.parts") } }, ...buttons),
  );
  function draw(): void {
    const { state } = store;
    const { world, frame, tab } = state;
    PARTS.forEach((name, k) => {
      tables[name].root.hidden = name !== part;
      if (name === part) buttons[k].setAttribute("aria-current", "true");
      else buttons[k].removeAttribute("aria-current");
    });
    if (world === null || frame === null || tab !== "list") return;
    const { opened } = world;
    if (part === "networks") tables.networks.draw(networksPart(frame, opened, state, app));
    else if (part === "firms") tables.firms.draw(firmsPart(frame, opened, app));
    else if (part === "brokers") tables.brokers.draw(brokersPart(frame, state.story, app));
    else tables.towns.draw(townsPart(frame, opened));
  }
  store.watch(({ world, frame, network, unfolded, tab }) => [world, frame, network, unfolded, tab], soon(draw));
  return [head, ...PARTS.map((name) => tables[name].root)];
}
