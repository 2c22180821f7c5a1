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

type Named = Pick<FirmCard, "sector" | "number" | "region" | "born">;

function partsOf(card: Named, opened: Opened) {
  return {
    trade: capital(tradeName(opened, card.sector)),
    number: card.number,
    place: placeName(opened, card.region),
    month: card.born,
  };
}

/** A firm by its trade, number and place; one that was born later is numbered by its month. */
export function firmName(card: Named, opened: Opened): string {
  return text(card.born > 0 ? "firm.name.entrant" : "firm.name", partsOf(card, opened));
}

/** The same without its place, where that is said beside it. */
export function shortName(card: Named, opened: Opened): string {
  return text(card.born > 0 ? "firm.short.entrant" : "firm.short", partsOf(card, opened));
}

export function phaseName(phase: Phase): string {
  return text(`phase.${PHASE_NAMES[phase]}`);
}

/** Letters of the phases where there is no room for names: planning, pilot, strategic, self-managed, dormant. */
export function phaseLetters(): string[] {
  return PHASE_NAMES.flatMap((name) => (name === "dissolved" ? [] : [text(`phase.letter.${name}`)]));
}
