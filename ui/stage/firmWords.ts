import type { Conduct, Frame, Opened, Phase } from "../../sim/contract.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { capital, networkNumber, phaseName, placeName, tradeName } from "../names.ts";

/** A firm's name from the month's frame alone, without asking the engine. */
export function firmNameIn(frame: Frame, opened: Opened, firm: number): string {
  const values = {
    trade: capital(tradeName(opened, opened.sector[firm])),
    number: frame.number[firm],
    place: placeName(opened, opened.region[firm]),
    month: frame.born[firm],
  };
  return text(frame.born[firm] > 0 ? "firm.name.entrant" : "firm.name", values);
}

/** What a frame tells of a firm, a line each: conduct, network, whom it knows, what reaches outside. */
export function firmLines(frame: Frame, firm: number): string[] {
  const row = frame.network[firm];
  const at = frame.networks.row.indexOf(row);
  const phase = at < 0 ? null : phaseName(frame.networks.phase[at] as Phase);
  const tag = text("stage.tag", { number: networkNumber(row), phase: phase ?? "" });
  const { from, to, trust } = frame.ties;
  let count = 0;
  let sum = 0;
  for (let k = 0; k < from.length; k++) {
    if (from[k] !== firm && to[k] !== firm) continue;
    count += 1;
    sum += trust[k];
  }
  return [
    listed([
      text(`why.conduct.${frame.conduct[firm] as Conduct}`),
      phase === null ? text("stage.hover.alone") : text("stage.hover.network", { tag }),
    ]),
    text("stage.hover.ties", { count }),
    ...(count > 0 ? [text("stage.hover.trust", { trust: figure(sum / count, 2) })] : []),
    ...(frame.born[firm] > 0 ? [text("stage.hover.born", { month: frame.born[firm] })] : []),
    ...(frame.buyer[firm] >= 0 ? [text("stage.hover.buyer")] : []),
    ...(frame.abroad[firm] > 0 ? [text("stage.hover.abroad")] : []),
  ];
}
