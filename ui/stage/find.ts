import type { Frame, Opened } from "../../sim/contract.ts";
import { placeName, tradeName } from "../names.ts";

/** Something that was looked for by name. */
export type Found =
  { readonly kind: "network"; readonly row: number } | { readonly kind: "firm"; readonly firm: number };

/**
 * Firms and networks that fit all words of a query, the best first. A number stands for the firm's or network's own, all
 * other words for the beginnings of words in its trade or place. The word for network alone means all of them.
 *
 * @param networkWords what networks are called in the reader's language
 */
export function find(
  query: string,
  frame: Frame,
  opened: Opened,
  most: number,
  networkWords: readonly string[],
): Found[] {
  // Numbers stand for themselves also where a language writes no spaces.
  const words: string[] = normal(query).match(/\d+|[^\d\s,./]+/g) ?? [];
  const calls = networkWords.map(normal);
  if (words.length === 0) return [];
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const names = words.filter((word) => !/^\d+$/.test(word));
  const trades = opened.sectors.map((_, sector) => normal(tradeName(opened, sector)).split(/[\s,.]+/));
  const towns = opened.regions.map((_, region) => normal(placeName(opened, region)).split(/[\s,.]+/));
  const fits = (parts: readonly string[]): boolean =>
    names.every((name) => parts.some((part) => part.startsWith(name)));
  const asksForNetworks = names.some((name) =>
    calls.some((call) => name.length >= Math.min(LEAST, call.length) && call.startsWith(name)),
  );
  const found: Found[] = [];
  frame.networks.row.forEach((row, k) => {
    const parts = [...calls, ...(towns[frame.networks.region[k]] ?? []), ...(trades[frame.networks.sector[k]] ?? [])];
    const isCalled = numbers.length === 1 ? numbers[0] === row + 1 : numbers.length === 0 && asksForNetworks;
    if (isCalled && fits(parts)) found.push({ kind: "network", row });
  });
  const cells = new Map<number, boolean>();
  for (let firm = 0; firm < frame.conduct.length && found.length < most; firm++) {
    if (frame.conduct[firm] === 0) continue;
    const isCalled =
      numbers.length === 0 ||
      (numbers.length === 1
        ? numbers[0] === frame.number[firm] && frame.born[firm] === 0
        : numbers[0] === frame.born[firm] && numbers[1] === frame.number[firm]);
    if (!isCalled) continue;
    const cell = opened.region[firm] * 256 + opened.sector[firm];
    let isFit = cells.get(cell);
    if (isFit === undefined) {
      isFit = fits([...(towns[opened.region[firm]] ?? []), ...(trades[opened.sector[firm]] ?? [])]);
      cells.set(cell, isFit);
    }
    if (isFit) found.push({ kind: "firm", firm });
  }
  return found.slice(0, most);
}

/** Letters of the word that show that networks are meant. */
const LEAST = 3;

/** Small letters without accents: who looks for Danli finds Danlí. */
export function normal(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
