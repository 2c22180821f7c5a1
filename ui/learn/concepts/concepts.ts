import data from "../../../scenarios/concepts.json";
import words from "../../i18n/concepts/en.json";
import type { Key, Values } from "../../i18n/text.ts";
import { addWords, text } from "../../i18n/text.ts";

/** A question on one idea of the field. Each wrong option stands for a common idea about it and has a reading of its own. */
export interface Concept {
  readonly id: string;
  /** The lesson that is about it. */
  readonly lesson: number;
  readonly options: readonly string[];
  readonly right: string;
}

await addWords("concepts", words);

export const CONCEPTS: readonly Concept[] = data.questions;

/** A question's own words: `idea`, `question`, `option.ID`, `reading.ID`. */
export function conceptWords({ id }: Concept, part: string): string {
  return text(`concept.${id}.${part}` as Key);
}

/** A message of the concept test. */
export function testWords(key: keyof typeof words & `concepts.${string}`, values?: Values): string {
  return text(key as Key, values);
}
