/** Tidy tables as text for spreadsheets and statistics. */

export type Cell = number | string | boolean | null;

export interface TidyColumn {
  readonly name: string;
  readonly kind: "integer" | "number" | "text" | "flag";
  readonly values: readonly Cell[];
}

/** A spreadsheet would run text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of CSV: numbers as they are, null as nothing, text quoted where needed and with formulas defused. */
function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** One line of CSV, its end among it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

export function csvOf(columns: readonly TidyColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const lines = [csvLine(columns.map(({ name }) => name))];
  for (let row = 0; row < rows; row++) lines.push(csvLine(columns.map(({ values }) => values[row])));
  return lines.join("");
}
