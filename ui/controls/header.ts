import type { App } from "../app.ts";
import { exportMenu } from "../export/menu.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import { languagePicker } from "./languagePicker.ts";
import { historyButtons } from "./history.ts";
import { opener } from "./opener.ts";
import { nextSeed } from "./seeds.ts";
import { doorSwitch } from "../rooms.ts";
import type { Store } from "../store.ts";
import type { Theme } from "../theme/theme.ts";
import { THEMES } from "../theme/theme.ts";

/** The model whose scenarios the page can show. */
const SHOWN_MODEL = "distretto";
/** The value of the choice that is a scenario of one's own; no shipped one can have such a name. */
const OWN = "#own";

/** The name, the doors, which scenario, which world, the theme, and what can be taken away. */
export function header(store: Store, app: App): HTMLElement {
  const scenario = element("select", {
    class: "select scenario",
    attributes: { "aria-label": text("scenario.label") },
  });
  const own = element("option", { attributes: { value: OWN } });
  scenario.addEventListener("change", () => app.openScenario(scenario.value));
  store.watch(
    ({ descriptions }) => [descriptions],
    ([descriptions]) => {
      const shown = (descriptions?.scenarios ?? []).filter(({ model }) => model === SHOWN_MODEL);
      const options = shown.map(({ name, title }) => element("option", { attributes: { value: name } }, title));
      scenario.replaceChildren(...options, own);
    },
  );
  store.watch(
    ({ world, opening, descriptions }) => [world, opening, descriptions],
    ([world, opening]) => {
      const key = opening ?? world?.key;
      own.hidden = own.disabled = key?.document === undefined;
      own.textContent = key?.document === undefined ? "" : text("scenario.own", { name: key.scenario });
      own.value = OWN;
      scenario.value = key?.document === undefined ? (key?.scenario ?? "") : OWN;
    },
  );

  const theme = themePicker(store, app);

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
    opener(app, "scenarios", "grid"),
    drawer,
    element("span", { class: "header-gap" }),
    historyButtons(store, app),
    worldPicker(store, app),
    opener(app, "help", "help"),
    languagePicker(app),
    theme,
    exportMenu(store, app),
  );
}

/** What the header has no room for: it heads the levers there. */
export function phoneTools(store: Store, app: App): HTMLElement {
  const root = element("div", { class: "phone-tools" });
  const [narrow, phone] = [matchMedia("(max-width: 1279px)"), matchMedia("(max-width: 767px)")];
  const onPhone = (): HTMLElement[] => [
    historyButtons(store, app),
    opener(app, "scenarios", "grid"),
    opener(app, "help", "help"),
  ];
  // Made once each, where it is needed: two pickers of one name would confuse whoever goes by names.
  const made = { phone: [] as readonly HTMLElement[], narrow: [] as readonly HTMLElement[] };
  const draw = (): void => {
    if (phone.matches && made.phone.length === 0) made.phone = onPhone();
    if (narrow.matches && made.narrow.length === 0) made.narrow = [themePicker(store, app)];
    root.replaceChildren(...(phone.matches ? made.phone : []), ...(narrow.matches ? made.narrow : []));
  };
  for (const width of [narrow, phone]) width.addEventListener("change", draw);
  draw();
  return root;
}

/** Light, dark or projector. */
function themePicker(store: Store, app: App): HTMLElement {
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
  return theme;
}

/** This world and the next one: the same scenario with another seed. */
function worldPicker(store: Store, app: App): HTMLElement {
  const name = element("span", { class: "world-name" });
  const seedAt = (step: number): string | null => {
    const { world } = store.state;
    return world === null ? null : nextSeed(world.opened.seed, step);
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
