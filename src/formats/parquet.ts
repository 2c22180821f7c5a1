import type { TidyColumn } from "./csv.ts";

/** Tidy tables as Parquet, with the same columns as CSV. */

const PARQUET = { integer: "INT32", number: "DOUBLE", text: "STRING", flag: "BOOLEAN" } as const;

function sourcesOf(columns: readonly TidyColumn[]) {
  return columns.map(({ name, kind, values }) => ({ name, type: PARQUET[kind], data: [...values], nullable: true }));
}

export async function parquetOf(columns: readonly TidyColumn[]): Promise<Uint8Array> {
  // Loaded only when a Parquet file is asked for.
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  return new Uint8Array(parquetWriteBuffer({ columnData: sourcesOf(columns) }));
}

/** A Parquet file that is written group by group, in memory that does not grow with it. */
export interface ParquetStream {
  /** Writes one group of rows. */
  group(columns: readonly TidyColumn[]): void;
  end(): void;
}

/** Bytes that wait before they are handed on. */
const CHUNK = 1_000_000;

/** @param write is handed the bytes of the file, one piece after the other; each is only good until it returns */
export async function parquetStream(
  columns: readonly Omit<TidyColumn, "values">[],
  write: (bytes: Uint8Array) => void,
): Promise<ParquetStream> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import("hyparquet-writer");
  class Passing extends ByteWriter {
    override ensure(size: number): void {
      if (this.index > CHUNK) this.flush();
      super.ensure(size);
    }
    flush(): void {
      write(new Uint8Array(this.buffer, 0, this.index));
      this.index = 0;
    }
    override finish(): void {
      this.flush();
    }
  }
  const schema = schemaFromColumnData({ columnData: sourcesOf(columns.map((column) => ({ ...column, values: [] }))) });
  const parquet = new ParquetWriter({ writer: new Passing(), schema });
  return {
    group(rows) {
      const columnData = sourcesOf(rows);
      void parquet.write({ columnData, rowGroupSize: Math.max(1, columnData[0].data.length) });
    },
    end: () => void parquet.finish(),
  };
}
