import { IntlMessageFormat } from "intl-messageformat";
import en from "./en.json";
import { sayer } from "./phrases.ts";

/**
 * The one door to words and numbers. A language is one file beside en.json with the same keys, one in `lessons/`, one in
 * `declared/` for what declarations say in English, and one in `problems/` for what is said of input that cannot be used;
 * what it lacks is said in English.
 */
export type Key = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
type Messages = Readonly<Record<string, string>>;
/** Parts of what is said of input that cannot be used. */
type Refused = Readonly<Record<"path" | "value" | "expected" | "mend", string>>;

const others = import.meta.glob<Messages>(
  [
    "./*.json",
    "./declared/*.json",
    "./lessons/*.json",
    "./concepts/*.json",
    "./glossary/*.json",
    "./problems/*.json",
    "!./**/en.json",
  ],
  { import: "default" },
);

/** Languages that the page can speak, as tags. */
export const LANGUAGES: readonly string[] = [
  "en",
  ...Object.keys(others).flatMap((path) => /^\.\/([\w-]+)\.json$/.exec(path)?.[1] ?? []),
].sort();

/** Languages that are written from right to left. */
const FROM_RIGHT = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(-|$)/;

let locale = "en";
let messages: Messages = en;
let prepared = new Map<string, IntlMessageFormat>();
let phrase = (said: string): string => said;

/** Speaks the first of the wanted languages there is a file for, English where there is none. */
export async function speak(wanted: readonly string[]): Promise<string> {
  for (const name of wanted.flatMap((tag) => [tag, tag.split("-")[0] ?? tag])) {
    if (name === "en") break;
    if (others[`./${name}.json`] === undefined) continue;
    const folders = [".", "./declared", "./problems"];
    const [own, declared, problems] = await Promise.all(folders.map((folder) => wordsIn(`${folder}/${name}.json`)));
    use(name, { ...en, ...declared, ...own });
    phrase = sayer(problems, filled);
    return name;
  }
  use("en", en);
  return "en";
}

/** The language that is spoken now. */
export function spoken(): string {
  return locale;
}

export function direction(tag: string): "ltr" | "rtl" {
  return FROM_RIGHT.test(tag) ? "rtl" : "ltr";
}

/** A language by its own name, as "Deutsch". */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The words of a file, or none where a language has no such file. */
async function wordsIn(path: string): Promise<Messages> {
  return (await others[path]?.()) ?? {};
}

function use(name: string, words: Messages): void {
  locale = name;
  messages = words;
  prepared = new Map();
  phrase = (said) => said;
}

/** What a sentence of the engine names: units have words of their own, numbers are written as the language does. */
function filled(place: string, own: string): string {
  if (place === "unit") return wordFor(`unit.${own}`, own);
  const decimals = /^-?\d{1,15}(?:\.(\d+))?$/.exec(own);
  return decimals === null ? own : figure(Number(own), decimals[1]?.length ?? 0, { group: false });
}

/** What is wrong with some input, in the reader's language. */
export function problemWords({ path, value, expected, mend }: Refused): Refused {
  return { path: phrase(path), value: phrase(value), expected: phrase(expected), mend: phrase(mend) };
}

/** Takes in words that only one room needs, once it is entered: its folder has a file for each other language. */
export async function addWords(folder: string, english: Messages): Promise<void> {
  const spoken = locale;
  const own = await wordsIn(`./${folder}/${spoken}.json`);
  messages = { ...english, ...(spoken === locale ? own : {}), ...messages };
}

/** A message in the reader's language, with its named places filled. */
export function text(key: Key, values?: Values): string {
  let message = prepared.get(key);
  if (message === undefined) {
    message = new IntlMessageFormat(messages[key] ?? key, locale, undefined, { ignoreTag: true });
    prepared.set(key, message);
  }
  return minus(String(message.format(values)));
}

/** Parts one after the other, parted as the language does it: by semicolons where a part may hold a comma of its own. */
export function listed(parts: readonly string[], sign: "comma" | "semicolon" = "comma"): string {
  return parts.join(text(sign === "comma" ? "join.comma" : "join.semicolon"));
}

/** The reader's word for a name that comes from data, or the data's own where the language has none. */
export function wordFor(name: string, own: string): string {
  return Object.hasOwn(messages, name) ? messages[name] : own;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the reader's language writes it; `digits` are decimals. The minus sign is U+2212. */
export function figure(value: number, digits = 0, options: { sign?: boolean; group?: boolean } = {}): string {
  const { sign = false, group = true } = options;
  const name = `${locale} ${digits} ${sign} ${group}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign ? "exceptZero" : "negative",
      // Left out where groups are wanted: languages differ in how long a number must be for them.
      ...(group ? {} : { useGrouping: false }),
    });
    formats.set(name, format);
  }
  return minus(format.format(value));
}

/** A share as per cent, without its sign. */
export function percent(share: number, digits = 0, sign = false): string {
  return figure(share * 100, digits, { sign });
}

function minus(words: string): string {
  return words.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
}
