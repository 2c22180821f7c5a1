import type { Series } from "../../sim/contract.ts";
import { PHASE_NAMES } from "../charts/phaseLine.ts";
import type { TimePanel, Values } from "../charts/timeChart.ts";
import type { Key } from "../i18n/text.ts";
import { figure, percent, text } from "../i18n/text.ts";
import type { Format, PanelPlan } from "./declared.ts";

/** Turns the declared panels into what a chart draws, from the series of a world. */

/** Measures that say 0 where there is nothing to be measured; a line begins where there is. */
const ZERO_IS_NOTHING: ReadonlySet<string> = new Set(["trust.members"]);

/** Values of a measure, a gauge or a count of networks in a phase, by month; empty where it is not known yet. */
export function courseOf(series: Series, id: string): Values {
  const phase = PHASE_NAMES.findIndex((name) => id === `phase.${name}`);
  if (phase >= 0) return series.phases.map((counts) => counts[phase]);
  const values = series.measures[id] ?? [];
  return ZERO_IS_NOTHING.has(id) ? values.map((value) => (value === 0 ? null : value)) : values;
}

/** Below this a share is printed with a decimal. */
const FINE = 0.1;

/** @param isFine whether a share has a decimal, as all of its kind beside it */
export function shown(value: number, format: Format, isFine = Math.abs(value) < FINE): string {
  switch (format) {
    case "count":
    case "money":
      return figure(value);
    case "percent":
      return `${percent(value, isFine ? 1 : 0)} %`;
    case "index":
      return figure(value, 2);
  }
}

/** What a course is called. */
export function nameOf(id: string): string {
  return text(`course.${id}` as Key);
}

export function panelOf(plan: PanelPlan, series: Series): TimePanel {
  const { id, format, lines, bands, layers, reach, isStepped } = plan;
  const drawn = [...lines, ...layers].flatMap(([one]) => courseOf(series, one));
  const isFine = Math.max(reach[1], ...drawn.map((value) => Math.abs(value ?? 0))) < FINE;
  const isAlone = lines.length === 1 && layers.length === 0 && bands.length === 0;
  return {
    title: text(`panel.${id}` as Key),
    unit: text(`panel.${id}.unit` as Key),
    lines: lines.map(([line, look]) => ({
      name: isAlone ? "" : nameOf(line),
      values: courseOf(series, line),
      look,
    })),
    bands: bands.map(([low, high, shade]) => ({ low: courseOf(series, low), high: courseOf(series, high), shade })),
    layers: layers.map(([layer, shade, dash]) => ({
      name: nameOf(layer),
      values: courseOf(series, layer),
      shade,
      dash,
    })),
    reach,
    isStepped,
    show: (value) => shown(value, format, isFine),
  };
}
