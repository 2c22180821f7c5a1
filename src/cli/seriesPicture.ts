import type { Mark } from "../../ui/charts/marks.ts";
import { mark, svgText } from "../../ui/charts/marks.ts";
import type { FieldSeries } from "./observed.ts";

/** A series of the field and its counterpart as a small picture: both as multiples of the first year. */

const WIDTH = 560;
const HEIGHT = 260;
const LEFT = 44;
const RIGHT = 132;
const TOP = 16;
const BOTTOM = 32;
const INK = "#3a3a3a";
const FIELD = "#D55E00";
const MODEL = "#0072B2";

function words(text: string, x: number, y: number, anchor: string, colour = INK): Mark {
  return mark(
    "text",
    { x, y, "text-anchor": anchor, "font-size": 12, "font-family": "sans-serif", fill: colour },
    text,
  );
}

/** Line by line: the band of the model behind, then both lines, dashed for the field, each with its name at its end. */
export function seriesPicture({ title, points }: FieldSeries): string {
  const most = Math.max(...points.flatMap(({ observed, high, mean }) => [observed, high, mean]));
  const least = Math.min(...points.flatMap(({ observed, low, mean }) => [observed, low, mean]));
  const [floor, roof] = [Math.floor(least * 5) / 5, Math.ceil(most * 5) / 5];
  const x = (at: number) => LEFT + (at * (WIDTH - LEFT - RIGHT)) / (points.length - 1);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - floor) * (HEIGHT - TOP - BOTTOM)) / (roof - floor);
  const at = (values: readonly number[]) => values.map((value, k) => `${x(k).toFixed(1)},${y(value).toFixed(1)}`);
  const line = (values: readonly number[], colour: string, dash: string) =>
    mark("polyline", {
      points: at(values).join(" "),
      fill: "none",
      stroke: colour,
      "stroke-width": 2,
      "stroke-dasharray": dash,
    });
  const low = at(points.map((point) => point.low));
  const high = at(points.map((point) => point.high));
  const last = points[points.length - 1];
  const steps = Array.from({ length: Math.round((roof - floor) / 0.2) + 1 }, (_, k) => floor + 0.2 * k);
  // Names that would lie on each other are set apart.
  const [fieldY, modelY] = [y(last.observed), y(last.mean)];
  const apart = Math.abs(fieldY - modelY) < 14 ? (fieldY <= modelY ? -7 : 7) : 0;
  const picture = mark(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT },
    mark("title", {}, title),
    mark("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }),
    ...steps.flatMap((value) => [
      mark("line", {
        x1: LEFT,
        x2: WIDTH - RIGHT,
        y1: y(value).toFixed(1),
        y2: y(value).toFixed(1),
        stroke: "#dddddd",
      }),
      words(value.toFixed(1), LEFT - 6, y(value) + 4, "end"),
    ]),
    ...points.map(({ year }, k) => words(String(year), x(k), HEIGHT - 10, "middle")),
    mark("polygon", { points: [...low, ...high.toReversed()].join(" "), fill: MODEL, "fill-opacity": 0.18 }),
    line(
      points.map(({ mean }) => mean),
      MODEL,
      "none",
    ),
    line(
      points.map(({ observed }) => observed),
      FIELD,
      "6 4",
    ),
    words("counted", x(points.length - 1) + 8, fieldY + 4 + apart, "start", FIELD),
    words("model, 95 % band", x(points.length - 1) + 8, modelY + 4 - apart, "start", MODEL),
  );
  return `${svgText(picture)}\n`;
}
