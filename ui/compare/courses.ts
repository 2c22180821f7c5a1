import { armName } from "../brief/answer.ts";
import { measureWords } from "../brief/measures.ts";
import { armSign, fanOf, optionArms } from "../brief/pictures.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { pictureWidth } from "./pictureWidth.ts";
import { section } from "./section.ts";

/** How the target's measure unfolds: a panel an option, on the same axes. */
const WIDTH = 356;
const HEIGHT = 230;

export function courses(store: Store): HTMLElement {
  const { root, note, body } = section("courses", text("compare.courses"));
  body.classList.add("panels");
  store.watch(
    ({ compare }) => [compare.reading],
    ([reading]) => {
      if (reading === null) return;
      const measure = measureWords(reading.target.measure);
      note.textContent = text("compare.courses.note", { measure, n: reading.pairs, thin: Math.min(10, reading.pairs) });
      body.replaceChildren(
        ...optionArms(reading).flatMap((arm) => {
          const picture = fanOf(reading, arm, pictureWidth(body, WIDTH), HEIGHT);
          if (picture === null) return [];
          return [
            element(
              "figure",
              { class: "panel" },
              element("figcaption", {}, svg(armSign(reading, arm, 18)), armName(reading, arm)),
              svg(picture),
            ),
          ];
        }),
      );
    },
  );
  return root;
}
