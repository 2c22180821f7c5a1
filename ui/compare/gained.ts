import type { StudyReading } from "../../sim/contract.ts";
import { armName } from "../brief/answer.ts";
import { measureGap, measureInterval, measureValue, range } from "../brief/measures.ts";
import { armSign, gainedOf, meanOf, optionArms } from "../brief/pictures.ts";
import { gainBins } from "../charts/gainBins.ts";
import { GAIN_KINDS, gainFills, gainSample } from "../charts/whoGained.ts";
import { placeOf } from "../brief/answer.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { pictureWidth } from "./pictureWidth.ts";
import { section } from "./section.ts";

const CAUSAL = "sales.causal.change";
const CENTRAL = "ties.centralisation";

/** Who gained: each firm against itself without the programme; naive and causal estimates; gains; neighbours. */
const WIDTH = 500;
/** An option's sign beside its bar, and the gap. */
const BESIDE = 36;
/** Options whose figures have room beside the name of a measure. */
const BESIDE_NAME = 2;

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
        ...optionArms(reading).flatMap((arm) => bars(reading, arm, pictureWidth(body, WIDTH, BESIDE))),
        element("p", { class: "fine gain-bins" }, text("compare.gained.bins")),
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

function bars(reading: StudyReading, arm: number, width: number): HTMLElement[] {
  const picture = gainedOf(reading, arm, width);
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
            "div",
            { class: "gain-bins" },
            svg(gainBins({ option: placeOf(reading, arm), spread: gains, width, height: 76 })),
          ),
        ]),
  ];
}

/** Naive and causal together, in the same size, with what happened to others; each under its name, however many options. */
function estimates(reading: StudyReading): HTMLElement {
  const arms = optionArms(reading);
  // Many options need the width of the row: the name stands above them.
  const isStacked = arms.length > BESIDE_NAME;
  const group = (name: string, cells: readonly (readonly [string, string])[]): HTMLElement => {
    const values = cells.map(([value, interval]) =>
      element(
        "td",
        { class: "sum-cell" },
        element("strong", {}, value),
        element("span", { class: "sum-range" }, interval),
      ),
    );
    if (!isStacked) return element("tr", {}, element("th", { attributes: { scope: "row" } }, name), ...values);
    const head = element("th", { attributes: { scope: "rowgroup", colspan: arms.length } }, name);
    return element("tbody", {}, element("tr", { class: "estimate-name" }, head), element("tr", {}, ...values));
  };
  const of = (id: string) =>
    arms.map((arm) => {
      const { mean, low, high } = reading.comparison.arms[arm].measures[id] ?? { mean: null, low: null, high: null };
      return [measureValue(id, mean), measureInterval(id, low, high)] as const;
    });
  const beside = arms.map((arm) => {
    const { mean, low, high } = reading.arms[arm].neighbours ?? { mean: null, low: null, high: null };
    return [measureGap(CAUSAL, mean), mean === null ? "" : range(CAUSAL, low, high)] as const;
  });
  const none = measureValue(CENTRAL, meanOf(reading, reading.arms.length - 1, CENTRAL));
  const groups = [
    group(text("compare.estimates.naive"), of("sales.naiveBestSix.change")),
    group(text("compare.estimates.causal"), of(CAUSAL)),
    group(text("compare.estimates.neighbours"), beside),
    group(text("brief.sides.central", { none }), of(CENTRAL)),
  ];
  return element(
    "table",
    { class: isStacked ? "plain-table estimates estimates-stacked" : "plain-table estimates" },
    element("caption", { class: "aside-spoken" }, text("compare.estimates")),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...(isStacked ? [] : [element("th", { attributes: { scope: "col" } }, text("compare.measure"))]),
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
    ...(isStacked ? groups : [element("tbody", {}, ...groups)]),
  );
}
