import type { Problem } from "../../sim/contract.ts";
import { csvRows } from "../../src/formats/readCsv.ts";

/** Tables as text: comma, semicolon or tab between the cells, the first line names the columns. */

export interface Row {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

const MOST_CHARACTERS = 5_000_000;
const MOST_ROWS = 50_000;

/** The sign between cells: the one the first line has most of. */
function separatorOf(head: string): string {
  const count = (sign: string): number => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** @param name what the file is, for problems */
export function parseCsv(text: string, name: string, known: readonly string[], needed: readonly string[]): Table {
  const problems: Problem[] = [];
  if (text.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS} characters`;
    return {
      columns: [],
      rows: [],
      problems: [{ path: name, value: `${text.length} characters`, expected, mend: "Shorten the file." }],
    };
  }
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const [head, ...rest] = csvRows(bare, separatorOf(bare.split("\n", 1)[0]), MOST_ROWS);
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  for (const column of needed) {
    if (columns.includes(column)) continue;
    const expected = `the columns ${needed.join(", ")}`;
    problems.push({
      path: `${name}, line 1`,
      value: columns.join(", ").slice(0, 60),
      expected,
      mend: `Add ${column}.`,
    });
  }
  for (const column of columns) {
    if (known.includes(column)) continue;
    const expected = `one of ${known.join(", ")}`;
    problems.push({ path: `${name}, line 1`, value: column.slice(0, 60), expected, mend: "Take the column away." });
  }
  if (rest.length > MOST_ROWS) {
    problems.push({ path: name, value: "more", expected: `at most ${MOST_ROWS} rows`, mend: "Shorten the file." });
  }
  const rows = rest.map(({ line, cells }): Row => {
    if (cells.length > columns.length) {
      const value = `${cells.length} cells`;
      const mend = "Put text with a separator into double quotes.";
      problems.push({ path: `${name}, line ${line}`, value, expected: `${columns.length} cells`, mend });
    }
    return { line, cells: Object.fromEntries(columns.map((column, k) => [column, (cells[k] ?? "").trim()])) };
  });
  return { columns, rows, problems };
}
