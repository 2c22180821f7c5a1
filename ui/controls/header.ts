import type { App } from "../app.ts";
import { exportMenu } from "../export/menu.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import { doorSwitch } from "../rooms.ts";
import type { Store } from "../store.ts";
import type { Theme } from "../theme/theme.ts";
import { THEMES } from "../theme/theme.ts";

/** The name, the doors, which scenario, which world, the theme, and what can be taken away. */
export function header(store: Store, app: App): HTMLElement {
  const scenario = element("select", {
    class: "select scenario",
    attributes: { "aria-label": text("scenario.label") },
  });
  scenario.addEventListener("change", () => app.openScenario(scenario.value));
  store.watch(
    ({ descriptions }) => [descriptions],
    ([descriptions]) => {
      const options = (descriptions?.scenarios ?? []).map(({ name, title }) =>
        element("option", { attributes: { value: name } }, title),
      );
      scenario.replaceChildren(...options);
    },
  );
  store.watch(
    ({ world, opening, descriptions }) => [world, opening, descriptions],
    ([world, opening]) => (scenario.value = (opening ?? world?.key)?.scenario ?? ""),
  );

  const theme = element(
    "select",
    { class: "select theme", attributes: { "aria-label": text("theme.label") } },
    ...THEMES.map((name) => element("option", { attributes: { value: name } }, text(`theme.${name}`))),
  );
  theme.addEventListener("change", () => app.setTheme(theme.value as Theme));
  store.watch(
    (state) => [state.theme],
    ([worn]) => (theme.value = worn),
  );

  const drawer = element("button", {
    class: "button drawer-button",
    attributes: { type: "button", "aria-controls": "levers" },
  });
  drawer.addEventListener("click", () => app.setTab(store.state.tab === "levers" ? "stage" : "levers"));
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      drawer.textContent = text(tab === "levers" ? "drawer.hide" : "drawer.show");
      drawer.setAttribute("aria-expanded", String(tab === "levers"));
    },
  );
  return element(
    "header",
    { class: "header" },
    element("a", { class: "skip", attributes: { href: "#stage" } }, text("skip.stage")),
    element("span", { class: "brand" }, text("product")),
    doorSwitch(store, app),
    scenario,
    drawer,
    element("span", { class: "header-gap" }),
    worldPicker(store, app),
    theme,
    exportMenu(store, app),
  );
}

const NUMBERED = /^(.*)\/(\d+)$/;

/** This world and the next one: the same scenario with another seed. */
function worldPicker(store: Store, app: App): HTMLElement {
  const name = element("span", { class: "world-name" });
  const seedAt = (step: number): string | null => {
    const { world } = store.state;
    if (world === null) return null;
    const [, base, number] = NUMBERED.exec(world.opened.seed) ?? [];
    const next = Number(number ?? 0) + step;
    if (next < 0) return null;
    return next === 0 ? (base ?? world.opened.seed) : `${base ?? world.opened.seed}/${next}`;
  };
  const open = (step: number): void => {
    const seed = seedAt(step);
    if (seed !== null) app.openSeed(seed);
  };
  const previous = element(
    "button",
    {
      class: "icon-button",
      attributes: { type: "button", "aria-label": text("world.previous"), title: text("world.previous") },
      on: { click: () => open(-1) },
    },
    icon("previous", 20),
  );
  const next = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => open(1) } },
    element("span", { class: "next-words" }, text("world.next")),
    icon("next", 18),
  );
  next.setAttribute("aria-label", text("world.next"));
  store.watch(
    ({ world }) => [world],
    ([world]) => {
      name.textContent = world === null ? "" : text("world.label", { seed: world.opened.seed });
      previous.disabled = seedAt(-1) === null;
      next.disabled = world === null;
    },
  );
  return element("div", { class: "world" }, name, previous, next);
}
