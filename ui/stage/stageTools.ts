import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { networkNumber, placeName } from "../names.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import type { Found } from "./find.ts";
import { find } from "./find.ts";
import { firmNameIn } from "./firmWords.ts";

/** Ways to look at the stage: find a firm, pick several, and choose where they stand. */
export function stageTools(store: Store, app: App): HTMLElement {
  const map = element(
    "button",
    {
      class: "tool-choice",
      attributes: { type: "button", title: text("stage.map.hint") },
      on: { click: () => app.look({ layout: store.state.look.layout === "map" ? "network" : "map" }) },
    },
    text("stage.map"),
  );
  store.watch(
    ({ look }) => [look.layout],
    ([layout]) => map.setAttribute("aria-pressed", String(layout === "map")),
  );
  const picking = element(
    "button",
    { class: "tool-choice", attributes: { type: "button", "aria-pressed": "false", title: text("stage.pick.hint") } },
    text("stage.pick"),
  );
  picking.addEventListener("click", () => {
    const isOn = document.getElementById("stage")?.classList.toggle("glass-picking") ?? false;
    picking.setAttribute("aria-pressed", String(isOn));
  });
  return element(
    "div",
    { class: "stage-tools", attributes: { role: "group", "aria-label": text("stage.tools") } },
    finder(store, app),
    picking,
    map,
  );
}

const MOST = 8;
let count = 0;

/** A field that lists firms and networks while one types; arrows go through the list, Enter chooses. */
function finder(store: Store, app: App): HTMLElement {
  const id = `found-${++count}`;
  const list = element("ul", {
    class: "found",
    attributes: { id, role: "listbox", "aria-label": text("stage.find") },
  });
  list.hidden = true;
  const field = element("input", {
    class: "field find",
    attributes: {
      type: "search",
      role: "combobox",
      "aria-label": text("stage.find"),
      placeholder: text("stage.find.short"),
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
      autocomplete: "off",
      spellcheck: "false",
    },
  });
  let found: Found[] = [];
  let at = 0;

  const choose = (chosen: Found | undefined): void => {
    const { frame } = store.state;
    if (chosen === undefined || frame === null) return;
    if (chosen.kind === "firm") app.focus(chosen.firm);
    else {
      app.choose({ kind: "network", row: chosen.row });
      app.look({ picked: [...frame.network.keys()].filter((i) => frame.network[i] === chosen.row) });
    }
    close();
    field.value = "";
  };
  const nameOf = (one: Found): string => {
    const { frame, world } = store.state;
    if (frame === null || world === null) return "";
    if (one.kind === "firm") return firmNameIn(frame, world.opened, one.firm);
    const region = frame.networks.region[frame.networks.row.indexOf(one.row)];
    return text("stage.find.network", { number: networkNumber(one.row), place: placeName(world.opened, region) });
  };
  const draw = (): void => {
    const { frame, world } = store.state;
    found =
      frame === null || world === null
        ? []
        : find(field.value, frame, world.opened, MOST, text("stage.find.words").split(","));
    at = Math.min(at, Math.max(0, found.length - 1));
    const isOpen = field.value.trim() !== "";
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    const options = found.map((one, k) =>
      element(
        "li",
        {
          class: "found-one",
          attributes: { id: `${id}-${k}`, role: "option", "aria-selected": k === at ? "true" : "false" },
          on: {
            // Before the field loses the focus.
            pointerdown: (event) => {
              event.preventDefault();
              choose(one);
            },
          },
        },
        nameOf(one),
      ),
    );
    const none = element(
      "li",
      { class: "found-none", attributes: { role: "option", "aria-disabled": "true", "aria-selected": "false" } },
      text("stage.find.none"),
    );
    list.replaceChildren(...(found.length > 0 ? options : isOpen ? [none] : []));
    if (found.length > 0) field.setAttribute("aria-activedescendant", `${id}-${at}`);
    else field.removeAttribute("aria-activedescendant");
  };
  const close = (): void => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  field.addEventListener("input", () => {
    at = 0;
    draw();
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length === 0) return;
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      draw();
    } else if (event.key === "Enter") choose(found[at]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return element("div", { class: "finder" }, field, list);
}
