import font from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline";
import picturesCss from "../charts/comparison.css?raw";
import { mark } from "../charts/marks.ts";
import type { Mark } from "../charts/marks.ts";
import { direction, spoken } from "../i18n/text.ts";
import briefCss from "./brief.css?raw";
import { htmlText } from "./html.ts";

/** What a file looks like around the brief. */
const AROUND = "html{background:#ececea}body{margin:0}@media print{html{background:#fff}}";

/** Nothing is fetched and nothing runs: all of it is in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** The letters the pages are measured in; others fall back to the reader's own. */
const FACE = `@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${font}) format("woff2")}`;

/** The brief as a file that needs nothing else. @param content as `brief` makes it */
export function briefFile(content: Mark, title: string): string {
  const page = mark(
    "html",
    { lang: spoken(), dir: direction(spoken()) },
    mark(
      "head",
      {},
      mark("meta", { charset: "utf-8" }),
      mark("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      mark("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      mark("title", {}, title),
      mark("style", {}, STYLE),
    ),
    mark("body", {}, content),
  );
  // The style sheet is ours and stands as it is; everything else is escaped.
  return `<!doctype html>\n${htmlText(page).replace(htmlText(mark("style", {}, STYLE)), () => STYLED)}\n`;
}

const STYLE = `${FACE}${AROUND}\n${picturesCss}\n${briefCss}`;
const STYLED = `<style>${STYLE}</style>`;
