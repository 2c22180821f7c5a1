import type { Conduct, Frame, Opened } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { figure, text } from "../i18n/text.ts";
import { networkNumber, placeName, shortName } from "../names.ts";
import { element } from "../parts/element.ts";
import type { SortedTable } from "./sortedTable.ts";

/** A firm in business, with what its ties on the stage come to. */
interface FirmRow {
  readonly firm: number;
  readonly name: string;
  readonly ties: number;
  /** Mean trust on its ties; null where it has none. */
  readonly trust: number | null;
}

const SIZES = ["list.size.small", "list.size.middle", "list.size.large"] as const;
const ABROAD = ["list.abroad.home", "list.abroad.near", "list.abroad.world"] as const;

function rowsOf(frame: Frame, opened: Opened): FirmRow[] {
  const { conduct, ties, number, born } = frame;
  const count = new Int32Array(conduct.length);
  const trust = new Float64Array(conduct.length);
  for (let k = 0; k < ties.from.length; k++) {
    for (const i of [ties.from[k], ties.to[k]]) {
      count[i] += 1;
      trust[i] += ties.trust[k];
    }
  }
  const rows: FirmRow[] = [];
  for (let firm = 0; firm < conduct.length; firm++) {
    if (conduct[firm] === 0) continue;
    const { region, sector } = opened;
    const named = { region: region[firm], sector: sector[firm], number: number[firm], born: born[firm] };
    const ties = count[firm];
    rows.push({ firm, name: shortName(named, opened), ties, trust: ties === 0 ? null : trust[firm] / ties });
  }
  return rows;
}

/** All firms in business in a month, as the stage shows them. */
export function firmsPart(frame: Frame, opened: Opened, app: App): SortedTable<FirmRow> {
  const { conduct, size, network, abroad } = frame;
  return {
    caption: text("list.firms", { month: frame.month }),
    rows: rowsOf(frame, opened),
    columns: [
      {
        name: text("list.member.column.firm"),
        value: ({ name }) => name,
        cell: ({ firm, name }) =>
          element(
            "button",
            {
              class: "link-button",
              attributes: { type: "button", "data-key": `firm ${firm}` },
              on: { click: () => app.focus(firm) },
            },
            name,
          ),
      },
      { name: text("list.column.place"), value: ({ firm }) => placeName(opened, opened.region[firm]) },
      {
        name: text("list.column.size"),
        value: ({ firm }) => size[firm],
        cell: ({ firm }) => text(SIZES[size[firm]] ?? SIZES[0]),
      },
      {
        name: text("list.member.column.conduct"),
        value: ({ firm }) => text(`why.conduct.${conduct[firm] as Conduct}`),
      },
      {
        name: text("list.column.network"),
        isFigure: true,
        value: ({ firm }) => (network[firm] < 0 ? null : networkNumber(network[firm])),
      },
      { name: text("list.column.ties"), isFigure: true, value: ({ ties }) => ties },
      {
        name: text("list.column.trust"),
        isFigure: true,
        value: ({ trust }) => trust,
        cell: ({ trust }) => (trust === null ? text("number.none") : figure(trust, 2)),
      },
      { name: text("list.column.sells"), value: ({ firm }) => text(ABROAD[abroad[firm]] ?? ABROAD[0]) },
    ],
  };
}
