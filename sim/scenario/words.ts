import type { Text } from "./schema.ts";

/** A text in the language that is asked for, else in English, else in the first one there is. */
export function inLanguage(text: Text | undefined, language: string): string | undefined {
  if (text === undefined || typeof text === "string") return text;
  const texts = new Map(Object.entries(text));
  return texts.get(language) ?? texts.get(language.split("-")[0]) ?? texts.get("en") ?? texts.values().next().value;
}
