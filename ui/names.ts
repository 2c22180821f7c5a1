import type { FirmCard, Opened, Phase } from "../sim/contract.ts";
import { PHASE_NAMES } from "./charts/phaseLine.ts";
import { text } from "./i18n/text.ts";

export { networkNumber } from "./networkNumber.ts";

/** How things are called on the page, the same everywhere. */

export function placeName(opened: Opened, region: number): string {
  return opened.regions[region]?.name ?? "";
}

export function tradeName(opened: Opened, sector: number): string {
  return opened.sectors[sector]?.name ?? "";
}

/** With a capital, for the start of a sentence or a name. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** A firm by its trade, number and place; one that was born later is numbered by its month. */
export function firmName(card: FirmCard, opened: Opened): string {
  const values = {
    trade: capital(tradeName(opened, card.sector)),
    number: card.number,
    place: placeName(opened, card.region),
    month: card.born,
  };
  return text(card.born > 0 ? "firm.name.entrant" : "firm.name", values);
}

export function phaseName(phase: Phase): string {
  return text(`phase.${PHASE_NAMES[phase]}`);
}
