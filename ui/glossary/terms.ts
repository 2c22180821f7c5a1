import glossary from "../../scenarios/glossary.json";
import words from "../i18n/glossary/en.json";
import type { Key } from "../i18n/text.ts";
import { addWords, text } from "../i18n/text.ts";

/** Terms of the field: each has a name, a meaning of one sentence, the forms in which it stands in a text, and a source. */
export interface Term {
  readonly id: string;
  readonly source: string;
}

await addWords("glossary", words);

export const TERMS: readonly Term[] = glossary.terms;

export function nameOf({ id }: Term): string {
  return text(`term.${id}` as Key);
}

export function meaningOf({ id }: Term): string {
  return text(`term.${id}.means` as Key);
}

/** Finds the term anywhere in a text; where letters have no spaces between words, inside a run of them. */
function finderOf({ id }: Term): RegExp {
  const forms = text(`term.${id}.forms` as Key);
  const isSpaced = !/\p{Script=Han}/u.test(forms);
  return new RegExp(isSpaced ? `(?<!\\p{L})(?:${forms})(?!\\p{L})` : `(?:${forms})`, "iu");
}

const finders = new Map<Term, RegExp>();

/** Where a term first stands in a text. */
export function placeIn(term: Term, words: string): { readonly at: number; readonly length: number } | null {
  let finder = finders.get(term);
  if (finder === undefined) finders.set(term, (finder = finderOf(term)));
  const found = finder.exec(words);
  return found === null ? null : { at: found.index, length: found[0].length };
}
