import type { TidyColumn } from "../formats/csv.ts";

/** Tidy tables as Parquet, with the same columns as CSV. */

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
