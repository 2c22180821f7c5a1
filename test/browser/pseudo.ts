import type { Plugin } from "vite";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declaredWords } from "../../ui/declared/declared.ts";
import { describeMain } from "../../src/host/describeMain.ts";

/**
 * A language that is English with accents, brackets and 40 % more letters: what shows without brackets is not
 * translated, and what is cut off has too little room.
 */

export const OPEN = "⟦";
export const CLOSE = "⟧";

const ACCENTS: Readonly<Record<string, string>> = {
  a: "áá",
  e: "éé",
  i: "í",
  o: "óó",
  u: "úú",
  c: "ç",
  n: "ñ",
  s: "š",
  t: "ţ",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};

function accented(words: string): string {
  return words.replace(/[aeioucnstAEIOU]/g, (letter) => ACCENTS[letter]);
}

/** The words of a message from a place on to the brace that closes them; what code reads stays as it is. */
function withAccents(message: string, from: number): { text: string; at: number } {
  let text = "";
  let at = from;
  while (at < message.length && message[at] !== "}") {
    if (message[at] !== "{") {
      const end = message.slice(at).search(/[{}]/);
      const stop = end < 0 ? message.length : at + end;
      text += accented(message.slice(at, stop));
      at = stop;
      continue;
    }
    const head = /^\{\s*\w+\s*(?:,\s*(?:plural|select)\s*,)?/.exec(message.slice(at))?.[0] ?? "{";
    text += head;
    at += head.length;
    if (!head.endsWith(",")) {
      const end = message.indexOf("}", at) + 1;
      text += message.slice(at, end);
      at = end;
      continue;
    }
    while (message[at] !== "}") {
      const brace = message.indexOf("{", at);
      const inner = withAccents(message, brace + 1);
      text += `${message.slice(at, brace + 1)}${inner.text}}`;
      at = inner.at + 1;
      while (message[at] === " ") at += 1;
    }
    text += "}";
    at += 1;
  }
  return { text, at };
}

/** Whether every brace of a text has its other one. Some sentences on JSON speak of a single one. */
function isPaired(message: string): boolean {
  let depth = 0;
  for (const sign of message) {
    depth += Number(sign === "{") - Number(sign === "}");
    if (depth < 0) return false;
  }
  return depth === 0;
}

export function pseudo(message: string): string {
  return `${OPEN}${isPaired(message) ? withAccents(message, 0).text : accented(message)}${CLOSE}`;
}

const FOLDER = fileURLToPath(new URL("../../ui/i18n/", import.meta.url));

function english(path: string): Record<string, string> {
  return JSON.parse(readFileSync(FOLDER + path, "utf8")) as Record<string, string>;
}

/** The words of a language file, by its path in `ui/i18n/`. */
function wordsOf(path: string): Record<string, string> {
  if (path.startsWith("problems/")) return Object.fromEntries(Object.keys(english(path)).map((key) => [key, key]));
  return path.startsWith("declared/")
    ? { ...declaredWords(describeMain()) }
    : english(path.replace(/\w+\.json$/, "en.json"));
}

/** Puts that language in the place of another one when the page is built. */
export function pseudoLanguage(tag: string): Plugin {
  return {
    name: "pseudo-locale",
    enforce: "pre",
    load(id) {
      const path = id.startsWith(FOLDER) ? id.slice(FOLDER.length) : "";
      if (!path.endsWith(`${tag}.json`)) return undefined;
      const words = Object.entries(wordsOf(path)).map(([key, text]) => [key, pseudo(text)]);
      return JSON.stringify(Object.fromEntries(words));
    },
  };
}
