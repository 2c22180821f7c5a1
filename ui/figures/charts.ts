import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import type { Store } from "../store.ts";
import { FIGURES } from "./declared.ts";
import { figureBox } from "./figureBox.ts";
import { overTime } from "./overTime.ts";
import { refusals } from "./refusals.ts";
import "./figures.css";

/** Where the census of refusals stands among the charts. */
const REFUSALS_AT = 3;

/** The charts of Explore: the same world as on the stage, month by month. */
export function charts(store: Store, app: App): HTMLElement {
  const figures = FIGURES.map(overTime);
  figures.splice(REFUSALS_AT, 0, refusals());
  const boxes = figures.map((figure) => figureBox(figure, store, app));
  const about = element("p", { class: "figures-about" });
  const root = element(
    "section",
    { class: "figures", attributes: { "aria-labelledby": "figures-heading", tabindex: 0 } },
    element("h2", { class: "small-heading", attributes: { id: "figures-heading" } }, text("figures.heading")),
    about,
    element("div", { class: "figures-grid" }, ...boxes.map((box) => box.root)),
  );
  const draw = (): void => {
    const { world, series, month, tab, frame } = store.state;
    if (tab !== "charts" || world === null || series === null) return;
    const firms = frame === null ? 0 : frame.conduct.reduce((sum, conduct) => sum + (conduct > 0 ? 1 : 0), 0);
    say(about, text("figures.about", { seed: world.opened.seed, firms }));
    const type = parseFloat(getComputedStyle(about).fontSize);
    for (const box of boxes) box.draw({ world, series, month, type });
  };
  store.watch(({ world, series, month, tab, theme }) => [world, series, month, tab, theme], soon(draw));
  return root;
}
