import type { ColumnMetaData, FileMetaData, PageHeader, SchemaElement } from "hyparquet";
import type { parquetHeader } from "hyparquet/src/column.js";

/**
 * Looks through the pages of a Parquet file before a reader does, which believes every count that stands in them and
 * would fill memory for hours with what a damaged one says.
 */

/** Why a file is not read. */
export class NotRead extends Error {}

/** What is used of the reader's package. */
export interface PageTools {
  readonly parquetHeader: typeof parquetHeader;
  snappyUncompress(packed: Uint8Array, unpacked: Uint8Array): void;
}

type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const DAMAGED = "A page of it is damaged or too large.";
/** Bytes of a page when it is unpacked. */
const MOST_PAGE = 64e6;
/** Values of a dictionary. */
const MOST_VALUES = 1e6;
/** Bits of a value's number in a dictionary. */
const MOST_BITS = 24;
/** Values beyond the last that is meant. */
const MOST_FILLING = 504;

const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

/**
 * Steps over runs of equal and of packed values until there are so many.
 *
 * @returns how many of them are 1, where they have one bit
 * @throws where a run has more than are left
 */
function stepOver(bytes: DataView, from: number, bits: number, count: number): number {
  let at = from;
  let ones = 0;
  for (let left = count; left > 0;) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.getUint8(at++);
      head += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
      if (shift > 28) throw new NotRead("A run of it has no end.");
    }
    const isPacked = head % 2 === 1;
    const run = Math.floor(head / 2) * (isPacked ? 8 : 1);
    // What is packed fills up its last eight, and some writers fill up more.
    if (run === 0 || run > left + (isPacked ? MOST_FILLING : 0)) throw new NotRead("A run of it is too long.");
    if (bits === 1 && isPacked)
      for (let k = 0; k < Math.min(run, left); k++) ones += (bytes.getUint8(at + (k >> 3)) >> (k & 7)) & 1;
    else if (bits === 1 && bytes.getUint8(at) === 1) ones += run;
    at += isPacked ? (run * bits) / 8 : Math.ceil(bits / 8);
    left -= run;
  }
  return ones;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Values of a page, from where they begin. @param there how many of them are not missing */
function checkValues(bytes: DataView, at: number, encoding: string, there: number, isFlag: boolean): void {
  if (encoding === "PLAIN") return;
  if (encoding === "RLE" && isFlag) {
    stepOver(bytes, at + 4, 1, there);
    return;
  }
  if (encoding !== "PLAIN_DICTIONARY" && encoding !== "RLE_DICTIONARY")
    throw new NotRead(`Its values are written in another way (${encoding}).`);
  if (there === 0) return;
  const bits = bytes.getUint8(at);
  if (bits > MOST_BITS) throw new NotRead("Its dictionary is too large.");
  if (bits > 0) stepOver(bytes, at + 1, bits, there);
}

/** A data page, of the older kind (packed as a whole) or the newer one (what is missing comes before, not packed). */
function checkData(packed: Uint8Array, header: PageHeader, element: SchemaElement, unpack: Unpack): void {
  const isOptional = element.repetition_type === "OPTIONAL";
  const isFlag = element.type === "BOOLEAN";
  const { data_page_header: older, data_page_header_v2: newer, uncompressed_page_size: size } = header;
  if (older !== undefined) {
    const bytes = viewOf(unpack(packed, size));
    const there = isOptional ? stepOver(bytes, 4, 1, older.num_values) : older.num_values;
    checkValues(bytes, isOptional ? 4 + bytes.getUint32(0, true) : 0, older.encoding, there, isFlag);
  } else if (newer !== undefined) {
    const { definition_levels_byte_length: missing, repetition_levels_byte_length: repeated, num_values: all } = newer;
    const isWhole = repeated === 0 && isCount(missing, Math.min(size, packed.length)) && isCount(newer.num_nulls, all);
    if (!isWhole) throw new NotRead(DAMAGED);
    if (isOptional) stepOver(viewOf(packed), 0, 1, all);
    const body = packed.subarray(missing);
    const bytes = viewOf(newer.is_compressed === false ? body : unpack(body, size - missing));
    checkValues(bytes, 0, newer.encoding, all - newer.num_nulls, isFlag);
  }
}

function checkColumn(file: ArrayBuffer, about: ColumnMetaData, element: SchemaElement, rows: number, tools: PageTools) {
  const start = Number(about.dictionary_page_offset ?? about.data_page_offset);
  const size = Number(about.total_compressed_size);
  if (!isCount(start, file.byteLength) || !isCount(size, file.byteLength - start)) throw new NotRead(DAMAGED);
  const reader = { view: new DataView(file, start, size), offset: 0 };
  const unpack: Unpack = (packed, length) => {
    if (about.codec !== "SNAPPY") return packed;
    const unpacked = new Uint8Array(length);
    tools.snappyUncompress(packed, unpacked);
    return unpacked;
  };
  for (let left = rows; left > 0;) {
    const header = tools.parquetHeader(reader);
    const { compressed_page_size: length, uncompressed_page_size: unpacked } = header;
    const data = header.data_page_header ?? header.data_page_header_v2;
    const most = data === undefined ? MOST_VALUES : left;
    const count = (data ?? header.dictionary_page_header)?.num_values;
    const isWhole = isCount(length, size - reader.offset) && isCount(unpacked, MOST_PAGE) && isCount(count, most);
    if (!isWhole || (data !== undefined && count === 0)) throw new NotRead(DAMAGED);
    const packed = new Uint8Array(file, start + reader.offset, length);
    reader.offset += length;
    if (data === undefined) continue;
    checkData(packed, header, element, unpack);
    left -= count;
  }
}

/** @throws {NotRead} where a reader should not be let at a file */
export function checkPages(file: ArrayBuffer, { schema, row_groups: groups }: FileMetaData, tools: PageTools): void {
  const elements = schema.slice(1);
  if (elements.some(({ num_children: children, repetition_type: kind }) => children || kind === "REPEATED"))
    throw new NotRead("It has tables in its columns.");
  for (const { columns, num_rows: rows } of groups) {
    if (columns.length !== elements.length) throw new NotRead("It does not say what its columns are.");
    columns.forEach(({ meta_data: about }, at) => {
      if (about?.path_in_schema.join("/") !== elements[at].name) throw new NotRead("Its columns are out of order.");
      if (about.codec !== "SNAPPY" && about.codec !== "UNCOMPRESSED")
        throw new NotRead(`It is packed in another way (${about.codec}).`);
      checkColumn(file, about, elements[at], Number(rows), tools);
    });
  }
}
