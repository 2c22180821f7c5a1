import type { App } from "../app.ts";
import { shareBars } from "../charts/shareBars.ts";
import { refusals, refusalsAt } from "../figures/refusals.ts";
import { percent, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { State } from "../store.ts";
import { nameButton, subheading } from "./head.ts";

/** The census of refusals, for whoever has not chosen anyone yet: what stands behind most of them. */
export function census({ series, world, month }: State, app: App, width: number, type: number): HTMLElement[] {
  if (series === null || world === null) return [];
  const { all, terms } = refusalsAt(series, month);
  if (all === 0) return [];
  const bars = terms
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => ({
      label: name,
      share: count / all,
      figure: text("refusal.figure", { share: percent(count / all), count }),
    }));
  const spoken = refusals().spoken({ world, series, month, width, type });
  const picture = svg(shareBars(bars, width, type));
  return [
    element(
      "div",
      { class: "census" },
      subheading(text("census.heading", { all })),
      element("p", { class: "census-about" }, text("figure.refusals.about")),
      element("div", { attributes: { role: "img", "aria-label": spoken } }, picture as unknown as HTMLElement),
      nameButton(text("census.more"), "census", () => app.setTab("charts")),
    ),
  ];
}
