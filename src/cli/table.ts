/** Tables and figures as text for people. */

const MISSING = "—";

/** A number with about four figures; shares stay shares. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return value.toLocaleString("en-US");
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return value.toExponential(2);
  if (size >= 1000) return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
  return value.toFixed(size >= 100 ? 1 : size >= 1 ? 2 : 4);
}

/** A p-value; never 0. */
export function chance(p: number | null): string {
  if (p === null) return MISSING;
  return p < 0.0001 ? "<0.0001" : p.toFixed(4);
}

export function interval(low: number | null, high: number | null): string {
  return low === null || high === null ? MISSING : `${figure(low)} to ${figure(high)}`;
}

export interface Column {
  readonly title: string;
  readonly side?: "left" | "right";
}

/** Columns in line, two spaces between them; the last one is not padded. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const head = columns.some(({ title }) => title !== "") ? [columns.map(({ title }) => title)] : [];
  const widths = columns.map((_, at) => Math.max(...[...head, ...rows].map((row) => row[at].length), 0));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (columns[at].side === "right" ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join("  ")
      .trimEnd();
  return [...head, ...rows].map(line);
}

/** Text broken into lines of at most `width`. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each) => indent + each).join("\n");
}
