import { spoken } from "./text.ts";

/** The sign before decimals in the language that is spoken. */
export function decimalSign(): string {
  const parts = new Intl.NumberFormat(spoken()).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

/** A number as one writes it into a field: no groups, all its decimals, with the language's own sign. */
export function written(value: number): string {
  return String(value).replace(".", decimalSign());
}

/**
 * What was written into a field, as a number: with decimals as the language writes them, or with a point or comma where
 * that cannot be a group of thousands. NaN where it is no number.
 */
export function readNumber(words: string): number {
  const plain = words
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, "")
    .replace(/^[−–]/, "-");
  const decimal = decimalSign();
  const group = decimal === "," ? "." : ",";
  const grouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`);
  const digits = grouped.test(plain) ? plain.replaceAll(group, "").replace(decimal, ".") : plain.replace(/[.,]/, ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i.test(digits) ? Number(digits) : Number.NaN;
}
