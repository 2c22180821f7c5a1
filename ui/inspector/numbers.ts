import type { App } from "../app.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import type { Store } from "../store.ts";

/** Worlds that this one can be held against. */
const WORLDS = 20;

const cost = (value: number): string => figure(value, value < 100 ? 1 : 0);

/**
 * Three numbers: networks at work of those formed, members who contribute, cost of a network; each with a strip that
 * shows how this world lies among others, once somebody has asked for it.
 */
export function numbers(store: Store, app: App): HTMLElement {
  const tile = (label: string) => {
    const value = element("strong", { class: "number-value" });
    const unit = element("span", { class: "number-unit" });
    const strip = element("dd", { class: "number-strip", attributes: { hidden: true } });
    const root = element(
      "div",
      { class: "number" },
      element("dd", { class: "number-line" }, value, unit),
      element("dt", { class: "number-label" }, label),
      strip,
    );
    return { root, value, unit, strip };
  };
  const networks = tile(text("number.networks"));
  const contribute = tile(text("number.contribute"));
  const perNetwork = tile(text("number.cost"));
  const ask = element(
    "button",
    { class: "link-button spread-ask", attributes: { type: "button" } },
    text("spread.ask", { count: WORLDS }),
  );
  const foot = element("div", { class: "numbers-foot" }, ask);
  let asking: Promise<() => void> | null = null;
  ask.addEventListener("click", () => {
    asking ??= import("./spread.ts").then(({ spreading }) =>
      spreading(
        store,
        app.outside.startComparer,
        [
          { measure: "networks.alive", strip: networks.strip, show: (value) => figure(value) },
          { measure: "contribution.rate", strip: contribute.strip, show: percent, end: 1 },
          { measure: "cost.perNetwork", strip: perNetwork.strip, show: cost, isProgrammes: true },
        ],
        { foot, ask, worlds: WORLDS },
      ),
    );
    void asking.then((again) => again());
  });
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
      set(perNetwork.value, measure("cost.perNetwork"), cost);
      // Reference models have other measures.
      foot.hidden = frame === null || !Object.hasOwn(frame.measures, "networks.alive");
    },
  );
  return element(
    "div",
    { class: "numbers-box" },
    element(
      "dl",
      { class: "numbers", attributes: { "aria-label": text("numbers.label") } },
      networks.root,
      contribute.root,
      perNetwork.root,
    ),
    foot,
  );
}
