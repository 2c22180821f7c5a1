import type { PairReading, StudyReading } from "../../sim/contract.ts";
import { answerWords, armName, basisWords, contrastOf, placeOf, settledWords, sizeWords } from "../brief/answer.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import type { Store } from "../store.ts";
import type { Comparing } from "./comparing.ts";
import { optionSign } from "./options.ts";

/** The contrast that is read now. */
export function chosen({ compare }: Store["state"]): { reading: StudyReading; pair: PairReading } | null {
  const { reading, pair } = compare;
  if (reading === null) return null;
  const found = contrastOf(reading, pair[0], pair[1]) ?? reading.contrasts[0];
  return found === undefined ? null : { reading, pair: found };
}

/** One sentence first; then how much, how sure, at what price; then whether it has settled. */
export function answer(store: Store, comparing: Comparing): HTMLElement {
  const sentence = element("h2", { class: "compare-answer", attributes: { "aria-live": "polite" } });
  const size = element("p", { class: "compare-size" });
  const basis = element("p", { class: "compare-basis" });
  const pairs = element("div", { class: "compare-pairs" });
  const root = element("section", { class: "compare-answers" }, sentence, size, basis, pairs);
  store.watch(
    ({ compare }) => [compare.reading, compare.pair, compare.currency],
    ([, , currency]) => {
      const found = chosen(store.state);
      root.hidden = found === null;
      if (found === null) return;
      const { reading, pair } = found;
      say(sentence, answerWords(reading, pair));
      say(size, sizeWords(reading, pair, currency));
      say(basis, `${settledWords(reading, pair)} ${basisWords(reading)}`);
      keepFocus(pairs, () => pairs.replaceChildren(...choices(reading, pair, comparing)));
    },
  );
  return root;
}

/** Which two are held against each other, where there is a choice. */
function choices(reading: StudyReading, pair: PairReading, comparing: Comparing): HTMLElement[] {
  if (reading.contrasts.length < 2) return [];
  const select = element(
    "select",
    { class: "select", attributes: { "aria-label": text("compare.pair"), "data-key": "pair" } },
    ...reading.contrasts.map(({ a, b }) =>
      element(
        "option",
        { attributes: { value: `${a} ${b}` } },
        text("compare.pair.value", { a: armName(reading, a), b: armName(reading, b) }),
      ),
    ),
  );
  select.value = `${pair.a} ${pair.b}`;
  select.addEventListener("change", () => {
    const [a, b] = select.value.split(" ").map(Number);
    comparing.hold(a, b);
  });
  return [optionSign(placeOf(reading, pair.a)), optionSign(placeOf(reading, pair.b)), select] as HTMLElement[];
}
