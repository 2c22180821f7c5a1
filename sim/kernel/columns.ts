/**
 * Columns: the state of a world as typed arrays, declared once with unit, meaning and start.
 *
 * A table's columns share one buffer, so a snapshot is a copy of bytes and a frame travels without objects. Inside a
 * loop `firms.sales[i]` is a plain typed-array access.
 */

/** How a column's values are stored. */
export type Kind = "u8" | "i16" | "i32" | "u32" | "f32" | "f64";

const ARRAYS = {
  u8: Uint8Array,
  i16: Int16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

type ArrayOf<K extends Kind> = InstanceType<(typeof ARRAYS)[K]>;
export type AnyColumn = ArrayOf<Kind>;

/** What a column is. */
export interface Column<K extends Kind = Kind> {
  readonly kind: K;
  readonly unit: string;
  readonly doc: string;
  /** Value of a new row. */
  readonly start: number;
}

export type Columns = Readonly<Record<string, Column>>;

/** Declares a column of the given kind. */
function declare<K extends Kind>(kind: K) {
  return (meaning: { unit: string; doc: string; start?: number }): Column<K> => ({
    kind,
    unit: meaning.unit,
    doc: meaning.doc,
    start: meaning.start ?? 0,
  });
}

export const u8 = declare("u8");
export const i16 = declare("i16");
export const i32 = declare("i32");
export const u32 = declare("u32");
export const f32 = declare("f32");
export const f64 = declare("f64");

/** What every table has beside its columns. */
export interface TableParts {
  /** Name, as in `networks.autonomy`. */
  readonly name: string;
  readonly columns: Columns;
  /** How many slots of every column belong to one row (ties have several slots a firm). */
  readonly width: number;
  /** False for tables that only remember for observers; they are no part of the state hash. */
  readonly isState: boolean;
  /** Rows in use. */
  count: number;
  /** Rows there is room for. */
  capacity: number;
}

export type Table<C extends Columns = Columns> = TableParts & { -readonly [K in keyof C]: ArrayOf<C[K]["kind"]> };

/** Bytes of one row of a table with these columns. */
export function bytesPerRow(columns: Columns, width = 1): number {
  let bytes = 0;
  for (const column of Object.values(columns)) bytes += ARRAYS[column.kind].BYTES_PER_ELEMENT * width;
  return bytes;
}

/** One buffer for all columns, each begun at a multiple of eight bytes. */
function allocate(columns: Columns, slots: number): Map<string, AnyColumn> {
  const offsets = new Map<string, number>();
  let bytes = 0;
  for (const [name, column] of Object.entries(columns)) {
    offsets.set(name, bytes);
    bytes += Math.ceil((ARRAYS[column.kind].BYTES_PER_ELEMENT * slots) / 8) * 8;
  }
  const buffer = new ArrayBuffer(bytes);
  const arrays = new Map<string, AnyColumn>();
  for (const [name, column] of Object.entries(columns)) {
    arrays.set(name, new ARRAYS[column.kind](buffer, offsets.get(name), slots));
  }
  return arrays;
}

/** Makes a table; all rows within `capacity` hold their start values, `count` of them are in use. */
export function table<const C extends Columns>(
  name: string,
  columns: C,
  size: { count: number; capacity?: number; width?: number; isState?: boolean },
): Table<C> {
  const width = size.width ?? 1;
  const capacity = Math.max(size.capacity ?? size.count, size.count);
  const parts: TableParts = { name, columns, width, isState: size.isState ?? true, count: size.count, capacity };
  const made = parts as Table<C>;
  for (const [column, values] of allocate(columns, capacity * width)) {
    const { start } = columns[column];
    if (start !== 0) values.fill(start);
    Object.assign(made, { [column]: values });
  }
  // A copy by spread gives the engine an object of fixed shape; after so many additions by name it would keep a
  // dictionary, and every access in a loop would be a look-up (more than twice as slow).
  return { ...made };
}

/** A table's column by name. */
export function columnOf(rows: TableParts, name: string): AnyColumn {
  return (rows as unknown as Record<string, AnyColumn>)[name];
}

/** Makes room for at least `capacity` rows; columns are replaced, so none may be held across this call. */
export function reserve(rows: TableParts, capacity: number): void {
  if (capacity <= rows.capacity) return;
  const larger = Math.max(capacity, rows.capacity * 2, 16);
  for (const [name, values] of allocate(rows.columns, larger * rows.width)) {
    const old = columnOf(rows, name);
    values.set(old);
    const { start } = rows.columns[name];
    if (start !== 0) values.fill(start, old.length);
    Object.assign(rows, { [name]: values });
  }
  rows.capacity = larger;
}

/** Adds a row with start values and returns its number; grows the table where it is full. */
export function addRow(rows: TableParts): number {
  const row = rows.count;
  reserve(rows, row + 1);
  clearRow(rows, row);
  rows.count = row + 1;
  return row;
}

/** Puts a row back to its start values. */
export function clearRow(rows: TableParts, row: number): void {
  for (const name in rows.columns) {
    columnOf(rows, name).fill(rows.columns[name].start, row * rows.width, (row + 1) * rows.width);
  }
}

/** A copy of the rows in use, to return to later. */
export interface TableCopy {
  readonly count: number;
  readonly columns: ReadonlyMap<string, AnyColumn>;
}

export function copyOf(rows: TableParts): TableCopy {
  const columns = new Map<string, AnyColumn>();
  for (const name in rows.columns) columns.set(name, columnOf(rows, name).slice(0, rows.count * rows.width));
  return { count: rows.count, columns };
}

/** Brings a table back to a copy taken of it before. */
export function restore(rows: TableParts, copy: TableCopy): void {
  reserve(rows, copy.count);
  for (const [name, values] of copy.columns) columnOf(rows, name).set(values);
  rows.count = copy.count;
}
