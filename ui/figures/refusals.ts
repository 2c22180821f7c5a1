import type { Series } from "../../sim/contract.ts";
import { REFUSALS } from "../charted.ts";
import { shareBars } from "../charts/shareBars.ts";
import { valueAt } from "../charts/timeChart.ts";
import { figure, listed, percent, text } from "../i18n/text.ts";
import { courseOf } from "./courses.ts";
import type { Figure, FigureColumn } from "./figureBox.ts";

/** Refusals up to a month, by what would most likely have turned them; the most frequent first. */
export function refusalsAt(series: Series, month: number): { all: number; terms: { name: string; count: number }[] } {
  const terms = REFUSALS.map(({ term, id }) => ({
    name: text(`refusal.${term}`),
    count: valueAt(courseOf(series, id), month) ?? 0,
  })).toSorted((a, b) => b.count - a.count);
  return { all: terms.reduce((sum, { count }) => sum + count, 0), terms };
}

/** The census of refusals: of all firms that said no, how many for which cost or fear. */
export function refusals(): Figure {
  const title = text("figure.refusals");
  return {
    id: "refusals",
    title,
    about: text("figure.refusals.about"),
    isKnown: (series) => courseOf(series, REFUSALS[0].id).length > 0,
    draw: ({ series, month, width, type }) => {
      const { all, terms } = refusalsAt(series, month);
      const bars = terms.map(({ name, count }) => ({
        label: name,
        share: all === 0 ? 0 : count / all,
        figure: count === 0 ? figure(0) : text("refusal.figure", { share: percent(count / all), count }),
      }));
      return { picture: shareBars(bars, width, type + 2), plots: [] };
    },
    spoken: ({ series, month }) => {
      const { all, terms } = refusalsAt(series, month);
      const parts = terms
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => text("figure.part", { name, value: `${percent(count / all)} %` }));
      return text("figure.spoken", { title, month, parts: all === 0 ? text("refusal.none") : listed(parts) });
    },
    columns: ({ series }) => {
      const show = (value: number): string => figure(value);
      const months = series.phases.map((_, month) => month);
      const counts = REFUSALS.map(({ term, id }): FigureColumn => {
        return { id, name: text(`refusal.${term}`), values: courseOf(series, id), show };
      });
      return [{ id: "month", name: text("timeline.month"), values: months, show }, ...counts];
    },
    rows: ({ series, month }) => series.phases.map((_, m) => m).filter((m) => m % 12 === 0 || m === month),
  };
}
