/** Somebody at the page, in whatever browser: goes by roles and names, as a screen reader would, and reads what it says. */
export interface Reader {
  /** Opens a link of the page anew and waits until a month is there. */
  readonly open: (fragment: string) => Promise<void>;
  /** Presses what has this role and exactly this name, or one that fits. */
  readonly press: (role: Role, name: string | RegExp) => Promise<void>;
  /** Puts the focus on it. */
  readonly focus: (role: Role, name: string | RegExp) => Promise<void>;
  /** Waits until it can be seen. */
  readonly sees: (role: Role, name: string | RegExp) => Promise<void>;
  /** Chooses an entry of a list by its value. */
  readonly choose: (name: string, value: string) => Promise<void>;
  /** Presses a key where the focus is. */
  readonly key: (key: string) => Promise<void>;
  readonly types: (words: string) => Promise<void>;
  /** Waits until something holds on the page. */
  readonly waits: (holds: (given: string) => boolean, given?: string) => Promise<void>;
  readonly reads: <T>(look: () => T) => Promise<T>;
  /** What is saved as a file by an act. */
  readonly saves: (act: () => Promise<void>) => Promise<{ readonly name: string; readonly content: string }>;
  /** Barriers that can be found by rule. */
  readonly barriers: () => Promise<readonly string[]>;
}

export type Role =
  | "button"
  | "checkbox"
  | "combobox"
  | "dialog"
  | "heading"
  | "img"
  | "menuitem"
  | "option"
  | "region"
  | "searchbox"
  | "slider"
  | "table"
  | "textbox";

/** Waits until the page has come to rest at a month. */
export async function waitsForMonth(reader: Reader, month: number): Promise<void> {
  await reader.waits(
    (words) => document.querySelector(".sentence strong")?.textContent?.startsWith(words) === true,
    `Month ${month}.`,
  );
}

/**
 * The month at which the page has come to rest: told by the sentence and by the address with its hash. The sentence
 * alone may still be of the month before.
 */
export async function monthAtRest(reader: Reader): Promise<number> {
  await reader.waits(() => {
    const told = /\d+/.exec(document.querySelector(".sentence strong")?.textContent ?? "")?.[0];
    return told !== undefined && location.hash.includes("&hash=") && location.hash.includes(`month=${told}&`);
  });
  return reader.reads(() => Number(/month=(\d+)&/.exec(location.hash)?.[1]));
}

/** The hash of the state shown, as the address carries it once the page is at rest at this month. */
export async function hashAt(reader: Reader, month: number): Promise<string> {
  await reader.waits(
    (at) => new RegExp(`[&#]month=${at}&`).test(location.hash) && location.hash.includes("&hash="),
    String(month),
  );
  const hash = /hash=([0-9a-f]{16})/.exec(await reader.reads(() => location.hash))?.[1];
  if (hash === undefined) throw new Error("The address carries no hash.");
  return hash;
}
