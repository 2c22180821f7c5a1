import type { Parameter, Value } from "../../sim/contract.ts";
import { optionMark } from "../charts/optionMark.ts";
import { mark } from "../charts/marks.ts";
import { clashWords } from "../brief/clashes.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { limitedField, showNumber } from "../parts/numberField.ts";
import { icon } from "../parts/icon.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";

import type { Comparing } from "./comparing.ts";
import { doMinimum } from "./firstOptions.ts";
import { scroller } from "./scroller.ts";
import type { Question } from "./state.ts";
import { MOST_OPTIONS } from "./state.ts";

/** The options side by side, as differences from a base: a row a setting, a column an option. */

type Settings = Readonly<Record<string, Value>>;

/** Rows that are always there, where the model has them. */
const ROWS = [
  "brokers.count",
  "brokers.end",
  "phases.sequence",
  "fees.schedule",
  "sanctions.fines",
  "brokers.training",
] as const;
/** Groups that are what a programme does; the rest is what a place is like. */
const PROGRAMME =
  /^(brokers|phases|fees|sanctions|grants|serviceCentres|informationCentre|courses|credit|managers|brand|unit|committee|clusterManagement|certificates|leadFirms|partnerships|intermediaries|researchInstitutes|rewards|exports|listing|restructuring|infrastructure|legalStatus|openness|government)\./;

