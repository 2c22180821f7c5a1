import { phasesChart } from "../charts/phasesChart.ts";
import { PHASE_NAMES } from "../charts/phaseLine.ts";
import { figure, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";

const HEIGHT = 148;
const EVERY = 12;

/** Networks by phase over time, as a chart or as a table. */
export function phases(store: Store): HTMLElement {
  const picture = element("div", { class: "chart", attributes: { role: "img" } });
  const table = element("div", { class: "chart-table", attributes: { hidden: true } });
  const swap = element("button", { class: "link-button", attributes: { type: "button" } });
  const names = PHASE_NAMES.slice(0, 5).map((name) => text(`phase.${name}`));
  const flip = (isTable: boolean): void => {
    table.hidden = !isTable;
    picture.hidden = isTable;
    say(swap, text(isTable ? "phases.hideTable" : "phases.showTable"));
    draw();
  };
  swap.addEventListener("click", () => flip(!picture.hidden));

  let width = 296;
  function draw(): void {
    const { series, world, month } = store.state;
    if (series === null || world === null || series.phases.length === 0) return;
    const total = (series.phases[Math.min(month, series.phases.length - 1)] ?? []).reduce(
      (sum, count) => sum + count,
      0,
    );
    picture.setAttribute("aria-label", text("phases.summary", { total, month }));
    if (table.hidden) {
      const { phases: counts } = series;
      const { months } = world.opened;
      picture.replaceChildren(svg(phasesChart({ phases: counts, month, months, names, width, height: HEIGHT })));
    } else table.replaceChildren(tableOf(series.phases, month, names));
  }
  const redraw = soon(draw);
  store.watch(({ series, world, month }) => [series, world, month], redraw);
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width > 0) width = contentRect.width;
    redraw();
  }).observe(picture);
  flip(false);
  return element(
    "section",
    { class: "phases", attributes: { "aria-labelledby": "phases-heading" } },
    element(
      "div",
      { class: "section-line" },
      element("h2", { class: "small-heading", attributes: { id: "phases-heading" } }, text("phases.heading")),
      swap,
    ),
    picture,
    table,
  );
}

function tableOf(counts: readonly (readonly number[])[], month: number, names: readonly string[]): HTMLElement {
  const months = new Set(counts.map((_, m) => m).filter((m) => m % EVERY === 0));
  if (month < counts.length) months.add(month);
  const head = [text("timeline.month"), ...names].map((name) => element("th", { attributes: { scope: "col" } }, name));
  const rows = [...months]
    .sort((a, b) => a - b)
    .map((m) =>
      element(
        "tr",
        { class: m === month ? "row-now" : "" },
        element("th", { attributes: { scope: "row" } }, figure(m)),
        ...(counts[m] ?? []).map((count) => element("td", {}, figure(count))),
      ),
    );
  return element(
    "table",
    { class: "table" },
    element("caption", { class: "aside-spoken" }, text("phases.table")),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}
