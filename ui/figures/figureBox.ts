import type { Series } from "../../sim/contract.ts";
import { csvOf } from "../../src/formats/csv.ts";
import type { App } from "../app.ts";
import type { Plot } from "../charts/timeChart.ts";
import { monthAt } from "../charts/timeChart.ts";
import type { Mark } from "../charts/marks.ts";
import { fileName, saveFile } from "../export/save.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { pngFile, svgFile } from "../parts/takePicture.ts";
import type { OpenWorld, Store } from "../store.ts";

/** What a figure is drawn from. */
export interface Shown {
  readonly world: OpenWorld;
  readonly series: Series;
  readonly month: number;
  readonly width: number;
  /** Size of the type on axes, px. */
  readonly type: number;
}

/** A column of a figure's table: its id in files, its name, and what it holds in each row. */
export interface FigureColumn {
  readonly id: string;
  readonly name: string;
  readonly values: readonly (number | string | null)[];
  readonly show: (value: number) => string;
}

/** A picture, the same as a table, and what it is called. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly draw: (shown: Shown) => { readonly picture: Mark; readonly plots: readonly Plot[] };
  /** Whether there is anything to be drawn yet. */
  readonly isKnown: (series: Series) => boolean;
  /** One sentence that says what the picture shows in the month shown. */
  readonly spoken: (shown: Shown) => string;
  /** Columns of the table; the first one names the row. */
  readonly columns: (shown: Shown) => readonly FigureColumn[];
  /** Which rows of the table are shown on the page; files hold all. */
  readonly rows: (shown: Shown) => readonly number[];
}

export interface FigureBox {
  readonly root: HTMLElement;
  readonly draw: (shown: Omit<Shown, "width"> | null) => void;
}

/** A figure on the page: its title, a sentence on it, the picture or the table, and its files. */
export function figureBox(figure: Figure, store: Store, app: App): FigureBox {
  const { id, title, about } = figure;
  const picture = element("div", { class: "figure-picture", attributes: { role: "img" } });
  const table = element("div", {
    class: "figure-table",
    attributes: { hidden: true, tabindex: 0, role: "region", "aria-label": text("figure.asTable.of", { title }) },
  });
  const waiting = element("p", { class: "figure-waiting" }, text("figure.waiting"));
  const swap = element("button", {
    class: "link-button",
    attributes: { type: "button" },
    on: {
      click: () => {
        table.hidden = !table.hidden;
        draw(last);
      },
    },
  });
  let last: Omit<Shown, "width"> | null = null;
  let plots: readonly Plot[] = [];
  let width = 0;

  const save = (kind: "csv" | "svg" | "png"): void => {
    if (last === null) return;
    const shown: Shown = { ...last, width };
    const { opened } = shown.world;
    const name = fileName([opened.scenario, opened.seed, id], kind);
    if (kind === "csv") return saveFile(name, csvFile(figure, shown));
    const chart = picture.querySelector("svg");
    if (chart === null) return;
    const lines = [title, text("figure.source", { title: opened.title, seed: opened.seed, month: shown.month })];
    if (kind === "svg") saveFile(name, svgFile(chart, lines));
    else void pngFile(chart, lines).then((file) => saveFile(name, file));
  };
  const files = (["csv", "svg", "png"] as const).map((kind) =>
    element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "aria-label": text(`figure.save.${kind}`, { title }) },
        on: { click: () => save(kind) },
      },
      kind.toUpperCase(),
    ),
  );
  const root = element(
    "div",
    { class: `figure-box figure-box-${id}` },
    element(
      "div",
      { class: "figure-head" },
      element("h3", { class: "figure-title" }, title),
      element("div", { class: "figure-actions" }, swap, ...files),
    ),
    element("p", { class: "figure-about" }, about),
    waiting,
    picture,
    table,
  );

  picture.addEventListener("click", (event) => {
    const { world } = store.state;
    if (world === null) return;
    const box = picture.getBoundingClientRect();
    const month = monthAt(plots, world.opened.months, event.clientX - box.left, event.clientY - box.top);
    if (month !== null) app.go(Math.max(0, Math.min(month, world.opened.months)));
  });
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === 0 || contentRect.width === width) return;
    width = contentRect.width;
    draw(last);
  }).observe(root);

  function draw(shown: Omit<Shown, "width"> | null): void {
    last = shown;
    const isTable = !table.hidden;
    const isKnown = shown !== null && figure.isKnown(shown.series);
    say(swap, text(isTable ? "figure.asChart" : "figure.asTable"));
    swap.setAttribute("aria-label", text(isTable ? "figure.asChart.of" : "figure.asTable.of", { title }));
    waiting.hidden = isKnown;
    picture.hidden = isTable || !isKnown;
    if (shown === null || !isKnown || width === 0) return;
    const all: Shown = { ...shown, width };
    if (isTable) table.replaceChildren(tableOf(figure, all));
    else {
      const drawn = figure.draw(all);
      ({ plots } = drawn);
      picture.replaceChildren(svg(drawn.picture));
      picture.setAttribute("aria-label", figure.spoken(all));
      picture.classList.toggle("figure-jumps", plots.length > 0);
    }
  }
  draw(null);
  return { root, draw };
}

function csvFile(figure: Figure, shown: Shown): Blob {
  const columns = figure
    .columns(shown)
    .map(({ id, values }) => ({ name: id, kind: "number" as const, values: values.map((value) => value ?? null) }));
  return new Blob([csvOf(columns)], { type: "text/csv" });
}

function tableOf(figure: Figure, shown: Shown): HTMLElement {
  const columns = figure.columns(shown);
  const words = (column: FigureColumn, row: number): string => {
    const value = column.values[row] ?? null;
    if (value === null) return text("number.none");
    return typeof value === "string" ? value : column.show(value);
  };
  const rows = figure
    .rows(shown)
    .map((row) =>
      element(
        "tr",
        { class: columns[0].id === "month" && columns[0].values[row] === shown.month ? "row-now" : "" },
        element("th", { attributes: { scope: "row" } }, words(columns[0], row)),
        ...columns.slice(1).map((column) => element("td", { class: "figure" }, words(column, row))),
      ),
    );
  const head = columns.map(({ name }, k) =>
    element("th", { class: k > 0 ? "figure" : "", attributes: { scope: "col" } }, name),
  );
  return element(
    "table",
    { class: "table" },
    element("caption", { class: "aside-spoken" }, figure.title),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}
