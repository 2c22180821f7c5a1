import type { Calibration, Fit } from "../../sim/index.ts";
import { bins } from "../../ui/charts/analysis/bins.ts";
import { growth } from "../../ui/charts/analysis/growth.ts";
import { intervalRows } from "../../ui/charts/analysis/intervalRows.ts";
import { scatter } from "../../ui/charts/analysis/scatter.ts";
import type { Picture } from "./analysisPictures.ts";
import { NOTE } from "./analysisText.ts";
import { figure } from "./table.ts";

/** Pictures of a calibration: each parameter's posterior, how the search came nearer, the front between two targets. */
export function fitPictures({ scenario, document, dimensions, seed }: Calibration, fit: Fit): Picture[] {
  const { method, simulated, kept, marginals, course, targets, effective, isPosterior } = fit;
  const n = isPosterior ? `${kept.length} points, worth ${effective.toFixed(0)}` : String(kept.length);
  const caption = `n ${n} · ${scenario}, ${method}, ${figure(simulated)} points played, seed ${seed}`;
  const around = (title: string) => ({ title, caption, note: NOTE });
  const pictures: Picture[] = [];
  if (isPosterior && kept.length > 0) {
    marginals.forEach(({ path, parts, quantiles }, at) => {
      const { range } = dimensions[at];
      const truth = document.truth?.[path];
      const words = around(`${path}, given the targets`);
      if ("low" in range) {
        const counts = parts.map(({ weight }) => weight);
        const line = typeof truth === "number" ? { at: truth, name: "truth" } : undefined;
        const axis = `${path}; middle 90 % ${figure(quantiles[0])} to ${figure(quantiles[4])}`;
        const picture = bins({
          words,
          low: range.low,
          high: range.high,
          counts,
          x: axis,
          y: "share of the posterior",
          line,
        });
        pictures.push({ name: `posterior-${path}`, picture });
      } else {
        const rows = parts.map(({ name, weight }) => ({
          label: name,
          reaches: [{ value: weight, low: null, high: null }],
          figure: `${(100 * weight).toFixed(0)} %`,
        }));
        pictures.push({
          name: `posterior-${path}`,
          picture: intervalRows({ words, series: [], rows, axis: "share of the posterior" }),
        });
      }
    });
  }
  if (course.length > 1) {
    const steps = (of: (each: (typeof course)[number]) => number) =>
      course.map((each) => {
        const value = of(each);
        return { n: each.generation, value: Number.isFinite(value) ? value : null, low: null, high: null };
      });
    const lines = [
      { name: "middle point", steps: steps(({ middle }) => middle) },
      { name: "nearest point", steps: steps(({ nearest }) => nearest) },
    ];
    pictures.push({
      name: "course",
      picture: growth({ words: around("Distance from the targets, in tolerances"), lines, x: "generation" }),
    });
  }
  if (method === "nsga2") {
    const points = kept.map(({ values }) => {
      const [x, y] = [0, 1].map((at) => {
        const value = values[at];
        const { wanted, tolerance } = targets[at];
        return { value: value === null ? null : Math.abs(value - wanted) / tolerance, low: null, high: null };
      });
      return { label: "", x, y };
    });
    const [x, y] = targets.map(({ measure }) => `${measure}, tolerances off`);
    pictures.push({ name: "front", picture: scatter({ words: around("Between two targets"), points, x, y }) });
  }
  return pictures;
}
