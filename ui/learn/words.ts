import type words from "../i18n/lessons/en.json";
import type { Key, Values } from "../i18n/text.ts";
import { text } from "../i18n/text.ts";

/** A message that comes with this room. */
export function said(key: keyof typeof words, values?: Values): string {
  return text(key as Key, values);
}
