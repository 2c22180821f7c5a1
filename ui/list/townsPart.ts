import type { Frame, Opened } from "../../sim/contract.ts";
import { text } from "../i18n/text.ts";
import { capital } from "../names.ts";
import type { SortedTable } from "./sortedTable.ts";

interface TownRow {
  readonly name: string;
  /** Firms by conduct, and networks that are alive. */
  readonly counts: readonly number[];
  readonly networks: number;
}

/** Firms of every town by what they do. */
export function townsPart({ conduct, networks }: Frame, opened: Opened): SortedTable<TownRow> {
  const counts = opened.regions.map(() => [0, 0, 0, 0]);
  conduct.forEach((code, i) => (counts[opened.region[i]][code] += 1));
  const rows = opened.regions.map(({ name }, region) => ({
    name,
    counts: counts[region],
    networks: networks.region.reduce((sum, one) => sum + (one === region ? 1 : 0), 0),
  }));
  const column = (name: string, value: (row: TownRow) => number) => ({ name: capital(name), isFigure: true, value });
  return {
    caption: text("list.towns"),
    rows,
    columns: [
      { name: text("list.town.column.town"), value: ({ name }) => name },
      column(text("list.town.column.firms"), ({ counts: [, idle, give, ride] }) => idle + give + ride),
      column(text("why.conduct.2"), ({ counts }) => counts[2]),
      column(text("why.conduct.3"), ({ counts }) => counts[3]),
      column(text("why.conduct.1"), ({ counts }) => counts[1]),
      column(text("list.part.networks"), ({ networks }) => networks),
    ],
  };
}
