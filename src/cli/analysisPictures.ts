import type { Analysis, MeasureAnalysis } from "../../sim/index.ts";
import { bins } from "../../ui/charts/analysis/bins.ts";
import { growth } from "../../ui/charts/analysis/growth.ts";
import type { IntervalRow, Reach } from "../../ui/charts/analysis/intervalRows.ts";
import { intervalRows } from "../../ui/charts/analysis/intervalRows.ts";
import type { Words } from "../../ui/charts/analysis/panel.ts";
import { scatter } from "../../ui/charts/analysis/scatter.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import { NOTE } from "./analysisText.ts";
import { figure } from "./table.ts";

/** A picture of an analysis; the name becomes that of its file. */
export interface Picture {
  readonly name: string;
  readonly picture: Mark;
}

/** Sums up what a picture rests on. */
function captionOf({ design, runs, seed, scenario }: Analysis, n: number | string): string {
  return `n ${n} · ${scenario}, ${design}, ${figure(runs)} runs, seed ${seed} · 95 % intervals`;
}

function sizeOf({ value }: Pick<Reach, "value">): number {
  return Math.abs(value ?? 0);
}

/** Largest first, as people look for it. */
function sorted(rows: readonly IntervalRow[]): IntervalRow[] {
  return [...rows].sort((a, b) => sizeOf(b.reaches[0]) - sizeOf(a.reaches[0]));
}

const said = ({ value }: Reach) => figure(value);

function findingPictures({ id, finding }: MeasureAnalysis, analysis: Analysis, title: string): Picture[] {
  const around = (what: string, n: number | string): Words => ({
    title: `${title}: ${what}`,
    caption: captionOf(analysis, n),
    note: NOTE,
  });
  const rows = (
    name: string,
    what: string,
    n: number | string,
    all: readonly IntervalRow[],
    axis: string,
    series: string[] = [],
  ) =>
    all.length === 0
      ? []
      : [{ name: `${id}-${name}`, picture: intervalRows({ words: around(what, n), series, rows: all, axis }) }];
  switch (finding.kind) {
    case "indices": {
      const { indices, names } = finding;
      if (indices === null) return [];
      const wide = (index: (typeof indices.first)[number]): Reach => ({ ...index, wide: index.bootstrap });
      const bars = names.map((label, at) => ({
        label,
        reaches: [wide(indices.total[at]), wide(indices.first[at])],
        figure: `${said(indices.total[at])} / ${said(indices.first[at])}`,
      }));
      const pairs = indices.second.map(({ pair, index }) => ({
        label: pair.map((at) => names[at]).join(" × "),
        reaches: [wide(index)],
        figure: said(index),
      }));
      const basis = `${indices.n} base points in ${indices.scramblings} scramblings (thin: bootstrap)`;
      return [
        ...rows("indices", "what its variance is due to", basis, sorted(bars), "share of variance", [
          "total",
          "by itself",
        ]),
        ...rows("pairs", "what pairs add", basis, sorted(pairs), "share of variance"),
      ];
    }
    case "screening": {
      const points = finding.parameters.map(({ path, muStar, sigma }) => ({ label: path, x: muStar, y: sigma }));
      const n = Math.max(0, ...finding.parameters.map(({ mu }) => mu.n));
      const words = around("which parameters matter", n);
      const bars = finding.parameters.map(({ path, muStar }) => ({
        label: path,
        reaches: [muStar],
        figure: said(muStar),
      }));
      return [
        {
          name: `${id}-screening`,
          picture: scatter({ words, points, x: "mean size of effects, mu*", y: "spread of effects, sigma" }),
        },
        ...rows("sizes", "mean size of effects", n, sorted(bars), "mu*, effect of the whole range"),
      ];
    }
    case "steps": {
      const paths = [...new Set(finding.steps.map(({ path }) => path))];
      const bars = paths.map((path) => {
        const own = finding.steps.filter((step) => step.path === path);
        const ends = [own[0], own[own.length - 1]].map((step): Reach => ({ value: step.value, ...(step.bca ?? step) }));
        return { label: path, reaches: ends, figure: `${own[0].setting} / ${own[own.length - 1].setting}` };
      });
      const n = Math.max(0, ...finding.steps.map((step) => step.n));
      const spans = [...bars].sort((a, b) => Math.max(...b.reaches.map(sizeOf)) - Math.max(...a.reaches.map(sizeOf)));
      return rows("tornado", "one parameter at a time", n, spans, "difference from the scenario", [
        "first value",
        "last value",
      ]);
    }
    case "options": {
      const bars = finding.options.flatMap(({ name, against }) =>
        against === null
          ? []
          : [
              {
                label: name,
                reaches: [{ value: against.value, ...(against.bca ?? against) }],
                figure: figure(against.value),
              },
            ],
      );
      const n = Math.max(0, ...finding.options.map(({ against }) => against?.n ?? 0));
      return rows("options", "against the last point", n, bars, "difference");
    }
    case "effects": {
      const main = finding.main.map(({ path, change }) => ({ label: path, reaches: [change], figure: said(change) }));
      const both = finding.interactions.map(({ paths, change }) => ({
        label: paths.join(" × "),
        reaches: [change],
        figure: said(change),
      }));
      const n = Math.max(0, ...finding.main.map(({ change }) => change.n));
      return rows("effects", "from the first to the last level", n, sorted([...main, ...both]), "change");
    }
    case "correlations": {
      const bars = finding.correlations.map(({ path, partial }) => ({
        label: path,
        reaches: [partial],
        figure: said(partial),
      }));
      const n = Math.max(0, ...finding.correlations.map(({ plain }) => plain.n));
      return rows("correlations", "what it goes with", n, sorted(bars), "partial rank correlation");
    }
  }
}

const FIRST_LINES = 5;

/** All pictures of one measure. */
export function picturesOf(measure: MeasureAnalysis, analysis: Analysis, title: string): Picture[] {
  const { id, histogram, convergence, spread } = measure;
  const pictures = findingPictures(measure, analysis, title);
  const ends = (name: string) =>
    sizeOf(convergence.find((each) => each.name === name)?.steps.at(-1) ?? { value: null });
  const lines = [...convergence].sort((a, b) => ends(b.name) - ends(a.name)).slice(0, FIRST_LINES);
  if (lines.some(({ steps }) => steps.length > 1)) {
    const what = { indices: "total indices", screening: "mu*" }[measure.finding.kind as string] ?? "the mean";
    const over = { indices: "base points", screening: "trajectories" }[measure.finding.kind as string] ?? spread.over;
    const most = lines.reduce((all, { steps }) => Math.max(all, steps.at(-1)?.n ?? 0), 0);
    const words = {
      title: `${title}: ${what} over the first n`,
      caption: captionOf(analysis, `up to ${most} ${over}`),
      note: NOTE,
    };
    pictures.push({ name: `${id}-convergence`, picture: growth({ words, lines, x: over }) });
  }
  if (histogram !== null) {
    const n = histogram.counts.reduce((sum, count) => sum + count, 0);
    const words = { title: `${title}: all runs`, caption: captionOf(analysis, n), note: NOTE };
    pictures.push({ name: `${id}-histogram`, picture: bins({ words, ...histogram, x: id, y: "runs" }) });
  }
  return pictures;
}
