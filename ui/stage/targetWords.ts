import type { Frame, Opened, Phase } from "../../sim/contract.ts";
import { listed, text } from "../i18n/text.ts";
import { capital, networkNumber, phaseName, placeName, tradeName } from "../names.ts";
import { firmLines, firmNameIn } from "./firmWords.ts";
import type { Target } from "./touch.ts";
import { firmsOf } from "./touch.ts";

/** What is meant on the stage, in words, from the month's frame alone. */
export function targetName(target: Target, frame: Frame, opened: Opened): string {
  switch (target.kind) {
    case "firm":
      return firmNameIn(frame, opened, target.firm);
    case "network": {
      const region = frame.networks.region[frame.networks.row.indexOf(target.row)];
      return text("stage.find.network", { number: networkNumber(target.row), place: placeName(opened, region) });
    }
    case "broker":
      return text("broker.heading", { number: target.row + 1 });
    case "buyer":
      return text("stage.hover.buyerName", { place: placeName(opened, frame.buyers.region[target.row]) });
    case "port":
      return capital(text(target.market === 1 ? "stage.port.neighbour" : "stage.port.world"));
  }
}

/** What a frame tells of it, a line each. */
export function targetLines(target: Target, frame: Frame, opened: Opened): string[] {
  switch (target.kind) {
    case "firm":
      return firmLines(frame, target.firm);
    case "network":
      return networkLines(frame, opened, target.row);
    case "broker":
      return brokerLines(frame, target.row);
    case "buyer": {
      const { active, sector } = frame.buyers;
      const count = firmsOf(target, frame).length;
      return [
        capital(tradeName(opened, sector[target.row])),
        active[target.row] === 1 ? text("stage.hover.suppliers", { count }) : text("stage.buyerLeft"),
      ];
    }
    case "port":
      return [text("stage.hover.sellers", { count: firmsOf(target, frame).length })];
  }
}

function networkLines(frame: Frame, opened: Opened, row: number): string[] {
  const { networks } = frame;
  const at = networks.row.indexOf(row);
  if (at < 0) return [];
  const count = frame.network.reduce((sum, own) => sum + (own === row ? 1 : 0), 0);
  const venture = opened.ventures[networks.venture[at]];
  const broker = networks.broker[at];
  return [
    listed([phaseName(networks.phase[at] as Phase), text("stage.hover.members", { count })]),
    capital(tradeName(opened, networks.sector[at])),
    ...(networks.running[at] === 1 && venture !== undefined
      ? [text("stage.hover.project", { title: venture.title })]
      : []),
    ...(broker >= 0 ? [text("stage.hover.assisted", { number: broker + 1 })] : []),
  ];
}

function brokerLines({ brokers, networks }: Frame, broker: number): string[] {
  const numbers = (column: Int16Array): number[] =>
    Array.from(networks.row)
      .filter((_, k) => column[k] === broker)
      .map(networkNumber);
  const assists = numbers(networks.broker);
  const left = numbers(networks.formerBroker);
  const atWork = brokers[broker] === 1;
  return [
    ...(atWork && assists.length > 0
      ? [text("stage.hover.assists", { count: assists.length, list: listed(assists.map(String)) })]
      : [text(atWork ? "stage.hover.seeks" : "stage.hover.gone")]),
    ...(left.length > 0 ? [text("stage.hover.hasLeft", { count: left.length, list: listed(left.map(String)) })] : []),
  ];
}
