import type { Descriptions, Parameter, Value } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { allChanged, valuesAt } from "../course.ts";
import { unitWord } from "../declared/declared.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { segmented } from "../parts/segmented.ts";
import { slider } from "../parts/slider.ts";
import type { Dialog, Settings, Store } from "../store.ts";
import { isAssumed } from "../settingsList.ts";

/** The six levers, built from the engine's own descriptions; one whose setting the engine does not have is left out. */

interface Lever {
  readonly root: HTMLElement;
  /** Shows the value that settings have. */
  readonly draw: (settings: Settings, isChanged: (path: string) => boolean, isBranch: boolean) => void;
}

type Find = (path: string) => Parameter | undefined;

export function levers(store: Store, app: App): HTMLElement {
  const list = element("div", { class: "lever-list" });
  const heading = element("h2", { class: "small-heading", attributes: { id: "levers-heading" } });
  const settings = more(app, "settings");
  const assumptions = more(app, "assumptions");
  const reset = element("button", {
    class: "link-button",
    attributes: { type: "button" },
    on: { click: () => app.reset() },
  });
  let built: Lever[] = [];
  store.watch(
    ({ descriptions, world }) => [descriptions, world?.start],
    ([descriptions, start]) => {
      built = descriptions === null || start === undefined ? [] : build(descriptions, start, app);
      list.replaceChildren(...built.map(({ root }) => root));
    },
  );
  store.watch(
    ({ world, opening, branch, descriptions, problems }) => [world, opening, branch, descriptions, problems],
    ([world, opening, branch]) => {
      if (world === null) return;
      const key = opening ?? world.key;
      const paths = allChanged(world, key);
      const all = valuesAt(world, key, branch);
      for (const lever of built) lever.draw(all, (path) => paths.has(path), branch !== null);
      say(reset, text("levers.reset"));
      reset.hidden = paths.size === 0;
      say(heading, branch === null ? text("levers.heading") : text("levers.heading.branch", { month: branch + 1 }));
      const { parameters } = store.state.descriptions ?? { parameters: [] };
      const isAssumption = (path: string) => isAssumed(parameters.find((each) => each.path === path)?.parameter);
      const assumed = [...paths].filter(isAssumption).length;
      const count = parameters.filter(({ parameter }) => !isAssumed(parameter)).length;
      say(settings.name, text("levers.all", { count }));
      say(settings.count, text("levers.changed", { count: paths.size - assumed }));
      say(assumptions.name, text("levers.assumptions", { count: parameters.length - count }));
      say(assumptions.count, text("levers.changed", { count: assumed }));
    },
  );
  return element(
    "section",
    { class: "levers", attributes: { "aria-labelledby": "levers-heading" } },
    heading,
    list,
    settings.root,
    assumptions.root,
    element("div", { class: "levers-foot" }, reset),
  );
}

/** The way to settings that have no lever, with the count of those that are changed. */
function more(app: App, dialog: Dialog): { root: HTMLElement; name: HTMLElement; count: HTMLElement } {
  const name = element("button", {
    class: "link-button",
    attributes: { type: "button", "aria-haspopup": "dialog" },
    on: { click: () => app.openDialog(dialog) },
  });
  const count = element("span", { class: "levers-count" });
  return { root: element("div", { class: "levers-more" }, name, count), name, count };
}

function build(descriptions: Descriptions, start: Settings, app: App): Lever[] {
  const parameters = new Map(descriptions.parameters.map(({ path, parameter }) => [path, parameter]));
  const find: Find = (path) => parameters.get(path);
  const made = [
    brokerMonths(find, start, app),
    options("phases.sequence", find, start, app),
    options("fees.schedule", find, start, app),
    finesAndLaw(find, start, app),
    largeBuyer(find, start, app),
    amount("openness.pipelines", find, start, app),
  ];
  return made.filter((lever) => lever !== null);
}

/** A start value can be the scenario's or, where it says nothing, the parameter's. */
function startOf(path: string, parameter: Parameter, start: Settings): Value {
  return start[path] ?? parameter.start;
}

function word(isChanged: boolean): string {
  return isChanged ? text("lever.changed") : "";
}

/** Number of decimals that a step asks for. */
function digitsOf(step: number): number {
  return Math.min(3, (String(step).split(".")[1] ?? "").length);
}

/** How long the brokers stay; what it costs is said beside it. */
function brokerMonths(find: Find, start: Settings, app: App): Lever | null {
  const end = find("brokers.end");
  if (end === undefined || end.kind !== "integer") return null;
  let now = start;
  const value = (path: string): number => Number(now[path] ?? find(path)?.start ?? 0);
  const begin = (): number => value("brokers.start");
  const horizon = Math.min(end.max, Number(start["months"] ?? 120));
  const months = Number(startOf("brokers.end", end, start)) - begin();
  const control = slider({
    label: text("lever.brokerMonths"),
    hint: end.doc,
    min: 0,
    max: Math.max(months, horizon - begin()),
    step: 1,
    start: months,
    startWords: text("levers.startTick", { value: figure(months * value("brokers.count")) }),
    words: (duration) => {
      const total = duration * value("brokers.count");
      const cost = figure(total * value("brokers.wage"));
      return [
        figure(total),
        text("lever.brokerMonths.note", { cost }),
        text("lever.brokerMonths.spoken", { months: duration, total: figure(total), cost }),
      ];
    },
    onChange: (duration) => app.set({ "brokers.end": begin() + duration }),
  });
  return {
    root: control.root,
    draw: (settings, isChanged) => {
      now = settings;
      control.set(value("brokers.end") - begin(), word(isChanged("brokers.end")));
    },
  };
}

