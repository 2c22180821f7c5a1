import type { Analysis, Finding, MeasureAnalysis, TestMade } from "../../sim/index.ts";
import type { Column } from "./table.ts";
import { chance, figure, interval, table } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** What an analysis found, as tables for people. */

/** What every range leaves out. */
export const NOTE = "Ranges are over simulated worlds; they do not include the chance that the model is wrong.";

interface Found {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function right(...titles: string[]): Column[] {
  return titles.map((title) => ({ title, side: "right" as const }));
}

const cells = ({ value, low, high }: Found) => [figure(value), interval(low, high)];

/** Rows of a finding. @param adjusted chances of a test, by what was tested */
export function findingTable(
  finding: Finding,
  adjusted: ReadonlyMap<string, TestMade>,
): { columns: readonly Column[]; rows: string[][] } {
  const of = (what: string) => {
    const test = adjusted.get(what);
    return test === undefined ? ["", ""] : [chance(test.p), chance(test.holm)];
  };
  const name = (title: string): Column => ({ title });
  switch (finding.kind) {
    case "indices": {
      const columns = [
        name("share of variance"),
        ...right("first, or of a pair", "95 % interval", "bootstrap", "total", "95 % interval", "bootstrap", "n"),
      ];
      const { indices, names } = finding;
      if (indices === null) return { columns, rows: [] };
      const wide = ({ bootstrap }: (typeof indices.first)[number]) =>
        interval(bootstrap?.low ?? null, bootstrap?.high ?? null);
      const rows = names.map((path, at) => {
        const [first, total] = [indices.first[at], indices.total[at]];
        return [path, ...cells(first), wide(first), ...cells(total), wide(total), figure(total.n)];
      });
      for (const { pair, index } of indices.second) {
        const both = pair.map((at) => names[at]).join(" × ");
        rows.push([both, ...cells(index), wide(index), "", "", "", figure(index.n)]);
      }
      return { columns, rows };
    }
    case "screening":
      return {
        columns: [
          name("effect of the whole range"),
          ...right("mu*", "95 % interval", "mu", "95 % interval", "sigma", "n"),
        ],
        rows: finding.parameters.map(({ path, mu, muStar, sigma }) => [
          path,
          ...cells(muStar),
          ...cells(mu),
          figure(sigma.value),
          figure(mu.n),
        ]),
      };
    case "steps":
      return {
        columns: [name("against the scenario"), ...right("difference", "95 % interval", "p", "p, Holm", "n")],
        rows: finding.steps.map(({ path, setting, bca, ...step }) => {
          const what = `${path}=${setting}`;
          return [
            what,
            figure(step.value),
            interval((bca ?? step).low, (bca ?? step).high),
            ...of(what),
            figure(step.n),
          ];
        }),
      };
    case "options":
      return {
        columns: [
          name("point"),
          ...right("mean", "95 % interval", "less the last", "95 % interval", "p", "p, Holm", "n"),
        ],
        rows: finding.options.map(({ name: option, summary, against }) => {
          const own = [option, figure(summary.mean), interval(summary.low, summary.high)];
          if (against === null) return [...own, "", "", "", "", figure(summary.n)];
          const { low, high } = against.bca ?? against;
          return [...own, figure(against.value), interval(low, high), ...of(option), figure(against.n)];
        }),
      };
    case "effects":
      return {
        columns: [name("from first to last level"), ...right("change", "95 % interval", "share", "p", "p, Holm", "n")],
        rows: [
          ...finding.main.map(({ path, change, share }) => [
            path,
            ...cells(change),
            figure(share),
            ...of(path),
            figure(change.n),
          ]),
          ...finding.interactions.map(({ paths, change, share }) => {
            const what = paths.join(" × ");
            return [what, ...cells(change), figure(share), ...of(what), figure(change.n)];
          }),
        ],
      };
    case "correlations":
      return {
        columns: [name("rank correlation"), ...right("partial", "95 % interval", "plain", "95 % interval", "n")],
        rows: finding.correlations.map(({ path, partial, plain }) => [
          path,
          ...cells(partial),
          ...cells(plain),
          figure(plain.n),
        ]),
      };
  }
}

/** The tests of one measure, by what was tested. */
export function testsOf({ tests }: Analysis, id: string): ReadonlyMap<string, TestMade> {
  return new Map(tests.flatMap((test) => (test.measure === id ? [[test.what, test] as const] : [])));
}

/** The mean and spread of a measure in a line. */
export function spreadLine({ spread }: MeasureAnalysis): string {
  const { mean, low, high, bca, n, over, quantiles, missing } = spread;
  const reach = bca ?? { low, high };
  const parts = [
    `mean ${figure(mean)} (${interval(reach.low, reach.high)}, n ${n} ${over}${bca === null ? "" : ", BCa"})`,
  ];
  if (quantiles.length > 0) parts.push(`nine in ten runs from ${figure(quantiles[0])} to ${figure(quantiles[4])}`);
  if (missing > 0) parts.push(`${figure(missing)} runs without a value`);
  return parts.join("; ");
}

/** What was run, in a line. */
export function aboutLine(analysis: Analysis): string {
  const { scenario, design, points, replicates, runs, seed, pairing } = analysis;
  return `${scenario}: ${design}, ${figure(points)} points x ${figure(replicates)} replicates = ${figure(runs)} runs, seed ${seed}, ${pairing} worlds`;
}

/** Why a finding has no rows. */
export function emptyText(finding: Finding): string {
  return finding.kind === "indices" ? "The same in every run, or too few values: no indices." : "Nothing to compare.";
}

export function analysisText(analysis: Analysis, titles: ReadonlyMap<string, string>, terminal: Terminal): string {
  const lines = [terminal.paint("bold", aboutLine(analysis)), ""];
  for (const measure of analysis.measures) {
    lines.push(terminal.paint("bold", `${titles.get(measure.id) ?? measure.id} (${measure.id})`));
    lines.push(terminal.paint("dim", spreadLine(measure)));
    const { columns, rows } = findingTable(measure.finding, testsOf(analysis, measure.id));
    lines.push(...(rows.length > 0 ? table(columns, rows) : [emptyText(measure.finding)]), "");
  }
  if (analysis.tests.length > 0) lines.push(`${analysis.tests.length} tests were made; Holm's p counts them all.`);
  return [...lines, ...analysis.remarks, NOTE].join("\n");
}