/** The sign of an option by itself. */
export function optionSign(option: number, size = 18): SVGElement {
  const half = size / 2;
  return svg(
    mark(
      "svg",
      { class: "option-sign", width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" },
      optionMark(option, { x: half, y: half, r: half - 1 }),
    ),
  );
}

export function options(store: Store, comparing: Comparing): HTMLElement {
  const body = element("div");
  const notes = element("div");
  // The buttons stay while the table is made anew: a click that ends an edit must not lose its button on the way.
  const add = button("compare.options.add", () => comparing.addOption());
  const least = button("compare.options.minimum", () => {
    const { question, source } = store.state.compare;
    if (question !== null && source !== null) comparing.addOption(doMinimum({ ...source.settings, ...question.base }));
  });
  const more = element("select", { class: "select", attributes: { "aria-label": text("compare.options.more") } });
  more.addEventListener("change", () => {
    const { compare, descriptions } = store.state;
    const parameter = descriptions?.parameters.find(({ path }) => path === more.value)?.parameter;
    const { question, source } = compare;
    if (question === null || source === null || parameter === undefined || question.options.length === 0) return;
    const own = { ...source.settings, ...question.base }[more.value] ?? parameter.start;
    // A difference needs another value than the base's: a switch is turned, an amount goes one step up.
    comparing.set(question.options.length - 1, more.value, another(parameter, own));
  });
  const foot = element("div", { class: "options-foot" }, add, least, more);
  const root = element("div", { class: "options" }, body, foot, notes);
  store.watch(
    ({ compare, descriptions, world }) => [compare.question, compare.source, descriptions, world],
    ([question, source, descriptions, world]) => {
      if (question === null || source === null || descriptions === null) return;
      const parameters = new Map(descriptions.parameters.map(({ path, parameter }) => [path, parameter]));
      const base: Settings = { ...source.settings, ...question.base, months: question.months };
      const changed = question.options.flatMap(({ changes }) => Object.keys(changes));
      const paths = [...new Set([...ROWS, ...changed])].filter((path) => parameters.has(path));
      keepFocus(body, () => body.replaceChildren(table(question, base, paths, parameters, comparing)));
      add.disabled = least.disabled = question.options.length >= MOST_OPTIONS;
      more.replaceChildren(
        element("option", { attributes: { value: "" } }, text("compare.options.more")),
        ...descriptions.parameters
          .filter(({ path }) => PROGRAMME.test(path) && !paths.includes(path))
          .map(({ path, parameter }) => element("option", { attributes: { value: path } }, parameter.label)),
      );
      const isLeftOut = (world?.key.changes.length ?? 0) > 0;
      notes.replaceChildren(
        ...clashes(question, base),
        ...(isLeftOut ? [element("p", { class: "fine" }, text("compare.options.later"))] : []),
      );
    },
  );
  return root;
}

function table(
  question: Question,
  base: Settings,
  paths: readonly string[],
  parameters: ReadonlyMap<string, Parameter>,
  comparing: Comparing,
): HTMLElement {
  const head = element(
    "tr",
    {},
    element("th", { attributes: { scope: "col" } }, text("compare.options.setting")),
    element("th", { attributes: { scope: "col" } }, text("compare.options.base")),
    ...question.options.map((option, at) => optionHead(option.name, at, comparing)),
  );
  const rows = paths.map((path) => row(path, parameters.get(path) as Parameter, base, question, comparing));
  const all = element("table", { class: "options-table" }, element("thead", {}, head), element("tbody", {}, ...rows));
  return scroller(text("compare.options"), all);
}

function button(words: Parameters<typeof text>[0], onClick: () => void): HTMLButtonElement {
  return element("button", { class: "button", attributes: { type: "button" }, on: { click: onClick } }, text(words));
}

function optionHead(name: string, at: number, comparing: Comparing): HTMLElement {
  const input = element("input", {
    class: "input option-name",
    attributes: {
      value: name,
      maxlength: 40,
      "aria-label": text("compare.options.name", { letter: "ABCDE".charAt(at) }),
      "data-key": `name-${at}`,
    },
  });
  input.addEventListener("change", () => comparing.changeOption(at, { name: input.value.trim() || name }));
  const remove = element(
    "button",
    {
      class: "icon-button",
      attributes: {
        type: "button",
        "aria-label": text("compare.options.remove", { name }),
        "data-key": `remove-${at}`,
      },
      on: { click: () => comparing.removeOption(at) },
    },
    icon("close", 16),
  );
  return element(
    "th",
    { attributes: { scope: "col" } },
    element("span", { class: "option-head" }, optionSign(at, 22), input, remove),
  );
}

function row(
  path: string,
  parameter: Parameter,
  base: Settings,
  question: Question,
  comparing: Comparing,
): HTMLElement {
  const own = base[path] ?? parameter.start;
  const label = parameter.label;
  return element(
    "tr",
    {},
    element("th", { attributes: { scope: "row", title: parameter.doc } }, label),
    element("td", { class: "option-base" }, valueWords(path, own)),
    ...question.options.map(({ name, changes }, at) => {
      const isChanged = Object.hasOwn(changes, path);
      const value = isChanged ? changes[path] : own;
      const spoken = text("compare.options.cell", { label, name });
      const control = cell(path, parameter, value, spoken, (next) => comparing.set(at, path, next));
      control.dataset["key"] = `cell-${path}-${at}`;
      return element("td", { class: isChanged ? "option-cell option-changed" : "option-cell" }, control);
    }),
  );
}

/** A value in the reader's words. */
export function valueWords(path: string, value: Value): string {
  if (typeof value === "number") return figure(value, Number.isInteger(value) ? 0 : 2, { group: false });
  return wordFor(
    `option.${path}.${value}`,
    text(value === true ? "compare.yes" : value === false ? "compare.no" : "compare.value", { value: String(value) }),
  );
}

function cell(
  path: string,
  parameter: Parameter,
  value: Value,
  spoken: string,
  onChange: (value: Value) => void,
): HTMLElement {
  if (parameter.kind === "choice" || parameter.kind === "flag") {
    const values: readonly Value[] = parameter.kind === "flag" ? [true, false] : parameter.options;
    const node = element(
      "select",
      { class: "select", attributes: { "aria-label": spoken } },
      ...values.map((each) => element("option", { attributes: { value: String(each) } }, valueWords(path, each))),
    );
    node.value = String(value);
    node.addEventListener("change", () => onChange(parameter.kind === "flag" ? node.value === "true" : node.value));
    return node;
  }
  const { min, max, step } = parameter;
  const isWhole = parameter.kind === "integer";
  const traits = { class: "input", min, max, step: isWhole ? 1 : step, attributes: { "aria-label": spoken } };
  const node = limitedField(traits, (next) => onChange(isWhole ? Math.round(Number(next)) : Number(next)));
  showNumber(node, Number(value));
  return node;
}

function another(parameter: Parameter, value: Value): Value {
  if (parameter.kind === "flag") return value !== true;
  if (parameter.kind === "choice") return parameter.options.find((each) => each !== value) ?? value;
  const next = Number(value) + parameter.step;
  return next <= parameter.max ? next : Number(value) - parameter.step;
}

function clashes(question: Question, base: Settings): HTMLElement[] {
  const all = question.options.map(({ name, changes }) => ({ name, settings: { ...base, ...changes } }));
  const found = clashWords(all, question.budget).map((words) => element("li", {}, words));
  return found.length === 0 ? [] : [element("ul", { class: "clashes" }, ...found)];
}
