import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";

/** Parts that a printed page is made of, as data. */

export type Content = Mark | string;

/** A labelled block: the name of the block in a column of its own, its content beside it. */
export function block(name: string, ...content: readonly Content[]): Mark {
  return mark(
    "section",
    { class: "brief-block" },
    mark("h2", { class: "brief-label" }, name),
    mark("div", { class: "brief-body" }, ...content),
  );
}

export function paragraph(words: Content, kind = ""): Mark {
  return mark("p", kind === "" ? {} : { class: kind }, words);
}

export interface Column {
  readonly title: Content;
  readonly isFigure?: boolean;
}

/** A table; the first cell of a row is its heading. @param sums rows above which a darker rule stands */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  options: { readonly sums?: ReadonlySet<number>; readonly kind?: string } = {},
): Mark {
  const kindOf = (column: number): string => (columns[column]?.isFigure ? "figure" : "words");
  return mark(
    "table",
    { class: `brief-table ${options.kind ?? ""}`.trim() },
    mark(
      "thead",
      {},
      mark("tr", {}, ...columns.map(({ title }, at) => mark("th", { scope: "col", class: kindOf(at) }, title))),
    ),
    mark(
      "tbody",
      {},
      ...rows.map((cells, at) =>
        mark(
          "tr",
          options.sums?.has(at) ? { class: "sum" } : {},
          ...cells.map((cell, k) =>
            k === 0 ? mark("th", { scope: "row", class: "words" }, cell) : mark("td", { class: kindOf(k) }, cell),
          ),
        ),
      ),
    ),
  );
}

/** A value with its interval in the same cell. */
export function withInterval(value: Content, interval: string): Mark {
  return mark("span", {}, value, ...(interval === "" ? [] : [" ", mark("span", { class: "aside" }, `(${interval})`)]));
}
