import type { Problem } from "../kernel/problem.ts";
import { shown } from "../kernel/problem.ts";

/**
 * JSON from outside, with the place of the first mistake. The engines' own messages differ and some name no place, so
 * the text is scanned here first; what passes is JSON, nested no deeper than the cap and without a key given twice.
 */
const MOST_CHARACTERS = 5_000_000;
const DEEPEST = 40;

class Fault extends Error {
  constructor(
    readonly at: number,
    readonly expected: string,
    readonly mend: string,
  ) {
    super(expected);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): void {
    this.value(0);
    this.space();
    if (this.at < this.text.length) throw new Fault(this.at, "nothing after the end", "Remove what follows.");
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(SPACE);
  }

  private take(sign: string): boolean {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private string(what: string): string {
    this.space();
    const start = this.at;
    const found = this.match(STRING);
    if (found !== undefined) return found;
    if (this.text[start] !== '"') throw new Fault(start, what, "Put it in double quotes.");
    throw new Fault(start, "text that ends with a double quote", "Close the quotes; write \\n for a new line.");
  }

  private value(depth: number): void {
    if (depth > DEEPEST) throw new Fault(this.at, `at most ${DEEPEST} levels`, "Nest it less deeply.");
    this.space();
    const sign = this.text[this.at];
    if (sign === "{") return this.object(depth);
    if (sign === "[") return this.list(depth);
    if (sign === '"') return void this.string("text");
    if (this.match(NUMBER) === undefined && this.match(WORD) === undefined) {
      throw new Fault(this.at, "a value", "Write a number, true, false, text in double quotes, a list or an object.");
    }
  }

  private object(depth: number): void {
    this.at += 1;
    if (this.take("}")) return;
    const keys = new Set<string>();
    do {
      this.space();
      const start = this.at;
      const key = this.string("a key in double quotes");
      if (keys.has(key)) throw new Fault(start, `the key ${shown(key)} only once`, "Keep one of the two.");
      keys.add(key);
      if (!this.take(":")) throw new Fault(this.at, "a colon after the key", "Add the colon and a value.");
      this.value(depth + 1);
    } while (this.take(","));
    if (!this.take("}")) throw new Fault(this.at, "a comma or }", "Add what is missing.");
  }

  private list(depth: number): void {
    this.at += 1;
    if (this.take("]")) return;
    do this.value(depth + 1);
    while (this.take(","));
    if (!this.take("]")) throw new Fault(this.at, "a comma or ]", "Add what is missing.");
  }
}

/** "line 3, column 14" of a position in a text. */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return `line ${line}, column ${at - before.lastIndexOf("\n")}`;
}

/** The value of a JSON text, or the first mistake with its line and column. @param name what the text is, for messages */
export function parseJson(
  text: string,
  name: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const refuse = (problem: Problem) => ({ ok: false, problems: [problem] }) as const;
  if (text.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS} characters`;
    return refuse({ path: name, value: `${text.length} characters`, expected, mend: "Shorten it." });
  }
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    new Scanner(json).whole();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const path = `${name}, ${placeOf(json, fault.at)}`;
    const found = json.slice(fault.at, fault.at + 20);
    return refuse({
      path,
      value: found === "" ? "the end of the text" : shown(found),
      expected: fault.expected,
      mend: fault.mend,
    });
  }
  return { ok: true, value: JSON.parse(json) };
}
