/** What somebody answered in the concept test, before the lessons and after them, and what was gained between. */

/** The option that was chosen, by question; null for "I do not know". */
export type Answers = Readonly<Record<string, string | null>>;

export interface Tries {
  readonly before: Answers | null;
  readonly after: Answers | null;
  /** Answers given so far, while the test is being taken. */
  readonly draft: Answers | null;
}

interface Question {
  readonly id: string;
  readonly options: readonly string[];
  readonly right: string;
}

export const NO_TRIES: Tries = { before: null, after: null, draft: null };

/** Raised when questions change so much that earlier answers mean something else. */
const FORMAT = "distretto/concept-answers/1";

export function triesText(tries: Tries): string {
  return JSON.stringify({ format: FORMAT, ...tries });
}

/** What was kept, read as a stranger's text: answers to questions or options that there are not are left aside. */
export function triesOf(text: string | null, questions: readonly Question[]): Tries {
  const kept = parsed(text);
  if (kept["format"] !== FORMAT) return NO_TRIES;
  const answers = (part: keyof Tries): Answers | null => {
    const given = kept[part];
    return isRecord(given) ? answersOf(given, questions) : null;
  };
  const before = answers("before");
  return { before, after: before === null ? null : answers("after"), draft: answers("draft") };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function answersOf(given: Readonly<Record<string, unknown>>, questions: readonly Question[]): Answers {
  const known = questions.flatMap(({ id, options }): [string, string | null][] => {
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    if (answer === null) return [[id, null]];
    return typeof answer === "string" && options.includes(answer) ? [[id, answer]] : [];
  });
  return Object.fromEntries(known);
}

/** Questions answered right. */
export function score(answers: Answers, questions: readonly Question[]): number {
  return questions.filter(({ id, right }) => answers[id] === right).length;
}

/**
 * The normalised gain of Hake (1998, American Journal of Physics 66): what was gained, of what could still be gained.
 * Null where all was right before; below 0 where less is right than before.
 */
export function gain(before: number, after: number, all: number): number | null {
  return before === all ? null : (after - before) / (all - before);
}

/** Begins a try: it fills what is empty, or takes the place of the second one. */
export function begun(tries: Tries): Tries {
  return { ...tries, draft: {} };
}

/** Counts what was answered; a question that was left open counts as not known. */
export function finished({ before, after, draft }: Tries, questions: readonly Question[]): Tries {
  if (draft === null) return { before, after, draft };
  const all = Object.fromEntries(questions.map(({ id }) => [id, draft[id] ?? null]));
  return before === null ? { before: all, after, draft: null } : { before, after: all, draft: null };
}
