/** Tidy tables as CSV and Parquet with the same columns. */

export type Cell = number | string | boolean | null;

export interface TidyColumn {
  readonly name: string;
  readonly kind: "integer" | "number" | "text";
  readonly values: readonly Cell[];
}

/** A spreadsheet would run text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of CSV: numbers as they are, null as nothing, text quoted where needed and with formulas defused. */
export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function csvOf(columns: readonly TidyColumn[]): string {
  const rows = columns[0]?.values.length ?? 0;
  const lines = [columns.map(({ name }) => csvCell(name)).join(",")];
  for (let row = 0; row < rows; row++) lines.push(columns.map(({ values }) => csvCell(values[row])).join(","));
  return `${lines.join("\n")}\n`;
}

const PARQUET = { integer: "INT32", number: "DOUBLE", text: "STRING" } as const;

export async function parquetOf(columns: readonly TidyColumn[]): Promise<Uint8Array> {
  // Loaded only when a Parquet file is asked for.
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columnData = columns.map(({ name, kind, values }) => ({
    name,
    type: PARQUET[kind],
    data: [...values],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