function options(path: string, find: Find, start: Settings, app: App): Lever | null {
  const parameter = find(path);
  if (parameter === undefined || (parameter.kind !== "choice" && parameter.kind !== "flag")) return null;
  const values = parameter.kind === "flag" ? ["false", "true"] : parameter.options;
  const words = (value: string): string => wordFor(`option.${path}.${value}`, value);
  const begin = String(startOf(path, parameter, start));
  const control = segmented({
    label: parameter.label,
    hint: parameter.doc,
    options: values.map((value) => ({ value, words: words(value) })),
    start: begin,
    startWords: text("levers.startTick", { value: words(begin) }),
    onChange: (value) => app.set({ [path]: parameter.kind === "flag" ? value === "true" : value }),
  });
  return {
    root: control.root,
    draw: (settings, isChanged) => control.set(String(startOf(path, parameter, settings)), word(isChanged(path))),
  };
}

/** From this rule of law on contracts count as enforced; where nobody names a value, "both" takes that of an Italian district. */
const LAW_HOLDS = 0.5;
const LAW = { weak: 0.1, strong: 0.7 };

/** Members fine free riders, and courts enforce contracts: neither, the first alone, or both. */
function finesAndLaw(find: Find, start: Settings, app: App): Lever | null {
  const [fines, law] = [find("sanctions.fines"), find("region.law")];
  if (fines === undefined || law === undefined) return null;
  const lawAt = (settings: Settings): number => Number(startOf("region.law", law, settings));
  const stateOf = (settings: Settings): string => {
    if (startOf("sanctions.fines", fines, settings) !== true) return "neither";
    return lawAt(settings) < LAW_HOLDS ? "fines" : "both";
  };
  const own = lawAt(start);
  const settingsOf: Readonly<Record<string, () => Settings>> = {
    neither: () => ({ "sanctions.fines": false, "region.law": own }),
    fines: () => ({ "sanctions.fines": true, "region.law": own < LAW_HOLDS ? own : LAW.weak }),
    both: () => ({ "sanctions.fines": true, "region.law": own < LAW_HOLDS ? LAW.strong : own }),
  };
  const words = (value: string): string => text(`lever.finesAndLaw.${value as "neither" | "fines" | "both"}`);
  const control = segmented({
    label: text("lever.finesAndLaw"),
    hint: text("lever.finesAndLaw.hint", { weak: figure(LAW.weak, 1), strong: figure(LAW.strong, 1) }),
    options: Object.keys(settingsOf).map((value) => ({ value, words: words(value) })),
    start: stateOf(start),
    startWords: text("levers.startTick", { value: words(stateOf(start)) }),
    onChange: (value) => app.set(settingsOf[value]?.() ?? {}),
  });
  return {
    root: control.root,
    draw: (settings, isChanged) =>
      control.set(stateOf(settings), word(isChanged("sanctions.fines") || isChanged("region.law"))),
  };
}

/** What large buyers order where there are some; where there are none, how many come. */
function largeBuyer(find: Find, start: Settings, app: App): Lever | null {
  const count = find("leadFirms.count");
  if (count === undefined) return null;
  return amount(
    Number(startOf("leadFirms.count", count, start)) > 0 ? "leadFirms.orders" : "leadFirms.count",
    find,
    start,
    app,
  );
}

/** What fits on a slider where a parameter allows far more than anyone would try. */
const WIDEST = 20;

function amount(path: string, find: Find, start: Settings, app: App): Lever | null {
  const parameter = find(path);
  if (parameter === undefined || (parameter.kind !== "integer" && parameter.kind !== "number")) return null;
  const begin = Number(startOf(path, parameter, start));
  const digits = digitsOf(parameter.step);
  const unit = unitWord(parameter.unit, wordFor);
  const control = slider({
    label: parameter.label,
    hint: parameter.doc,
    min: parameter.min,
    max: Math.min(parameter.max, Math.max(WIDEST, 2 * begin)),
    step: parameter.step,
    start: begin,
    startWords: text("levers.startTick", { value: figure(begin, digits) }),
    words: (value) => [figure(value, digits), unit, `${figure(value, digits)} ${unit}`],
    onChange: (value) => app.set({ [path]: value }),
  });
  return {
    root: control.root,
    draw: (settings, isChanged, isBranch) => {
      control.set(Number(startOf(path, parameter, settings)), word(isChanged(path)));
      control.hold(isBranch && parameter.atStart === true ? text("settings.fixed") : null);
    },
  };
}
