import type { BrokerCard, BrokerCase, Opened } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { loadBar } from "../charts/loadBar.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { networkNumber, phaseName, placeName } from "../names.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { facts, head, nameButton, smallTable, subheading } from "./head.ts";

/** A broker: what its month goes into, its cases and their phases, who trained whom. */
export function brokerCard(card: BrokerCard, opened: Opened, app: App, width: number): HTMLElement[] {
  const number = card.broker + 1;
  return [
    head(text("broker.heading", { number }), text("broker.close"), () => app.choose(null)),
    element(
      "p",
      { class: "why-who" },
      text("broker.who", { active: card.active ? "yes" : "no", generation: card.generation }),
    ),
    ...(card.active ? month(card, width) : []),
    facts(factsOf(card, app)),
    ...cases(card.networks, card, opened, app, true),
    ...cases(card.left, card, opened, app, false),
  ];
}

/** What a month of work goes into. */
function month(card: BrokerCard, width: number): HTMLElement[] {
  const { load, capacity, work, effort } = card;
  const share = Math.round((100 * load) / capacity);
  const words =
    load > capacity ? text("broker.load.over", { share }) : text("broker.load", { share, free: 100 - share });
  const bar = svg(loadBar({ cases: card.networks.map((one) => one.work), capacity }, width)) as unknown as HTMLElement;
  return [
    subheading(text("broker.month")),
    bar,
    element("p", {}, words),
    element(
      "p",
      { class: "census-about" },
      text("broker.promotion", { done: figure(Math.max(0, Math.min(work, effort))), effort: figure(effort) }),
    ),
  ];
}

function factsOf(card: BrokerCard, app: App): [string, string | HTMLElement][] {
  const link = (row: number) =>
    nameButton(text("broker.name", { number: row + 1 }), `broker ${row}`, () => app.choose({ kind: "broker", row }));
  const rows: [string, string | HTMLElement][] = [
    [text("broker.skill"), figure(card.skill, 2)],
    [text("broker.felt"), figure(card.effectiveSkill, 2)],
    [text("broker.helped"), figure(card.helped)],
  ];
  if (card.trainedBy >= 0) rows.push([text("broker.trainedBy"), link(card.trainedBy)]);
  if (card.trained.length > 0) {
    const names = card.trained.flatMap((row, k) => (k === 0 ? [link(row)] : [", ", link(row)]));
    rows.push([text("broker.trained"), element("span", {}, ...names)]);
  }
  return rows;
}

function cases(
  list: readonly BrokerCase[],
  { capacity }: BrokerCard,
  opened: Opened,
  app: App,
  isAssisted: boolean,
): HTMLElement[] {
  if (list.length === 0) return [];
  const title = text(isAssisted ? "broker.cases" : "broker.left", { count: list.length });
  const rows = list.map(({ network, region, phase, work }) => [
    nameButton(
      text("broker.case", { number: networkNumber(network), place: placeName(opened, region) }),
      `network ${network}`,
      () => app.choose({ kind: "network", row: network }),
    ),
    phaseName(phase),
    ...(isAssisted ? [`${percent(work / capacity)} %`] : []),
  ]);
  const head = [
    text("list.column.network"),
    text("list.column.phase"),
    ...(isAssisted ? [text("broker.case.work")] : []),
  ];
  return [subheading(title), smallTable(title, head, rows)];
}
