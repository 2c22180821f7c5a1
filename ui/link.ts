import type { Problem, Value } from "../sim/contract.ts";
import type { Door } from "./door.ts";
import { DOORS } from "./door.ts";
import type { WorldKey } from "./store.ts";

/**
 * What a link says, in the URL's fragment, readable:
 * `#scenario=honduras&seed=101&month=38&set.brokers.count=0`. A fragment is a stranger's text: every part is checked,
 * and what cannot be used is a problem, never an exception.
 */
export interface Link extends WorldKey {
  readonly month: number;
  readonly view: Door;
}

const LONGEST = 4000;
const MOST_SETTINGS = 64;
const PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;
const FIRST_SCENARIO = "honduras";

export function linkText({ view, scenario, seed, settings, month }: Link): string {
  const parts = [["scenario", scenario]];
  if (view !== "explore") parts.unshift(["view", view]);
  if (seed !== undefined) parts.push(["seed", seed]);
  if (month > 0) parts.push(["month", String(month)]);
  for (const path of Object.keys(settings).sort()) parts.push([`set.${path}`, String(settings[path])]);
  // A slash needs no escape in a fragment, and a seed such as 101/2 stays readable.
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
}

export function parseLink(fragment: string): { link: Link; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const settings: Record<string, Value> = Object.create(null) as Record<string, Value>;
  let scenario = FIRST_SCENARIO;
  let seed: string | undefined;
  let month = 0;
  let view: Door = "explore";
  const wrong = (path: string, value: string, expected: string, mend: string): void => {
    const short = value.length > 60 ? `${value.slice(0, 57)}...` : value;
    problems.push({ path, value: short, expected, mend });
  };
  const bare = fragment.replace(/^#/, "");
  if (bare.length > LONGEST) {
    wrong("link", bare, `at most ${LONGEST} characters`, "The first scenario is open instead.");
    return { link: { view, scenario, seed, settings: {}, month }, problems };
  }
  for (const part of bare.split("&").filter((piece) => piece !== "")) {
    const cut = part.indexOf("=");
    const name = cut < 0 ? part : part.slice(0, cut);
    const value = decoded(cut < 0 ? "" : part.slice(cut + 1));
    if (value === undefined) wrong(name, part, "text in percent code", "It was left out.");
    else if (name === "scenario") scenario = value;
    else if (name === "seed") seed = value;
    else if (name === "view") {
      const door = DOORS.find((known) => known === value);
      if (door === undefined) wrong("view", value, DOORS.join(", "), "Explore is open instead.");
      else view = door;
    } else if (name === "month") {
      if (/^\d{1,4}$/.test(value)) month = Number(value);
      else wrong("month", value, "a whole number from 0", "Month 0 is shown.");
    } else if (name.startsWith("set.")) {
      const path = name.slice(4);
      if (!PATH.test(path) || path.length > 80) wrong(path, value, "a setting's path", "It was left out.");
      else if (Object.keys(settings).length >= MOST_SETTINGS) wrong(path, value, "fewer settings", "It was left out.");
      else settings[path] = valueOf(value);
    } else wrong(name, value, "view, scenario, seed, month or set.PATH", "It was left out.");
  }
  return { link: { view, scenario, seed, settings: { ...settings }, month }, problems };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Numbers and true/false as themselves, the rest as text. */
function valueOf(text: string): Value {
  if (text === "true") return true;
  if (text === "false") return false;
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : text;
}
