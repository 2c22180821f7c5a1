import * as v from "valibot";
import type { Reply } from "../contract.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { ScenarioDocument } from "./schema.ts";
import { isReserved, keysAt, scenarioSchema } from "./schema.ts";

/** The most problems that are told of one document. */
const MOST_PROBLEMS = 50;
const DEEPEST = 6;
/** No list of a scenario may be longer; what is, is refused for its length. */
const LONGEST_LIST = 50_000;

/** Keys that an object at a place in a document may have, or undefined where any key may stand. */
export type KeysAt = (place: readonly PropertyKey[], object: object) => readonly string[] | undefined;

/** A place in a document as a JSON pointer, `/regions/2/trust`. */
function pointer(place: readonly PropertyKey[]): string {
  return place.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** Keys such as `__proto__` anywhere in the document: no object of ours may take them on. */
function reservedKeys(value: unknown, place: readonly PropertyKey[], found: Problem[]): void {
  if (typeof value !== "object" || value === null || place.length > DEEPEST) return;
  if (Array.isArray(value) && value.length > LONGEST_LIST) return;
  for (const key of Object.keys(value)) {
    const at = [...place, key];
    if (isReserved(key)) {
      const mend = "Choose another name, or leave it out.";
      found.push({ path: pointer(at), value: shown(key), expected: "a name that JavaScript objects do not use", mend });
    } else if (found.length < MOST_PROBLEMS) {
      reservedKeys((value as Record<string, unknown>)[key], at, found);
    }
  }
}

/** The keys of an object that its place has no use for; no more than are told, since each is held against all known ones. */
function unknownKeys(input: object, place: readonly PropertyKey[], keys: KeysAt): Problem[] {
  const known = keys(place, input) ?? [];
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .slice(0, MOST_PROBLEMS)
    .map((key) => ({
      path: pointer([...place, key]),
      value: shown(key),
      expected: `one of ${known.join(", ")}`,
      mend: didYouMean(key, known, "Leave it out."),
    }));
}

function problemsOf(issue: v.BaseIssue<unknown>, keys: KeysAt): Problem[] {
  const path = issue.path ?? [];
  const place = path.map((item) => item.key as PropertyKey);
  const last = path.at(-1);
  if (issue.type === "strict_object" && issue.expected === "never") {
    return unknownKeys(last?.input as object, place.slice(0, -1), keys);
  }
  if (issue.type === "strict_object" && last?.origin === "key") {
    const key = String(last.key);
    return [{ path: pointer(place), value: "missing", expected: `the key ${shown(key)}`, mend: `Add ${shown(key)}.` }];
  }
  const mend = place.length > 0 ? "Mend the value, or leave the key out." : "Begin with {.";
  return [{ path: pointer(place) || "/", value: shown(issue.input), expected: issue.message, mend }];
}

/**
 * Whether a value has a form; nothing of it is used before that.
 *
 * @param keys what an object at a place may have, to tell which key was meant
 */
export function parseForm<T>(form: v.GenericSchema<unknown, T>, keys: KeysAt, document: unknown): Reply<T> {
  const reserved: Problem[] = [];
  reservedKeys(document, [], reserved);
  if (reserved.length > 0) return { ok: false, problems: reserved };
  const parsed = v.safeParse(form, document, { abortPipeEarly: true });
  if (parsed.success) return { ok: true, value: parsed.output };
  const problems = parsed.issues.slice(0, MOST_PROBLEMS).flatMap((issue) => problemsOf(issue, keys));
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** Whether a value has the form of a scenario. */
export function parseScenario(document: unknown): Reply<ScenarioDocument> {
  return parseForm(scenarioSchema, keysAt, document);
}
