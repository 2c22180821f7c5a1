/** Words that are the same in a language as in English, with the reason. */

type Allowed = (key: string, text: string) => boolean;

/** Names of places are written as the country writes them; in Chinese most have names of their own. */
const PLACE = /^place\./;
/** Works are cited by author and year. */
const CITATION = /^(source\.|scenario\.[a-z-]+\.source\.)/;

/** Names, units and signs of every language. */
const EVERYWHERE = ["Distretto", "{scenario} · Distretto", "BCa 95 %", "p, Holm", "Video, WebM"];
const UNITS = ["= {cost} kUSD", "{value} kUSD", "kUSD", "km", "Honduras = 1"];
/** German has the same word. */
const GERMAN = [
  "Pause",
  "Broker",
  "Broker {number}",
  "Broker {words}",
  "Organisation",
  "Region",
  "Phase",
  "Budget",
  "Option {number}",
  "{a} minus {b}, 95 %",
  "Export",
  "Link",
  "Name",
  "Link",
];
/** Spanish has the same word. */
const SPANISH = ["no", "Base", "Total", "textiles", "software", "Ctrl Z", "Ctrl Y"];
/** Chinese keyboards bear the English words. */
const CHINESE = ["Page Up", "Page Down", "Home", "End", "Enter", "Ctrl Z", "Ctrl Y"];

function allowing(patterns: readonly RegExp[], words: readonly string[]): Allowed {
  return (key, text) => patterns.some((pattern) => pattern.test(key)) || words.includes(text);
}

export const EQUAL: Readonly<Record<string, Allowed>> = {
  de: allowing([PLACE, CITATION], [...EVERYWHERE, ...UNITS, ...GERMAN]),
  es: allowing([PLACE, CITATION], [...EVERYWHERE, ...UNITS, ...SPANISH]),
  zh: allowing([CITATION], [...EVERYWHERE, ...CHINESE]),
};
