import type { FirmCard, NetView, NetworkCard, Opened } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { netCell } from "../charts/netCell.ts";
import { timePanels } from "../charts/timeChart.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { capital, firmName, networkNumber, phaseName, placeName, tradeName } from "../names.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Chosen } from "../store.ts";
import { facts, head, nameButton, smallTable, subheading, yesNo } from "./head.ts";

type Read = Extract<Chosen, { kind: "network" }>;

/** A network: how far it has come (NET), its rules, fund and fines, its members, its history. */
export function networkCard({ card, members, month }: Read, opened: Opened, app: App, width: number): HTMLElement[] {
  const number = networkNumber(card.row);
  const place = placeName(opened, card.region);
  const trade = tradeName(opened, card.sector);
  return [
    head(text("network.heading", { number, place }), text("network.close"), () => app.choose(null)),
    element(
      "p",
      { class: "why-who" },
      text("network.who", {
        trade: capital(trade),
        phase: phaseName(card.phase),
        since: card.since,
        members: members.length,
      }),
    ),
    ...(members.length === 0 ? [] : profile(card.net, month, opened.months, width)),
    subheading(text("network.facts")),
    facts(factsOf(card, app)),
    ...memberTable(members, opened, app),
    subheading(text("network.history")),
    courseList(card),
  ];
}

function factsOf(card: NetworkCard, app: App): [string, string | HTMLElement][] {
  const { fines, broker, formerBroker } = card;
  const person = broker >= 0 ? broker : formerBroker;
  const brokerWords =
    person < 0
      ? text("network.broker.none")
      : nameButton(
          text(broker >= 0 ? "network.broker.at" : "network.broker.left", {
            number: person + 1,
            month: card.brokerLeft,
          }),
          "broker",
          () => app.choose({ kind: "broker", row: person }),
        );
  const rows: [string, string | HTMLElement][] = [
    [text("network.project"), card.project],
    [text("network.quality"), qualityWords(card)],
    [text("network.broker"), brokerWords],
  ];
  if (card.feeShare > 0) {
    const values = { share: percent(card.feeShare), levy: percent(card.levy, 2) };
    rows.push([text("network.fee"), text("network.fee.value", values)]);
  }
  rows.push(
    [text("network.rules"), yesNo(card.rules)],
    [text("network.legal"), yesNo(card.legal)],
    [text("network.fund"), text("network.fund.value", { value: figure(card.fund, 1) })],
    [text("network.seen"), text("network.seen.value", { count: fines.seen })],
    [text("network.fines"), text("network.fines.value", { count: fines.fined, paid: figure(fines.paid, 1) })],
    [text("network.autonomy"), `${percent(card.autonomy)} %`],
  );
  return rows;
}

/** Its quality is seen only after the start. */
function qualityWords({ quality, phase }: NetworkCard): string {
  return phase === 0 ? text("network.quality.unseen") : text("network.quality.value", { value: figure(quality, 2) });
}

/** NET as a matrix with the other networks beside it, and how its score has moved. */
function profile(net: NetView, month: number, months: number, width: number): HTMLElement[] {
  const means = net.others?.flat() ?? [];
  const others = means.length === 0 ? null : means.reduce((sum, cell) => sum + cell, 0) / means.length;
  const score = figure(net.score, 2);
  const head = net.stages.map((stage) =>
    element(
      "th",
      { attributes: { scope: "col" } },
      element("abbr", { attributes: { title: text(`net.stage.${stage}`) } }, text(`net.stage.${stage}.short`)),
    ),
  );
  const rows = net.indicators.map((indicator, row) =>
    element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, text(`net.indicator.${indicator}`)),
      ...net.cells[row].map((own, column) => {
        const mean = net.others?.[row][column] ?? null;
        const verdict = text(own === 1 ? "net.achieved" : own > 0 ? "net.partly" : "net.not");
        const compared = mean === null ? "" : text("net.others", { mean: figure(mean, 2) });
        const words = `${verdict}. ${net.texts[row][column]} ${compared}`;
        return element(
          "td",
          { attributes: { title: words } },
          svg(netCell(own, mean)) as unknown as HTMLElement,
          element("span", { class: "aside-spoken" }, words),
        );
      }),
    ),
  );
  return [
    subheading(text("net.heading")),
    element(
      "p",
      { class: "net-score" },
      element("strong", {}, score),
      ` ${others === null ? text("net.score.alone") : text("net.score", { others: figure(others, 2) })}`,
    ),
    element(
      "table",
      { class: "net" },
      element("caption", { class: "aside-spoken" }, text("net.caption")),
      element("thead", {}, element("tr", {}, element("td", {}), ...head)),
      element("tbody", {}, ...rows),
    ),
    element("p", { class: "net-key" }, text("net.key")),
    ...pastOf(net, month, months, width),
  ];
}

/** The score over time, as a step from evaluation to evaluation; nothing before the second one. */
function pastOf(net: NetView, month: number, months: number, width: number): HTMLElement[] {
  if (net.past.length < 2) return [];
  const values = Array.from({ length: month + 1 }, (_, m) => net.past.findLast((one) => one.month <= m)?.score ?? null);
  const panel = {
    title: text("net.past"),
    unit: text("net.past.unit"),
    lines: [{ name: "", values, look: "median" as const }],
    bands: [],
    layers: [],
    reach: [0, 1] as const,
    isStepped: false,
    show: (value: number) => figure(value, 1),
  };
  const type = 12;
  const { picture } = timePanels([panel], { width, columns: 1, height: 9 * type }, { month, months, type });
  const first = net.past[0];
  const label = text("net.past.spoken", { from: figure(first.score, 2), month: first.month, to: figure(net.score, 2) });
  return [
    element(
      "div",
      { class: "net-past", attributes: { role: "img", "aria-label": label } },
      svg(picture) as unknown as HTMLElement,
    ),
  ];
}

function memberTable(members: readonly FirmCard[], opened: Opened, app: App): HTMLElement[] {
  if (members.length === 0) return [];
  const rows = members.map((firm) => [
    nameButton(firmName(firm, opened), `firm ${firm.firm}`, () => app.focus(firm.firm)),
    text(`why.conduct.${firm.conduct}`),
    firm.trustInFellows === null ? text("number.none") : figure(firm.trustInFellows, 2),
  ]);
  const head = [text("why.partner.column.firm"), text("list.member.column.conduct"), text("why.partner.column.trust")];
  const title = text("network.members", { count: members.length });
  return [subheading(title), smallTable(title, head, rows)];
}

function courseList({ founded, phases, row }: NetworkCard): HTMLElement {
  const steps = phases.map(({ phase, from }) => ({ month: from, words: text(`network.phase.${phase}`) }));
  if (phases[0]?.from !== founded) steps.unshift({ month: founded, words: text("network.founded") });
  return element(
    "ol",
    { class: "happened", attributes: { "aria-label": text("network.history.of", { number: networkNumber(row) }) } },
    ...steps
      .toReversed()
      .map(({ month, words }) =>
        element(
          "li",
          { class: "happened-row" },
          element("span", { class: "happened-month" }, text("history.month", { month })),
          element("span", {}, words),
        ),
      ),
  );
}
