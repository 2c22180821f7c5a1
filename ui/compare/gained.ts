import type { StudyReading } from "../../sim/contract.ts";
import { armName } from "../brief/answer.ts";
import { measureGap, measureValue, range } from "../brief/measures.ts";
import { armSign, gainedOf, optionArms } from "../brief/pictures.ts";
import { gainBins } from "../charts/gainBins.ts";
import { GAIN_KINDS, gainFills, gainSample } from "../charts/whoGained.ts";
import { placeOf } from "../brief/answer.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { section } from "./section.ts";

/** Who gained: each firm against itself without the programme; naive and causal estimates; gains; neighbours. */
const WIDTH = 500;

export function gained(store: Store): HTMLElement {
  const { root, note, body } = section("gained", text("compare.gained"));
  store.watch(
    ({ compare }) => [compare.reading],
    ([reading]) => {
      if (reading === null) return;
      note.textContent = text("compare.gained.note", { n: reading.pairs });
      body.replaceChildren(
        svg(gainFills()),
        key(),
        ...optionArms(reading).flatMap((arm) => bars(reading, arm)),
        estimates(reading),
      );
    },
  );
  return root;
}

function key(): HTMLElement {
  const entries = GAIN_KINDS.map((kind) => element("li", {}, svg(gainSample(kind)), text(`compare.gained.${kind}`)));
  return element("ul", { class: "gain-key" }, ...entries);
}

function bars(reading: StudyReading, arm: number): HTMLElement[] {
  const picture = gainedOf(reading, arm, WIDTH);
  const { additionality, gains } = reading.arms[arm];
  if (picture === null || additionality === null) return [];
  const words = listed(GAIN_KINDS.map((kind) => `${figure(additionality[kind])} ${text(`compare.gained.${kind}`)}`));
  return [
    element(
      "div",
      { class: "gain-row" },
      svg(armSign(reading, arm, 20)),
      element("span", { class: "aside-spoken" }, `${armName(reading, arm)}: ${words}`),
      svg(picture),
    ),
    ...(gains === null
      ? []
      : [
          element(
            "figure",
            { class: "gain-bins" },
            svg(gainBins({ option: placeOf(reading, arm), spread: gains, width: WIDTH, height: 76 })),
            element("figcaption", { class: "fine" }, text("compare.gained.bins")),
          ),
        ]),
  ];
}

/** Naive and causal together, in the same size, with what happened next door. */
function estimates(reading: StudyReading): HTMLElement {
  const row = (name: string, cells: readonly (readonly [string, string])[]): HTMLElement =>
    element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, name),
      ...cells.map(([value, interval]) =>
        element(
          "td",
          { class: "sum-cell" },
          element("strong", {}, value),
          element("span", { class: "sum-range" }, interval),
        ),
      ),
    );
  const arms = optionArms(reading);
  const of = (id: string) =>
    arms.map((arm) => {
      const { mean, low, high } = reading.comparison.arms[arm].measures[id] ?? { mean: null, low: null, high: null };
      return [measureValue(id, mean), range(id, low, high)] as const;
    });
  const beside = arms.map((arm) => {
    const { mean, low, high } = reading.arms[arm].neighbours ?? { mean: null, low: null, high: null };
    return [measureGap("sales.causal.change", mean), range("sales.causal.change", low, high)] as const;
  });
  return element(
    "table",
    { class: "plain-table" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { attributes: { scope: "col" } }, text("compare.estimates")),
        ...arms.map((arm) =>
          element(
            "th",
            { class: "sum-head", attributes: { scope: "col" } },
            svg(armSign(reading, arm, 18)),
            element("span", { class: "aside-spoken" }, armName(reading, arm)),
          ),
        ),
      ),
    ),
    element(
      "tbody",
      {},
      row(text("compare.estimates.naive"), of("sales.naiveBestSix.change")),
      row(text("compare.estimates.causal"), of("sales.causal.change")),
      row(text("compare.estimates.neighbours"), beside),
    ),
  );
}
