/** Text of tables back into cells. */

/** A row of a table and the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: string[];
}

/**
 * Rows of cells, without rows that are empty; quotes keep separators and line ends, a doubled quote is one.
 *
 * @param most rows after which reading stops: one more than that is given where there are more
 */
export function csvRows(text: string, separator: string, most: number): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) rows.push({ line: begun, cells });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length && rows.length <= most; at++) {
    const sign = text[at];
    if (sign === "\n") line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      isQuoted = true;
    } else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      endRow();
      begun = line;
    } else if (sign !== "\r") cell += sign;
  }
  endRow();
  return rows;
}

/** Text as it was before `csvOf` kept spreadsheets from running it as a formula. */
export function undefused(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
