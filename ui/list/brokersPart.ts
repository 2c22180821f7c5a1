import type { Frame, Story } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { networkNumber } from "../names.ts";
import { element } from "../parts/element.ts";
import type { SortedTable } from "./sortedTable.ts";

interface BrokerRow {
  readonly broker: number;
  readonly isActive: boolean;
  readonly assists: readonly number[];
  readonly left: readonly number[];
}

function rowsOf({ brokers, networks }: Frame): BrokerRow[] {
  const numbers = (column: Int16Array, broker: number): number[] =>
    Array.from(networks.row)
      .filter((_, k) => column[k] === broker)
      .map(networkNumber);
  return Array.from(brokers, (active, broker) => ({
    broker,
    isActive: active === 1,
    assists: numbers(networks.broker, broker),
    left: numbers(networks.formerBroker, broker),
  }));
}

/** Brokers, whether at work or gone, and their networks that are alive. */
export function brokersPart(frame: Frame, story: Story | null, app: App): SortedTable<BrokerRow> {
  const bar = story?.programme.find(({ kind }) => kind === "brokers");
  const hasBegun = bar !== undefined && frame.month >= bar.from;
  const state = ({ isActive }: BrokerRow): string =>
    text(isActive ? "list.broker.state.atWork" : hasBegun ? "list.broker.state.left" : "list.broker.state.notYet");
  return {
    caption: text("list.brokers", { month: frame.month }),
    rows: rowsOf(frame),
    columns: [
      {
        name: text("list.column.broker"),
        value: ({ broker }) => broker + 1,
        cell: ({ broker }) =>
          element(
            "button",
            {
              class: "link-button",
              attributes: { type: "button", "data-key": `broker ${broker}` },
              on: { click: () => app.choose({ kind: "broker", row: broker }) },
            },
            text("broker.heading", { number: broker + 1 }),
          ),
      },
      { name: text("list.column.state"), value: state },
      {
        name: text("list.column.assists"),
        value: ({ assists }) => assists.length,
        cell: ({ assists }) => assists.join(", ") || text("number.none"),
      },
      {
        name: text("list.column.left"),
        value: ({ left }) => left.length,
        cell: ({ left }) => left.join(", ") || text("number.none"),
      },
    ],
  };
}
