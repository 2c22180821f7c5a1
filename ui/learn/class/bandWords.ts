import { said } from "../words.ts";
import type { Band } from "./band.ts";

/** A range in one sentence. */
export function bandWords(label: string, band: Band | null, show: (value: number) => string): string {
  if (band === null) return said("class.noBand", { label });
  const [low50, high50] = band.half.map(show);
  const [low90, high90] = band.most.map(show);
  return said("class.band", { label, n: band.n, median: show(band.median), low50, high50, low90, high90 });
}
