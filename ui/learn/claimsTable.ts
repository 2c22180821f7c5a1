import measured from "../../scenarios/evidence/lessons.json";
import { figure, percent } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { said } from "./words.ts";

interface Measured {
  readonly kind: string;
  readonly figure: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** What the lesson says to happen, in its own words, and in how many worlds it did: the file of `npm run check:lessons`. */
export function claimsTable(lesson: Lesson): HTMLElement {
  const { worlds, modelVersion: model, checks } = measured;
  const rows = lesson.claims.flatMap(({ check, said: parts }) => {
    const found = checks.find(({ id }) => id === check);
    if (found === undefined) return [];
    const figures = found.claims.map((claim) => element("p", {}, figureWords(claim)));
    return [
      element(
        "tr",
        {},
        element("td", {}, ...parts.map((part) => element("p", {}, wordsOf(lesson, part)))),
        element("td", {}, ...figures, element("strong", {}, said(found.held ? "claims.held" : "claims.missed"))),
      ),
    ];
  });
  const heads = [said("claims.said"), said("claims.found")];
  const seeds = checks[0]?.seeds ?? "";
  return element(
    "section",
    {},
    element("h2", { class: "small-heading" }, said("claims.heading")),
    element(
      "table",
      { class: "claims-table" },
      element(
        "thead",
        {},
        element("tr", {}, ...heads.map((each) => element("th", { attributes: { scope: "col" } }, each))),
      ),
      element("tbody", {}, ...rows),
    ),
    element("p", { class: "learn-note" }, said("claims.note", { worlds, model, seeds })),
  );
}

function figureWords({ kind, figure: value, low, high, n }: Measured): string {
  if (value === null) return "–";
  if (kind === "mostly") return said("claims.share", { share: percent(value), n });
  const [from, to] = [low, high].map((each) => (each === null ? "–" : figure(each, 2)));
  return said("claims.figure", { figure: figure(value, 2), low: from, high: to, n });
}
