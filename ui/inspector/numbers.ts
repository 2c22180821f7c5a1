import { figure, percent, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import type { Store } from "../store.ts";

/** Three numbers: networks at work of those formed, members who contribute, cost of a network. */
export function numbers(store: Store): HTMLElement {
  const tile = (label: string) => {
    const value = element("strong", { class: "number-value" });
    const unit = element("span", { class: "number-unit" });
    const root = element(
      "div",
      { class: "number" },
      element("dd", { class: "number-line" }, value, unit),
      element("dt", { class: "number-label" }, label),
    );
    return { root, value, unit };
  };
  const networks = tile(text("number.networks"));
  const contribute = tile(text("number.contribute"));
  const cost = tile(text("number.cost"));
  store.watch(
    ({ frame }) => [frame],
    ([frame]) => {
      const measure = (id: string): number | null => frame?.measures[id] ?? null;
      const set = (node: HTMLElement, value: number | null, show: (value: number) => string): void =>
        say(node, value === null ? text("number.none") : show(value));
      set(networks.value, measure("networks.alive"), (value) => figure(value));
      say(networks.unit, text("number.networks.of", { formed: figure(measure("networks.formed") ?? 0) }));
      set(contribute.value, measure("contribution.rate"), (value) => percent(value));
      say(contribute.unit, measure("contribution.rate") === null ? "" : text("number.contribute.unit"));
      set(cost.value, measure("cost.perNetwork"), (value) => figure(value, value < 100 ? 1 : 0));
    },
  );
  return element(
    "dl",
    { class: "numbers", attributes: { "aria-label": text("numbers.label") } },
    networks.root,
    contribute.root,
    cost.root,
  );
}
