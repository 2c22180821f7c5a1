import type { Calibration, Fit } from "../../sim/index.ts";
import { NOTE } from "./analysisText.ts";
import type { Column } from "./table.ts";
import { figure, interval, table } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** What a calibration found, as tables for people. */

interface Titled {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

const KEPT: Readonly<Record<Fit["method"], string>> = {
  rejection: "admitted",
  smc: "kept",
  cmaes: "nearest",
  nsga2: "on the front",
};

const MOST_POINTS = 10;

const right = (...titles: string[]): Column[] => titles.map((title) => ({ title, side: "right" as const }));

function share(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}

/** A line about the search, and its three tables. */
export function fitTables({ scenario, document, seed, replicates }: Calibration, fit: Fit) {
  const { method, generations, simulated, effective, kept, isPosterior } = fit;
  const counts = `${figure(simulated)} points in ${figure(generations)} generations, ${replicates === 1 ? "one world" : `${figure(replicates)} worlds`} each`;
  const weight = isPosterior ? `, worth ${effective.toFixed(0)} equal ones` : "";
  const about = `${scenario}: ${method}, ${counts}, seed ${seed}; ${figure(kept.length)} points ${KEPT[method]}${weight}.`;
  const targets: Titled = {
    title: "Targets",
    columns: [{ title: "target" }, ...right("wanted", "tolerance", "mean", "middle 90 %", "within", "n")],
    rows: fit.targets.map(({ measure, wanted, tolerance, mean, low, high, within }) => [
      measure,
      figure(wanted),
      `± ${figure(tolerance)}`,
      figure(mean),
      interval(low, high),
      share(within),
      figure(kept.length),
    ]),
  };
  const truth = document.truth;
  const parameters: Titled = {
    title: isPosterior ? "Parameters, given the targets" : "Parameters of these points; no posterior",
    columns: [
      { title: "parameter" },
      ...right("mean", "middle", "middle 90 %", "of the range", ...(truth === undefined ? [] : ["truth"]), "n"),
    ],
    rows: fit.marginals.map(({ path, mean, quantiles, width, parts }) => {
      const most = parts.reduce((best, part) => (part.weight > best.weight ? part : best));
      const own =
        mean === null
          ? ["", most.name, share(most.weight), ""]
          : [
              figure(mean),
              figure(quantiles[2]),
              interval(quantiles[0], quantiles[4]),
              width === null ? "" : share(width),
            ];
      const known = truth?.[path];
      const said = typeof known === "number" ? figure(known) : String(known);
      return [path, ...own, ...(truth === undefined ? [] : [said]), figure(kept.length)];
    }),
  };
  const paths = fit.marginals.map(({ path }) => path);
  const points: Titled = {
    title: method === "nsga2" ? "The front" : "The nearest points",
    columns: [...right("distance"), ...right(...paths), ...right(...fit.targets.map(({ measure }) => measure))],
    rows: kept.slice(0, MOST_POINTS).map(({ distance, settings, values }) => [
      figure(distance),
      ...paths.map((path) => {
        const value = settings[path];
        return typeof value === "number" ? figure(value) : String(value);
      }),
      ...values.map(figure),
    ]),
  };
  return { about, targets, parameters, points };
}

export function fitText(calibration: Calibration, fit: Fit, terminal: Terminal): string {
  const { about, ...tables } = fitTables(calibration, fit);
  const lines = [terminal.paint("bold", about), ""];
  for (const { title, columns, rows } of [tables.targets, tables.parameters, tables.points]) {
    lines.push(terminal.paint("bold", title), ...table(columns, rows), "");
  }
  if (fit.kept.length === 0)
    lines.push("No point met every target within its tolerance; widen the ranges or the tolerances.");
  return [...lines, NOTE].join("\n");
}
