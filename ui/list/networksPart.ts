import type { FirmCard, Frame, NetworkCard, Opened, Phase } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { smallTable } from "../inspector/head.ts";
import { firmName, networkNumber, phaseName, placeName, tradeName } from "../names.ts";
import { element } from "../parts/element.ts";
import type { State } from "../store.ts";
import type { SortedTable } from "./sortedTable.ts";

/** A living network of the month shown. */
interface NetworkRow {
  readonly row: number;
  readonly region: number;
  readonly sector: number;
  readonly phase: Phase;
  readonly members: number;
  readonly contribute: number;
  /** Mean trust on the ties inside; null where there is none. */
  readonly trust: number | null;
  readonly broker: number;
  readonly former: number;
}

function rowsOf({ networks, network, conduct, ties }: Frame): NetworkRow[] {
  const giving = new Map<number, number>();
  network.forEach((row, i) => {
    if (row >= 0 && conduct[i] === 2) giving.set(row, (giving.get(row) ?? 0) + 1);
  });
  const trust = new Map<number, { sum: number; count: number }>();
  ties.from.forEach((i, k) => {
    if (network[i] < 0 || network[i] !== network[ties.to[k]]) return;
    const all = trust.get(network[i]) ?? { sum: 0, count: 0 };
    trust.set(network[i], { sum: all.sum + ties.trust[k], count: all.count + 1 });
  });
  return Array.from(networks.row, (row, k) => {
    const inside = trust.get(row);
    return {
      row,
      region: networks.region[k],
      sector: networks.sector[k],
      phase: networks.phase[k] as Phase,
      members: networks.size[k],
      contribute: giving.get(row) ?? 0,
      trust: inside === undefined ? null : inside.sum / inside.count,
      broker: networks.broker[k],
      former: networks.formerBroker[k],
    };
  });
}

function brokerWords({ broker, former }: NetworkRow): string {
  if (broker >= 0) return text("list.broker.at", { number: broker + 1 });
  return former >= 0 ? text("list.broker.left", { number: former + 1 }) : text("list.broker.none");
}

/** Networks that are alive in a month; one of them can be unfolded. */
export function networksPart(frame: Frame, opened: Opened, state: State, app: App): SortedTable<NetworkRow> {
  const { unfolded, network } = state;
  return {
    caption: text("list.networks", { month: frame.month }),
    rows: rowsOf(frame),
    columns: [
      {
        name: text("list.column.network"),
        value: ({ row }) => networkNumber(row),
        cell: ({ row }) => unfoldButton(row, row === unfolded, app),
      },
      { name: text("list.column.place"), value: ({ region }) => placeName(opened, region) },
      { name: text("list.column.trade"), value: ({ sector }) => tradeName(opened, sector) },
      { name: text("list.column.phase"), value: ({ phase }) => phaseName(phase) },
      { name: text("list.column.members"), isFigure: true, value: ({ members }) => members },
      { name: text("list.column.contribute"), isFigure: true, value: ({ contribute }) => contribute },
      {
        name: text("list.column.trust"),
        isFigure: true,
        value: ({ trust }) => trust,
        cell: ({ trust }) => (trust === null ? text("number.none") : figure(trust, 2)),
      },
      {
        name: text("list.column.broker"),
        value: brokerWords,
        cell: (row) => {
          const person = row.broker >= 0 ? row.broker : row.former;
          if (person < 0) return brokerWords(row);
          return element(
            "button",
            {
              class: "link-button",
              attributes: {
                type: "button",
                "data-key": `broker ${row.row}`,
                "aria-label": text("list.broker.ask", { words: brokerWords(row) }),
              },
              on: { click: () => app.choose({ kind: "broker", row: person }) },
            },
            brokerWords(row),
          );
        },
      },
    ],
    below: ({ row }) => (row === unfolded ? membersOf(row, network, opened, app) : null),
  };
}

function unfoldButton(row: number, isOpen: boolean, app: App): HTMLElement {
  const name = text(isOpen ? "list.members.hide" : "list.members.show", { network: networkNumber(row) });
  return element(
    "button",
    {
      class: "link-button",
      attributes: {
        type: "button",
        "data-key": `network ${row}`,
        "aria-expanded": String(isOpen),
        "aria-label": name,
      },
      on: { click: () => app.unfold(isOpen ? null : row) },
    },
    figure(networkNumber(row)),
  );
}

function membersOf(row: number, read: State["network"], opened: Opened, app: App): HTMLElement {
  if (read === null || read.card.row !== row) return element("div", {}, text("list.loading"));
  const ask = element(
    "button",
    {
      class: "link-button",
      attributes: { type: "button", "data-key": `ask ${row}` },
      on: {
        click: () => {
          app.choose({ kind: "network", row });
          app.setTab("why");
        },
      },
    },
    text("list.network.ask", { network: networkNumber(row) }),
  );
  return element("div", {}, facts(read.card), membersTable(read.card, read.members, opened, app), ask);
}

function facts({ legal, rules, fund, autonomy }: NetworkCard): HTMLElement {
  const values = {
    legal: legal ? "yes" : "no",
    rules: rules ? "yes" : "no",
    fund: figure(fund, 1),
    autonomy: percent(autonomy),
  };
  return element("p", {}, text("list.network.facts", values));
}

function membersTable(card: NetworkCard, members: readonly FirmCard[], opened: Opened, app: App): HTMLElement {
  const rows = members.map((firm) => [
    element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "data-key": `firm ${firm.firm}` },
        on: { click: () => app.focus(firm.firm) },
      },
      firmName(firm, opened),
    ),
    figure(firm.workers),
    text(`why.conduct.${firm.conduct}`),
    firm.trustInFellows === null ? text("number.none") : figure(firm.trustInFellows, 2),
  ]);
  const head = [
    text("list.member.column.firm"),
    text("list.member.column.workers"),
    text("list.member.column.conduct"),
    text("list.member.column.trust"),
  ];
  return smallTable(text("list.members", { network: networkNumber(card.row) }), head, rows);
}
