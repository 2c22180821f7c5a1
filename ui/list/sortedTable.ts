import { figure, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import { normal } from "../stage/find.ts";

export interface Column<Row> {
  readonly name: string;
  readonly isFigure?: boolean;
  /** What rows are sorted and found by; null comes last. */
  readonly value: (row: Row) => number | string | null;
  /** What stands in the cell; the value where it is left out. */
  readonly cell?: (row: Row) => string | HTMLElement;
}

export interface SortedTable<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** A row of its own below a row, across all columns. */
  readonly below?: (row: Row) => HTMLElement | null;
}

const PAGE = 50;

/** Whether every word of a query begins some word of a row. */
export function fits(query: string, words: string): boolean {
  const parts = normal(words).split(/[\s,./()]+/);
  return normal(query)
    .split(/[\s,./]+/)
    .every((wanted) => wanted === "" || parts.some((part) => part.startsWith(wanted)));
}

/** Rows by a column, up or down; of equals the order stays, and what has no value comes last. */
export function sorted<Row>(rows: readonly Row[], { value }: Column<Row>, isDown: boolean): Row[] {
  const sign = isDown ? -1 : 1;
  return rows.toSorted((a, b) => {
    const x = value(a);
    const y = value(b);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === "number" && typeof y === "number") return sign * (x - y);
    return sign * String(x).localeCompare(String(y));
  });
}

/**
 * A table that the reader sorts by its headings, filters by words and turns page by page.
 *
 * @param hint what may be looked for
 */
export function sortedTable<Row>(
  id: string,
  hint = text("list.filter.hint"),
): { root: HTMLElement; draw: (table: SortedTable<Row>) => void } {
  let sort: { readonly at: number; readonly isDown: boolean } | null = null;
  let page = 0;
  let last: SortedTable<Row> | null = null;
  const again = (): void => {
    if (last !== null) draw(last);
  };
  const filter = element("input", {
    class: "list-filter",
    attributes: { type: "search", id: `${id}-filter`, placeholder: hint, autocomplete: "off" },
    on: {
      input: () => {
        page = 0;
        again();
      },
    },
  });
  const count = element("span", { class: "list-count", attributes: { role: "status" } });
  const turn = (step: number): void => {
    page += step;
    again();
  };
  const button = (key: "list.previous" | "list.next", step: number) =>
    element("button", { class: "button", attributes: { type: "button" }, on: { click: () => turn(step) } }, text(key));
  const previous = button("list.previous", -1);
  const next = button("list.next", 1);
  const pages = element("div", { class: "list-pages" }, previous, next);
  const frame = element("div", { class: "list-scroll" });
  const root = element(
    "div",
    { class: "list-part" },
    element(
      "div",
      { class: "list-tools" },
      element("label", { attributes: { for: `${id}-filter` } }, text("list.filter")),
      filter,
      count,
      pages,
    ),
    frame,
  );

  function draw(table: SortedTable<Row>): void {
    last = table;
    const { columns, rows } = table;
    const query = filter.value;
    const words = (row: Row): string => columns.map(({ value }) => value(row) ?? "").join(" ");
    const found = query.trim() === "" ? rows : rows.filter((row) => fits(query, words(row)));
    const ordered = sort === null ? found : sorted(found, columns[sort.at], sort.isDown);
    const most = Math.max(0, Math.ceil(ordered.length / PAGE) - 1);
    page = Math.max(0, Math.min(page, most));
    const from = page * PAGE;
    const shown = ordered.slice(from, from + PAGE);
    previous.disabled = page === 0;
    next.disabled = page === most;
    pages.hidden = most === 0;
    say(
      count,
      shown.length === 0
        ? text("list.count.none")
        : text("list.count", { from: from + 1, to: from + shown.length, all: ordered.length }),
    );
    keepFocus(frame, () => frame.replaceChildren(tableOf(table, shown)));
  }

  function tableOf({ caption, columns, below }: SortedTable<Row>, rows: readonly Row[]): HTMLElement {
    const head = columns.map((column, at) => heading(column, at));
    const body = rows.flatMap((row) => {
      const cells = columns.map((column, at) => cellOf(column, row, at));
      const more = below?.(row) ?? null;
      const line = element("tr", {}, ...cells);
      if (more === null) return [line];
      const cell = element("td", { class: "members", attributes: { colspan: columns.length } }, more);
      return [line, element("tr", {}, cell)];
    });
    return element(
      "table",
      { class: "table list-table" },
      element("caption", { class: "aside-spoken" }, caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
    );
  }

  function heading({ name, isFigure }: Column<Row>, at: number): HTMLElement {
    const isSorted = sort?.at === at;
    const isDown = isSorted && sort?.isDown === true;
    const press = (): void => {
      // Figures begin with the largest.
      sort = { at, isDown: isSorted ? !isDown : isFigure === true };
      page = 0;
      again();
    };
    const sign = isSorted ? element("span", { attributes: { "aria-hidden": "true" } }, isDown ? " ↓" : " ↑") : "";
    const control = element(
      "button",
      { class: "list-sort", attributes: { type: "button", "data-key": `sort ${at}` }, on: { click: press } },
      name,
      sign,
    );
    const order = isSorted ? (isDown ? "descending" : "ascending") : undefined;
    return element(
      "th",
      { class: isFigure === true ? "figure" : "", attributes: { scope: "col", "aria-sort": order } },
      control,
    );
  }

  function cellOf({ cell, value, isFigure }: Column<Row>, row: Row, at: number): HTMLElement {
    const own = value(row);
    const content = cell?.(row) ?? (own === null ? text("number.none") : typeof own === "number" ? figure(own) : own);
    if (at === 0) return element("th", { attributes: { scope: "row" } }, content);
    return element("td", { class: isFigure === true ? "figure" : "" }, content);
  }
  return { root, draw };
}
