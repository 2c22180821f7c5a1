import type { Mark } from "../../ui/charts/marks.ts";
import { mark, svgText } from "../../ui/charts/marks.ts";
import type { Column } from "./table.ts";

/** A page of text, tables and pictures that needs nothing beside it: no script, no style sheet, no font, no network. */

const STYLE = `
body { margin: 0 auto; max-width: 920px; padding: 24px 16px 64px; color: #1a1c20; background: #ffffff;
  font: 15px/1.4 system-ui, sans-serif; }
h1 { font-size: 22px; font-weight: 650; } h2 { font-size: 18px; font-weight: 600; margin-top: 40px; }
p { max-width: 68ch; } .quiet { color: #4a4e57; font-size: 13px; } svg { display: block; max-width: 100%; height: auto; margin: 12px 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 13px; }
th, td { text-align: left; padding: 3px 14px 3px 0; border-bottom: 1px solid #ddddd8; white-space: nowrap; }
th { border-color: #8a8d93; font-weight: 600; } .figure { text-align: right; font-variant-numeric: tabular-nums; }
`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function paragraph(text: string, quiet = false): Mark {
  return mark("p", quiet ? { class: "quiet" } : {}, text);
}

export function heading(level: 1 | 2, text: string): Mark {
  return mark(`h${level}`, {}, text);
}

export function tableMark(columns: readonly Column[], rows: readonly (readonly string[])[]): Mark {
  const traits = (at: number) => (columns[at].side === "right" ? { class: "figure" } : {});
  const line = (name: string, cells: readonly string[]) =>
    mark("tr", {}, ...cells.map((cell, at) => mark(name, traits(at), cell === "" ? " " : cell)));
  const head = mark(
    "thead",
    {},
    line(
      "th",
      columns.map(({ title }) => title),
    ),
  );
  return mark(
    "div",
    { class: "wide" },
    mark("table", {}, head, mark("tbody", {}, ...rows.map((row) => line("td", row)))),
  );
}

/** The whole page as text. */
export function pageText(title: string, content: readonly Mark[]): string {
  const head = mark(
    "head",
    {},
    mark("meta", { charset: "utf-8" }),
    mark("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    mark("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    mark("title", {}, title),
    mark("style", {}, STYLE),
  );
  const body = mark("body", {}, mark("main", {}, ...content));
  return `<!doctype html>\n${svgText(mark("html", { lang: "en" }, head, body))}\n`;
}
