import type { Series } from "../../sim/contract.ts";
import { timePanels, valueAt } from "../charts/timeChart.ts";
import { figure, listed, text } from "../i18n/text.ts";
import type { Key } from "../i18n/text.ts";
import { courseOf, nameOf, panelOf, shown as shownAs } from "./courses.ts";
import type { FigurePlan, Format, PanelPlan } from "./declared.ts";
import { idsOf } from "./declared.ts";
import type { Figure, FigureColumn, Shown } from "./figureBox.ts";

/** Height of a panel in sizes of type, by how many stand beside each other. */
const TALL = 15.5;
const LOW = 10.5;
/** Below this width panels stand below each other, in sizes of type. */
const NARROW = 27;
const EVERY = 12;

function formatOf(plan: FigurePlan, id: string): Format {
  const has = ({ lines, bands, layers }: PanelPlan): boolean =>
    [...lines, ...bands, ...layers].some(([first, second]) => first === id || second === id);
  return plan.panels.find(has)?.format ?? "index";
}

/** A declared chart over the months. */
export function overTime(plan: FigurePlan): Figure {
  const ids = idsOf(plan);
  const monthsOf = ({ phases }: Series): number[] => phases.map((_, month) => month);
  return {
    id: plan.id,
    title: text(`figure.${plan.id}` as Key),
    about: text(`figure.${plan.id}.about` as Key),
    isKnown: (series) => ids.every((id) => courseOf(series, id).length > 0),
    draw: ({ world, series, month, width, type }) => {
      const columns = Math.max(1, Math.min(plan.columns, Math.floor(width / (NARROW * type * 0.72))));
      const height = (plan.panels.length > 1 ? LOW : TALL) * type;
      const panels = plan.panels.map((panel) => panelOf(panel, series));
      return timePanels(panels, { width, columns, height }, { month, months: world.opened.months, type });
    },
    spoken: (shown) => spoken(plan, ids, shown),
    columns: ({ series }) => {
      const months: FigureColumn = {
        id: "month",
        name: text("timeline.month"),
        values: monthsOf(series),
        show: (value) => figure(value),
      };
      const courses = ids.map((id): FigureColumn => {
        const format = formatOf(plan, id);
        return { id, name: nameOf(id), values: courseOf(series, id), show: (value) => shownAs(value, format) };
      });
      return [months, ...courses];
    },
    rows: ({ series, month }) => monthsOf(series).filter((m) => m % EVERY === 0 || m === month),
  };
}

function spoken(plan: FigurePlan, ids: readonly string[], { series, month }: Shown): string {
  const parts = ids.flatMap((id) => {
    const value = valueAt(courseOf(series, id), month);
    return value === null ? [] : [text("figure.part", { name: nameOf(id), value: shownAs(value, formatOf(plan, id)) })];
  });
  return text("figure.spoken", {
    title: text(`figure.${plan.id}` as Key),
    month,
    parts: parts.length === 0 ? text("figure.nothing") : listed(parts),
  });
}
