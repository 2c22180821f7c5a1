import { NotRead, checkPages } from "./parquetPages.ts";

/** Tables of Parquet back into cells. */

/** A cell as a table keeps it; a number that is none is missing. */
export type ParquetCell = number | string | boolean | null;

/** Names of columns, and rows of as many cells each. */
export interface ParquetTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly ParquetCell[])[];
}

/** Bytes that a file may take when it is unpacked. */
const MOST_UNPACKED = 400e6;

function cellOf(value: unknown): ParquetCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return Number(value);
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/**
 * Reads a table with plain columns, packed with Snappy or not at all.
 *
 * @param most rows that it may have
 * @throws {NotRead} where it cannot be read
 */
export async function parquetTable(file: ArrayBuffer, most: number): Promise<ParquetTable> {
  // Loaded only when a Parquet file is opened.
  const [{ parquetMetadata, parquetRead, snappyUncompress }, { parquetHeader }] = await Promise.all([
    import("hyparquet"),
    import("hyparquet/src/column.js"),
  ]);
  try {
    const metadata = parquetMetadata(file);
    const columns = metadata.row_groups.flatMap((group) => group.columns);
    const bytes = columns.reduce((sum, { meta_data: about }) => sum + Number(about?.total_uncompressed_size ?? 0), 0);
    if (bytes > MOST_UNPACKED) throw new NotRead(`It takes ${bytes} bytes when it is unpacked.`);
    const count = metadata.row_groups.reduce((sum, { num_rows: each }) => sum + Number(each), 0);
    if (!(count <= most)) throw new NotRead(`It has ${count} rows.`);
    checkPages(file, metadata, { parquetHeader, snappyUncompress });
    let rows: readonly (readonly unknown[])[] = [];
    await parquetRead({ file, metadata, onComplete: (found) => (rows = found) });
    return { names: metadata.schema.slice(1).map(({ name }) => name), rows: rows.map((row) => row.map(cellOf)) };
  } catch (error) {
    throw error instanceof NotRead ? error : new NotRead(error instanceof Error ? error.message : String(error));
  }
}
