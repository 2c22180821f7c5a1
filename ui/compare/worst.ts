import { shortName } from "../brief/answer.ts";
import { measureGap } from "../brief/measures.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import type { Comparing } from "./comparing.ts";
import { section } from "./section.ts";
import { stageWorld } from "./stages.ts";

/** The worlds in which the leading option does worst, each one click from its stage. */
export function worst(store: Store, comparing: Comparing): HTMLElement {
  const { root, note, body } = section("worst", text("compare.worst"));
  const open = (world: number): void => {
    stageWorld(store, comparing, world);
    document.querySelector(".compare-stages")?.scrollIntoView({ block: "start" });
  };
  store.watch(
    ({ compare }) => [compare.reading, compare.pair],
    () => {
      const found = chosen(store.state);
      if (found === null) return;
      const { reading, pair } = found;
      const names = { a: shortName(reading, pair.a), b: shortName(reading, pair.b), n: reading.pairs };
      note.textContent = text("compare.worst.note", names);
      if (pair.isSame) {
        body.replaceChildren(element("p", {}, text("brief.worst.same")));
        return;
      }
      const items = pair.worst.map(({ world, difference }) =>
        element(
          "li",
          {},
          element(
            "button",
            { class: "worst-world", attributes: { type: "button" }, on: { click: () => open(world) } },
            element(
              "strong",
              {},
              element("span", { class: "aside-spoken" }, text("compare.worst.world")),
              String(world),
            ),
            element("span", {}, measureGap(reading.target.measure, difference)),
          ),
        ),
      );
      body.replaceChildren(element("ol", { class: "worst-worlds" }, ...items));
    },
  );
  return root;
}
