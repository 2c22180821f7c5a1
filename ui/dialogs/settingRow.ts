import type { ParameterDescription, Problem, Value } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { sourceWord, unitWord } from "../declared/declared.ts";
import { linked } from "../glossary/linked.ts";
import { figure, problemWords, text, wordFor } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { numberField, showNumber } from "../parts/numberField.ts";

/** What a setting is now. */
interface Now {
  readonly value: Value | undefined;
  readonly start: Value | undefined;
  readonly isChanged: boolean;
  /** Whether it cannot be changed after the start, and levers act later. */
  readonly isFixed: boolean;
  readonly problem: Problem | undefined;
}

export interface SettingRow {
  readonly path: string;
  readonly root: HTMLElement;
  readonly isChanged: () => boolean;
  readonly draw: (now: Now) => void;
}

let count = 0;

/**
 * One setting: its name, control, unit and range, what it means, where its value is from, and the way back.
 *
 * @param said meanings that were read before; terms in them are not explained again
 */
export function settingRow({ path, parameter }: ParameterDescription, app: App, said: readonly string[]): SettingRow {
  const id = `setting-${++count}`;
  const label = parameter.label;
  const control = controlOf(path, parameter, (value) => app.set({ [path]: value }));
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-range ${id}-doc`);
  const mark = element("span", { class: "lever-changed" });
  const problem = element("p", { class: "setting-problem", attributes: { role: "alert" } });
  const fixed = element("span", { class: "setting-fixed" }, text("settings.fixed"));
  let start: Value = parameter.start;
  let isChanged = false;
  const back = element("button", {
    class: "link-button",
    attributes: { type: "button" },
    on: { click: () => app.set({ [path]: start }) },
  });
  const root = element(
    "div",
    { class: "setting", attributes: { "data-path": path } },
    element(
      "div",
      { class: "setting-line" },
      element("label", { class: "setting-name", attributes: { for: id } }, label),
      mark,
      fixed,
    ),
    element(
      "div",
      { class: "setting-control" },
      control,
      element("span", { class: "setting-range", attributes: { id: `${id}-range` } }, rangeOf(parameter)),
      back,
    ),
    problem,
    element("p", { class: "setting-doc", attributes: { id: `${id}-doc` } }, ...linked(parameter.doc, said)),
    element(
      "p",
      { class: "setting-source" },
      text("settings.source", { source: sourceWord(parameter.source, wordFor), path }),
    ),
  );
  return {
    path,
    root,
    isChanged: () => isChanged,
    draw: (now) => {
      start = now.start ?? parameter.start;
      isChanged = now.isChanged;
      show(control, now.value ?? start);
      control.disabled = now.isFixed;
      fixed.hidden = !now.isFixed;
      say(mark, isChanged ? text("lever.changed") : "");
      say(back, text("settings.reset", { value: wordOf(path, start) }));
      back.setAttribute("aria-label", text("settings.reset.named", { name: label, value: wordOf(path, start) }));
      back.hidden = !isChanged || now.isFixed;
      const { problem: wrong } = now;
      say(problem, wrong === undefined ? "" : text("settings.problem", problemWords(wrong)));
      problem.hidden = wrong === undefined;
    },
  };
}

type Parameter = ParameterDescription["parameter"];
type Control = HTMLInputElement | HTMLSelectElement;

function controlOf(path: string, parameter: Parameter, onChange: (value: Value) => void): Control {
  if (parameter.kind !== "choice" && parameter.kind !== "flag") {
    const { min, max, step } = parameter;
    // What is no number goes to the engine as text: its answer says what was expected.
    return numberField({ class: "field", min, max, step, onChange });
  }
  const values = parameter.kind === "flag" ? ["false", "true"] : parameter.options;
  const words = (value: string): string => wordOf(path, parameter.kind === "flag" ? value === "true" : value);
  const select = element(
    "select",
    { class: "select" },
    ...values.map((value) => element("option", { attributes: { value } }, words(value))),
  );
  select.addEventListener("change", () => onChange(parameter.kind === "flag" ? select.value === "true" : select.value));
  return select;
}

function show(control: Control, value: Value): void {
  if (control instanceof HTMLInputElement && typeof value === "number") {
    showNumber(control, value);
    return;
  }
  if (document.activeElement === control && control.value === String(value)) return;
  control.value = String(value);
}

function rangeOf(parameter: Parameter): string {
  if (parameter.kind !== "number" && parameter.kind !== "integer") return "";
  const { min, max, unit } = parameter;
  return text("settings.range", {
    unit: unitWord(unit, wordFor),
    low: figure(min, digitsOf(min)),
    high: figure(max, digitsOf(max)),
  });
}

function digitsOf(value: number): number {
  return Math.min(4, (String(value).split(".")[1] ?? "").length);
}

function wordOf(path: string, value: Value): string {
  if (typeof value === "number") return figure(value, digitsOf(value));
  if (typeof value === "boolean") return text(`settings.flag.${value}`);
  return wordFor(`option.${path}.${value}`, value);
}
