import { armName } from "../brief/answer.ts";
import { armSign, dotsOf, metWords, optionArms } from "../brief/pictures.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { pictureWidth } from "./pictureWidth.ts";
import { section } from "./section.ts";

/** In how many worlds the target is met: fifty dots an option. */
const WIDTH = 400;

export function target(store: Store): HTMLElement {
  const { root, note, body } = section("target", text("compare.target"));
  store.watch(
    ({ compare }) => [compare.reading],
    ([reading]) => {
      if (reading === null) return;
      const arms = optionArms(reading);
      note.textContent = text("compare.target.note", {
        each: Math.max(1, Math.round(reading.pairs / 50)),
        n: reading.pairs,
      });
      body.replaceChildren(
        ...arms.map((arm, at) =>
          element(
            "div",
            { class: "target-row" },
            element(
              "p",
              { class: "target-count" },
              element("strong", {}, metWords(reading, arm)),
              element("span", { class: "target-name" }, svg(armSign(reading, arm, 16)), armName(reading, arm)),
              element(
                "span",
                { class: "sum-range" },
                text("compare.target.all", { met: reading.arms[arm].met, n: reading.pairs }),
              ),
              ...(reading.budget === null
                ? []
                : [
                    element(
                      "span",
                      { class: "sum-range" },
                      text("compare.target.budget", { within: reading.arms[arm].withinBudget, n: reading.pairs }),
                    ),
                  ]),
            ),
            svg(
              dotsOf(
                reading,
                arm,
                pictureWidth(body, WIDTH),
                at === arms.length - 1 ? 130 : 112,
                at === arms.length - 1,
              ),
            ),
          ),
        ),
      );
    },
  );
  return root;
}
