import { measureName } from "../brief/measures.ts";
import { TARGETS } from "../brief/targets.ts";
import { text } from "../i18n/text.ts";
import { element, setAttribute } from "../parts/element.ts";
import { limitedField, showNumber } from "../parts/numberField.ts";
import type { Store } from "../store.ts";
import type { Comparing } from "./comparing.ts";
import { stopping } from "./stopping.ts";
import type { Question } from "./state.ts";

/** The question first: target, budget, horizon; then how many firms and worlds. */

const PAIRS = [20, 50, 100, 200, 500] as const;
const MOST_MONTHS = 1200;

export function ask(store: Store, comparing: Comparing): HTMLElement {
  const measure = select(
    TARGETS.map(({ id }) => [id, measureName(id)]),
    (id) => {
      const target = TARGETS.find((each) => each.id === id) ?? TARGETS[0];
      const { precision = null } = store.state.compare.question ?? {};
      comparing.ask({
        target: { measure: target.id, value: target.start, sense: "least" },
        // A width is in the measure's own unit.
        precision: precision === null ? null : target.step / 2,
      });
    },
  );
  const value = number({ min: 0, step: 1 }, (amount) => {
    const { question } = store.state.compare;
    if (question === null || amount === null) return;
    const scale = isPercent(question) ? 100 : 1;
    comparing.ask({ target: { ...question.target, value: amount / scale } });
  });
  const unit = element("span", { class: "field-unit" });
  const budget = number({ min: 0, step: 10 }, (amount) => comparing.ask({ budget: amount }));
  const budgetUnit = element("span", { class: "field-unit" });
  const months = number({ min: 1, max: MOST_MONTHS, step: 1 }, (amount) => {
    if (amount !== null) comparing.ask({ months: Math.round(amount) });
  });
  const firms = number({ min: 10, step: 10 }, (amount) => {
    if (amount !== null) comparing.ask({ firms: Math.round(amount) });
  });
  const pairs = select(
    PAIRS.map((count) => [String(count), text("compare.pairs.value", { count })]),
    (count) => comparing.ask({ pairs: Number(count) }),
  );
  store.watch(
    ({ compare }) => [compare.question, compare.currency, compare.source],
    ([question, currency, source]) => {
      if (question === null) return;
      const { target } = question;
      measure.value = target.measure;
      const kind = TARGETS.find(({ id }) => id === target.measure);
      const percent = kind?.percent ?? false;
      setAttribute(value, "data-step", kind === undefined ? 1 : kind.step * (percent ? 100 : 1));
      show(value, Number((target.value * (percent ? 100 : 1)).toPrecision(6)));
      unit.textContent = percent ? "%" : "";
      show(budget, question.budget);
      setAttribute(budget, "placeholder", text("compare.budget.free"));
      budgetUnit.textContent = currency;
      show(months, question.months);
      show(firms, question.firms);
      firms.disabled = source?.namesFirms ?? false;
      setAttribute(firms, "title", firms.disabled ? text("compare.firms.named") : "");
      // A link may ask for another number than those that are offered.
      if (!PAIRS.some((count) => count === question.pairs) && pairs.options.length === PAIRS.length)
        pairs.add(new Option(text("compare.pairs.value", { count: question.pairs }), String(question.pairs)));
      pairs.value = String(question.pairs);
    },
  );
  return element(
    "div",
    { class: "ask" },
    field("compare.ask.target", measure),
    field("compare.ask.least", value, unit),
    field("compare.ask.budget", budget, budgetUnit),
    field("compare.ask.months", months),
    field("compare.ask.firms", firms),
    field("compare.ask.pairs", pairs),
    ...stopping(store, comparing),
  );
}

function isPercent({ target }: Question): boolean {
  return TARGETS.find(({ id }) => id === target.measure)?.percent ?? false;
}

/** Leaves a field alone while somebody writes in it. */
function show(input: HTMLInputElement, value: number | null): void {
  if (document.activeElement !== input) showNumber(input, value);
}

let count = 0;

function field(label: Parameters<typeof text>[0], control: HTMLElement, ...after: HTMLElement[]): HTMLElement {
  const id = `ask-${++count}`;
  control.id = id;
  return element(
    "div",
    { class: "field" },
    element("label", { attributes: { for: id } }, text(label)),
    element("span", { class: "field-line" }, control, ...after),
  );
}

function select(
  options: readonly (readonly [value: string, words: string])[],
  onChange: (value: string) => void,
): HTMLSelectElement {
  const node = element(
    "select",
    { class: "select" },
    ...options.map(([value, words]) => element("option", { attributes: { value } }, words)),
  );
  node.addEventListener("change", () => onChange(node.value));
  return node;
}

function number(
  limits: { readonly min: number; readonly max?: number; readonly step: number },
  onChange: (value: number | null) => void,
): HTMLInputElement {
  return limitedField({ class: "input", ...limits, mayBeEmpty: true }, onChange);
}
