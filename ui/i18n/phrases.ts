/**
 * Sentences that come in English from below the page, said in another language. They are known by their form: a
 * language's file has for `at most {most} rows` what it says instead, with the same named places.
 */

/** What stands in a place, in the reader's words. */
type Fill = (name: string, found: string) => string;

interface Form {
  readonly matches: RegExp;
  readonly places: readonly string[];
  readonly words: string;
  /** Letters that are the same in every sentence of the form: the more, the surer it is the one. */
  readonly weight: number;
}

const PLACE = /\{(\w+)\}/g;
/** Places where only a number can stand. */
const COUNTS: ReadonlySet<string> = new Set(["all", "count", "line", "most"]);

function formOf(said: string, words: string): Form {
  const pieces = said.split(PLACE);
  const literal = pieces.filter((_, at) => at % 2 === 0);
  const source = pieces.map((piece, at) => {
    if (at % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return COUNTS.has(piece) ? String.raw`(\d+)` : "(.+?)";
  });
  return {
    matches: new RegExp(`^${source.join("")}$`, "su"),
    places: pieces.filter((_, at) => at % 2 === 1),
    words,
    weight: literal.join("").length,
  };
}

/** Says sentences of known forms in another language, and all others as they are. */
export function sayer(phrases: Readonly<Record<string, string>>, fill: Fill): (said: string) => string {
  const whole = new Map(Object.entries(phrases).filter(([said]) => said.search(PLACE) < 0));
  const forms = Object.entries(phrases)
    .filter(([said]) => !whole.has(said))
    .map(([said, words]) => formOf(said, words))
    .sort((a, b) => b.weight - a.weight);
  const say = (said: string): string => {
    const words = whole.get(said);
    if (words !== undefined) return words;
    for (const form of forms) {
      const found = form.matches.exec(said);
      if (found === null) continue;
      const places = new Map(form.places.map((name, at) => [name, found[at + 1]]));
      // A list of things has a word of its own for them.
      return form.words.replace(PLACE, (_, name: string) => {
        const own = places.get(name) ?? "";
        return name === "what" ? say(own) : fill(name, own);
      });
    }
    return said;
  };
  return say;
}
