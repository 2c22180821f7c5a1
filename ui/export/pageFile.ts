import type { Mark } from "../charts/marks.ts";
import { mark, svgText } from "../charts/marks.ts";
import { unitWord } from "../declared/declared.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { monthSentence } from "../sentence.ts";
import type { State } from "../store.ts";
import type { ExportJob } from "./entry.ts";
import { pictureName, svgOf } from "./picture.ts";
import { saveFile } from "./save.ts";
import { caption } from "./sheet.ts";

/** Nothing is loaded from anywhere and nothing runs: the file may be mailed and opened by anyone. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE =
  "body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#1a1c20;background:#fff}" +
  "svg{display:block;width:100%;height:auto}table{border-collapse:collapse;margin:1rem 0}" +
  "th,td{padding:.25rem 1rem .25rem 0;border-top:1px solid #ddddd8;text-align:left;font-weight:400}" +
  "td.value{text-align:right;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600}a{color:#00695a}";

const DIGITS = 2;

/** The view as one file: picture, what happened, the month's numbers, and the link to go on from. */
export function pageText(state: State, address: string, picture: string): string {
  const { world, frame, descriptions } = state;
  if (world === null || frame === null) return "";
  const { opened } = world;
  const row = (id: string, value: number | null): Mark => {
    const known = descriptions?.measures.find((measure) => measure.id === id);
    const shown = value === null ? text("export.page.none") : figure(value, Number.isInteger(value) ? 0 : DIGITS);
    return mark(
      "tr",
      {},
      mark("th", { scope: "row" }, known?.title ?? id),
      mark("td", { class: "value" }, shown),
      mark("td", {}, known === undefined ? "" : unitWord(known.unit, wordFor)),
    );
  };
  const head = mark(
    "tr",
    {},
    ...(["export.page.measure", "export.page.value", "export.page.unit"] as const).map((key) =>
      mark("th", { scope: "col" }, text(key)),
    ),
  );
  const table = mark(
    "table",
    {},
    mark("caption", {}, text("export.page.numbers", { month: frame.month })),
    mark("thead", {}, head),
    mark("tbody", {}, ...Object.entries(frame.measures).map(([id, value]) => row(id, value))),
  );
  const said = `${text("sentence.month", { month: frame.month })} ${monthSentence(frame, opened)}`;
  const body = [
    mark("h1", {}, opened.question),
    mark("p", {}, said),
    table,
    mark("p", {}, mark("a", { href: address }, text("export.page.link"))),
    mark("p", {}, caption(state)),
  ].map(svgText);
  const [heading, ...rest] = body;
  const language = document.documentElement.lang || "en";
  return [
    `<!doctype html><html lang="${language.replace(/[^A-Za-z-]/g, "")}"><head><meta charset="utf-8">`,
    svgText(mark("meta", { "http-equiv": "Content-Security-Policy", content: POLICY })),
    svgText(mark("meta", { name: "viewport", content: "width=device-width, initial-scale=1" })),
    svgText(mark("title", {}, text("page.title", { scenario: opened.title }))),
    `<style>${STYLE}</style></head><body>`,
    heading,
    picture,
    ...rest,
    "</body></html>\n",
  ].join("\n");
}

export function savePage({ store }: ExportJob): Promise<void> {
  const content = pageText(store.state, location.href, svgOf(store.state));
  saveFile(pictureName(store.state, "html"), new Blob([content], { type: "text/html" }));
  return Promise.resolve();
}
