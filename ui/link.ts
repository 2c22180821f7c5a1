import type { Problem, SettingsChange, Value } from "../sim/contract.ts";
import type { LinkedQuestion } from "./brief/asked.ts";
import { NOTHING_ASKED, askedParts, readAskedPart } from "./brief/asked.ts";
import type { Door } from "./door.ts";
import { DOORS } from "./door.ts";
import type { Place, ReadPlace } from "./learn/place.ts";
import { NOWHERE, placeOf, placeParts, readPlacePart } from "./learn/place.ts";
import { LONGEST_PACKED } from "./packed.ts";
import type { Layout } from "./stage/look.ts";
import { LAYOUTS } from "./stage/look.ts";
import type { WorldKey } from "./store.ts";

/**
 * What a link says, in the URL's fragment, readable: `#scenario=honduras&seed=101&month=38&set.brokers.count=0`, and
 * `at.38.brokers.count=0` for what changes after month 38. A scenario of one's own travels packed. A fragment is a
 * stranger's text: every part is checked, and what cannot be used is a problem, never an exception.
 */
export interface Link extends Omit<WorldKey, "document"> {
  readonly month: number;
  readonly view: Door;
  readonly layout: Layout;
  /** Month at which levers branch off, or null where they act from the start. */
  readonly branch: number | null;
  readonly firm: number | null;
  /** A scenario of one's own, packed; its name is `scenario`. */
  readonly packed: string | null;
  /** The question that it puts in Compare. */
  readonly asked: LinkedQuestion;
  /** Where in Learn it leads. */
  readonly learn: Place;
  readonly made: Made;
}

/** What the world was made with, and what it was: later versions can tell whether it is still the same. */
export interface Made {
  readonly version: string | null;
  readonly model: string | null;
  /** State hash at the link's month. */
  readonly hash: string | null;
}

const LONGEST = 8000;
const LONGEST_WORD = 200;
const MOST_SETTINGS = 400;
const PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;
const AT = /^at\.(\d{1,4})\.(.+)$/;
const VERSION = /^[0-9A-Za-z.+-]{1,30}$/;
const HASH = /^[0-9a-f]{16}$/;
export const FIRST_SCENARIO = "honduras";

const NOTHING_MADE: Made = { version: null, model: null, hash: null };

/** A link to the first scenario, as it begins. */
export const FIRST_LINK: Link = {
  view: "explore",
  scenario: FIRST_SCENARIO,
  packed: null,
  seed: undefined,
  month: 0,
  settings: {},
  changes: [],
  branch: null,
  layout: "network",
  firm: null,
  asked: NOTHING_ASKED,
  learn: NOWHERE,
  made: NOTHING_MADE,
};

export function linkText(link: Link): string {
  const { view, scenario, packed, seed, settings, changes, month, branch, layout, firm, asked, learn, made } = link;
  const place = placeParts(learn);
  const parts = [...place, ["scenario", scenario]];
  if (view !== "explore" || place.length > 0) parts.unshift(["view", view]);
  if (packed !== null) parts.push(["doc", packed]);
  if (seed !== undefined) parts.push(["seed", seed]);
  if (month > 0) parts.push(["month", String(month)]);
  for (const path of Object.keys(settings).sort()) parts.push([`set.${path}`, String(settings[path])]);
  for (const change of [...changes].sort((a, b) => a.month - b.month)) {
    for (const path of Object.keys(change.settings).sort()) {
      parts.push([`at.${change.month}.${path}`, String(change.settings[path])]);
    }
  }
  parts.push(...askedParts(asked));
  if (branch !== null) parts.push(["branch", String(branch)]);
  if (layout !== "network") parts.push(["layout", layout]);
  if (firm !== null) parts.push(["firm", String(firm)]);
  if (made.version !== null) parts.push(["v", made.version]);
  if (made.model !== null) parts.push(["model", made.model]);
  if (made.hash !== null) parts.push(["hash", made.hash]);
  // A slash needs no escape in a fragment, and a seed such as 101/2 stays readable.
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
}

type Wrong = (path: string, value: string, expected: string, mend: string) => void;

