import { TARGETS } from "../brief/targets.ts";
import { text } from "../i18n/text.ts";
import { element, setAttribute } from "../parts/element.ts";
import type { Store } from "../store.ts";
import type { Comparing } from "./comparing.ts";
import type { Question } from "./state.ts";

/** When the run ends: with its last pair, or at the planned look at which enough is known. */

const KINDS = ["all", "settled", "precise"] as const;
type Kind = (typeof KINDS)[number];

function kindOf({ stopEarly, precision }: Question): Kind {
  return precision !== null ? "precise" : stopEarly ? "settled" : "all";
}

function targetOf({ target }: Question): (typeof TARGETS)[number] {
  return TARGETS.find(({ id }) => id === target.measure) ?? TARGETS[0];
}

/** A choice and, where a precision is chosen, how fine it is. */
export function stopping(store: Store, comparing: Comparing): HTMLElement[] {
  const kinds = element(
    "select",
    { class: "select", attributes: { id: "compare-stop" } },
    ...KINDS.map((kind) => element("option", { attributes: { value: kind } }, text(`compare.stop.${kind}`))),
  );
  kinds.addEventListener("change", () => {
    const { question } = store.state.compare;
    if (question === null) return;
    const half = targetOf(question).step / 2;
    comparing.ask({
      stopEarly: kinds.value === "settled",
      precision: kinds.value === "precise" ? (question.precision ?? half) : null,
    });
  });
  const half = element("input", {
    class: "input",
    attributes: { id: "compare-precision", type: "number", inputmode: "decimal", min: 0 },
  });
  half.addEventListener("change", () => {
    const { question } = store.state.compare;
    if (question === null) return;
    const value = half.valueAsNumber / (targetOf(question).percent ? 100 : 1);
    if (value > 0) comparing.ask({ precision: value });
    else half.value = shown(question);
  });
  const unit = element("span", { class: "field-unit" });
  const line = (id: string, key: Parameters<typeof text>[0], ...parts: HTMLElement[]) =>
    element(
      "div",
      { class: "field" },
      element("label", { attributes: { for: id } }, text(key)),
      element("span", { class: "field-line" }, ...parts),
    );
  const fineness = line("compare-precision", "compare.ask.precision", half, unit);
  store.watch(
    ({ compare }) => [compare.question],
    ([question]) => {
      if (question === null) return;
      kinds.value = kindOf(question);
      fineness.hidden = question.precision === null;
      const { percent, step } = targetOf(question);
      setAttribute(half, "step", String((step * (percent ? 100 : 1)) / 10));
      unit.textContent = percent ? text("compare.points") : "";
      if (document.activeElement !== half) half.value = shown(question);
    },
  );
  return [line("compare-stop", "compare.ask.stop", kinds), fineness];
}

function shown(question: Question): string {
  const scale = targetOf(question).percent ? 100 : 1;
  return question.precision === null ? "" : String(Number((question.precision * scale).toPrecision(6)));
}
