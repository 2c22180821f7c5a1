import { figure, percent } from "../i18n/text.ts";
import type { Store } from "../store.ts";
import type { Lesson } from "./lesson.ts";

/** How values of a lesson's worlds are written: shares as per cent, degrees of 0 to 1 with two decimals. */
export function shownIn({ watch }: Lesson, store: Store): (value: number) => string {
  const unit = store.state.descriptions?.measures.find(({ id }) => id === watch.measure)?.unit ?? "";
  if (unit === "share") return (value) => `${percent(value)}\u00a0%`;
  if (unit === "0..1") return (value) => figure(value, 2);
  return (value) => figure(value, Number.isInteger(value) ? 0 : 1);
}