/** The parts of a link that are one word or number each, by name. */
function readPart(name: string, value: string, wrong: Wrong): Partial<Link> | undefined {
  const number = (at: number, mend: string): number | undefined => {
    if (/^\d{1,6}$/.test(value) && Number(value) <= at) return Number(value);
    wrong(name, value, `a whole number from 0 to ${at}`, mend);
    return undefined;
  };
  switch (name) {
    case "scenario":
    case "seed":
      if (value.length <= LONGEST_WORD) return { [name]: value };
      wrong(name, value, `at most ${LONGEST_WORD} characters`, "It was left out.");
      return {};
    case "month":
      return { month: number(9999, "Month 0 is shown.") ?? 0 };
    case "branch":
      return { branch: number(9999, "Levers act from the start.") ?? null };
    case "firm":
      return { firm: number(999_999, "No firm is chosen.") ?? null };
    case "view": {
      const view = DOORS.find((known) => known === value);
      if (view === undefined) wrong("view", value, DOORS.join(", "), "Explore is open instead.");
      return { view: view ?? "explore" };
    }
    case "layout": {
      const layout = LAYOUTS.find((known) => known === value);
      if (layout === undefined) wrong("layout", value, LAYOUTS.join(", "), "The network is shown.");
      return { layout: layout ?? "network" };
    }
    case "doc":
      if (value.length <= LONGEST_PACKED && /^[A-Za-z0-9_-]+$/.test(value)) return { packed: value };
      wrong("doc", value, `a packed scenario of at most ${LONGEST_PACKED} characters`, "Open it from its file.");
      return {};
    default:
      return undefined;
  }
}

/** What the world of the link was made with; a word that is none of these is left aside without a fuss. */
function readMade(name: string, value: string, made: Made): Made | undefined {
  if (name === "v") return { ...made, version: VERSION.test(value) ? value : null };
  if (name === "model") return { ...made, model: VERSION.test(value) ? value : null };
  if (name === "hash") return { ...made, hash: HASH.test(value) ? value : null };
  return undefined;
}

export function parseLink(fragment: string): { link: Link; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let link = FIRST_LINK;
  const settings = new Map<string, Value>();
  const changes = new Map<number, Map<string, Value>>();
  let count = 0;
  let place: ReadPlace = {};
  let isViewGiven = false;
  const wrong: Wrong = (path, value, expected, mend) => {
    problems.push({ path: cut(path) || "link", value: cut(value), expected, mend });
  };
  const bare = fragment.replace(/^#/, "");
  if (bare.length > LONGEST + LONGEST_PACKED) {
    wrong("link", bare, `at most ${LONGEST + LONGEST_PACKED} characters`, "The first scenario is open instead.");
    return { link, problems };
  }
  const setValue = (to: Map<string, Value>, name: string, path: string, value: string): void => {
    if (!PATH.test(path) || path.length > 80) wrong(name, value, "a setting's path", "It was left out.");
    else if ((count += 1) > MOST_SETTINGS) wrong(name, value, `at most ${MOST_SETTINGS} settings`, "It was left out.");
    else to.set(path, valueOf(value));
  };
  for (const part of bare.split("&").filter((piece) => piece !== "")) {
    if (problems.length >= MOST_PROBLEMS) break;
    const at = part.indexOf("=");
    const name = at < 0 ? part : part.slice(0, at);
    const value = decoded(at < 0 ? "" : part.slice(at + 1));
    if (value === undefined) {
      wrong(name, part, "text in percent code", "It was left out.");
      continue;
    }
    if (name.startsWith("ask.")) {
      link = { ...link, asked: readAskedPart(link.asked, [name, value], wrong, valueOf) };
      continue;
    }
    if (name.startsWith("set.")) {
      setValue(settings, name.slice(4), name.slice(4), value);
      continue;
    }
    const [, month, path] = AT.exec(name) ?? [];
    if (month !== undefined) {
      const changed = changes.get(Number(month)) ?? new Map<string, Value>();
      setValue(changed, name, path, value);
      if (changed.size > 0) changes.set(Number(month), changed);
      continue;
    }
    const placed = readPlacePart(name, value, ({ expected, mend }) => wrong(name, value, expected, mend));
    if (placed !== undefined) {
      place = { ...place, ...placed };
      continue;
    }
    if (name === "view") isViewGiven = true;
    const made = readMade(name, value, link.made);
    const read = made === undefined ? readPart(name, value, wrong) : { made };
    if (read !== undefined) link = { ...link, ...read };
    else wrong(name, value, "view, lesson, scenario, seed, month or set.PATH", "It was left out.");
  }
  const all = [...changes].sort(([a], [b]) => a - b);
  // Who names a lesson or a class wants to learn.
  const view = !isViewGiven && ((place.lesson ?? null) !== null || place.seats !== undefined) ? "learn" : link.view;
  return {
    link: {
      ...link,
      view,
      learn: placeOf(place),
      settings: Object.fromEntries(settings),
      changes: all.map(([month, values]): SettingsChange => ({ month, settings: Object.fromEntries(values) })),
    },
    problems,
  };
}

const MOST_PROBLEMS = 20;

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
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
