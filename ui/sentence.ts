import type { Frame, Happening, Opened } from "../sim/contract.ts";
import { text } from "./i18n/text.ts";
import { capital, networkNumber, placeName, tradeName } from "./names.ts";

/** One event as one plain sentence. */
export function eventSentence(event: Happening, opened: Opened): string {
  const { kind, network, yes, asked, needed, region, sector } = event;
  const trade = tradeName(opened, sector);
  return text(`event.${kind}`, {
    network: networkNumber(network),
    place: placeName(opened, region),
    trade: kind === "refused" ? capital(trade) : trade,
    yes,
    asked,
    needed,
  });
}

/** What just happened: the most telling event of the month. */
export function monthSentence(frame: Frame, opened: Opened): string {
  const [first] = frame.events;
  if (first !== undefined) return eventSentence(first, opened);
  if (frame.month === 0) {
    const firms = frame.conduct.reduce((sum, conduct) => sum + (conduct > 0 ? 1 : 0), 0);
    return text("sentence.start", { firms, towns: opened.regions.length });
  }
  const alive = frame.networks.phase.reduce((sum, phase) => sum + (phase >= 1 && phase <= 3 ? 1 : 0), 0);
  return text("sentence.quiet", { alive });
}
