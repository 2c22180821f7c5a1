import { element } from "../parts/element.ts";
import type { LinePredict } from "./lesson.ts";
import { said } from "./words.ts";

/** What the lines and bands of a picture stand for. */
export function lineLegend(
  { arm }: LinePredict,
  { own, others, worlds }: { readonly own: boolean; readonly others: boolean; readonly worlds: number },
): HTMLElement {
  const entry = (sign: string, words: string): HTMLElement =>
    element("li", {}, element("span", { class: `line-sign line-sign-${sign}` }), words);
  return element(
    "ul",
    { class: `line-legend line-of-${arm}` },
    ...(own ? [entry("own", said("guess.yours"))] : []),
    ...(others ? [entry("other", said("guess.class"))] : []),
    entry("median", said("guess.middle")),
    entry("half", said("guess.half", { worlds })),
    entry("most", said("guess.most")),
  );
}
