import type { Value } from "../../sim/contract.ts";
import { figure, text } from "../i18n/text.ts";

/** A setting's value in the reader's words: no more decimals than it has. */
export function valueText(value: Value | undefined): string {
  if (value === undefined) return text("compare.none");
  if (value === true) return text("compare.yes");
  if (value === false) return text("compare.no");
  if (typeof value === "string") return value;
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  return figure(value, Math.min(6, decimals), { group: false });
}
