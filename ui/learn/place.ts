import type { Problem } from "../../sim/contract.ts";

/** Where in Learn a link leads: `view=learn&lesson=free-lunch&seat=7`, or `class=30` for a teacher. */
export interface Place {
  readonly lesson: string | null;
  readonly page: LearnPage;
  /** The seat in a class: every seat watches another world. */
  readonly seat: number | null;
  /** Seats of the class; null without one. */
  readonly seats: number | null;
  /** The lesson alone, for a frame on another page: the origin that may hear its result, empty for the frame's own. */
  readonly embed: string | null;
}

export const LEARN_PAGES = ["lesson", "teacher", "sheet", "join", "class", "concepts"] as const;
export type LearnPage = (typeof LEARN_PAGES)[number];

/** Seats that a result code can tell apart. */
export const MOST_SEATS = 255;

const NAME = /^[a-z][a-z-]{0,40}$/;

export const NOWHERE: Place = { lesson: null, page: "lesson", seat: null, seats: null, embed: null };

/** Names of a link's parts that are about Learn; these may also stand before the `#`, as in `?class=30`. */
export const PLACE_PARTS = ["view", "lesson", "page", "seat", "class", "embed"] as const;

/** The page that a link leads to where it names none: who says how many seats there are is the teacher. */
function usualPage({ seats }: Pick<Place, "seats">): LearnPage {
  return seats === null ? "lesson" : "class";
}

export function placeParts(place: Place): [name: string, value: string][] {
  const { lesson, page, seat, seats, embed } = place;
  const parts: [string, string][] = [];
  if (lesson !== null) parts.push(["lesson", lesson]);
  if (seats !== null) parts.push(["class", String(seats)]);
  if (seat !== null) parts.push(["seat", String(seat)]);
  if (page !== usualPage(place)) parts.push(["page", page]);
  if (embed !== null) parts.push(["embed", embed]);
  return parts;
}

/** A link that begins a lesson and says nothing else. */
export function startLink(place: Partial<Place>): string {
  const parts = [
    ["view", "learn"],
    ...placeParts({ ...NOWHERE, page: usualPage({ seats: place.seats ?? null }), ...place }),
  ];
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

/** What has been read of a place so far; the page only where it was named. */
export type ReadPlace = Partial<Place>;

/** A part of a link that is about Learn; undefined for any other. */
export function readPlacePart(name: string, value: string, wrong: (problem: Problem) => void): ReadPlace | undefined {
  const bad = (expected: string, mend: string): ReadPlace => {
    wrong({ path: name, value, expected, mend });
    return {};
  };
  switch (name) {
    case "lesson":
      return NAME.test(value) ? { lesson: value } : bad("the name of a lesson", "All lessons are shown.");
    case "page": {
      const page = LEARN_PAGES.find((known) => known === value);
      return page === undefined ? bad(LEARN_PAGES.join(", "), "The lesson itself is shown.") : { page };
    }
    case "seat":
    case "class": {
      const number = Number(value);
      const isSeat = /^\d{1,3}$/.test(value) && number >= 1 && number <= MOST_SEATS;
      if (!isSeat) return bad(`a whole number from 1 to ${MOST_SEATS}`, "It was left out.");
      return name === "seat" ? { seat: number } : { seats: number };
    }
    case "embed":
      if (value === "" || value === "1") return { embed: "" };
      return isOrigin(value) ? { embed: value } : bad("an origin, such as https://school.example", "It was left out.");
    default:
      return undefined;
  }
}

export function placeOf(read: ReadPlace): Place {
  const { seats = null } = read;
  return { ...NOWHERE, page: usualPage({ seats }), ...read };
}

function isOrigin(value: string): boolean {
  if (!/^https?:\/\//.test(value)) return false;
  return URL.canParse(value) && new URL(value).origin === value;
}
