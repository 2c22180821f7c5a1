import { chosenLanguage } from "./kept.ts";
import { oneFile } from "./oneFile.ts";

/**
 * In which language the page speaks: as its address says, else as the reader chose, else as a lesson of one file was made,
 * else as the browser is set.
 */

const NAME = "lang";

export function wantedLanguages(): readonly string[] {
  const asked = new URLSearchParams(location.search).get(NAME);
  return [asked, chosenLanguage.read(), oneFile?.language ?? null, ...navigator.languages].filter(
    (tag) => tag !== null,
  );
}

/** What the address says of the language, to be kept in it. */
export function languageAsked(): string {
  const asked = new URLSearchParams(location.search).get(NAME);
  return asked === null ? "" : `?${NAME}=${encodeURIComponent(asked)}`;
}

/** Remembers a language and loads the page again, at the same place. */
export function changeLanguage(language: string): void {
  chosenLanguage.write(language);
  const address = new URL(location.href);
  if (address.searchParams.has(NAME)) {
    address.searchParams.set(NAME, language);
    history.replaceState(null, "", address);
  }
  location.reload();
}
