import fc from "fast-check";

/** Ways to spoil what is read from outside: values, documents and text that a stranger, or a broken disk, may hand in. */

/** Names that objects of the language have. */
const NATIVE = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__"];

/** What may stand where something else was expected. */
const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", " ", [], {}, [[]], [{}], [null]),
  fc.constantFrom<unknown>(-1, 0, -0, 0.5, 1e9, -1e9, 1e300, -1e300, 5e-324, Number.MAX_SAFE_INTEGER, 4294967296),
  fc.constantFrom<unknown>("NaN", "Infinity", "0x10", "1e9", "../../etc/passwd", "\u0000", "\u202e", "<img src=x>"),
  fc.constantFrom<unknown>(
    "x".repeat(100_000),
    Array.from({ length: 60_000 }, () => 0),
    "honduras",
    "distretto",
  ),
  fc.constantFrom(...NATIVE),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 1, max: 300 }).map((depth) => {
    let value: unknown = 0;
    for (let k = 0; k < depth; k++) value = k % 2 === 0 ? [value] : { a: value };
    return value;
  }),
);

interface Change {
  readonly kind: "replace" | "remove" | "add" | "rename" | "exchange";
  /** Which of all places, and which other one. */
  readonly at: number;
  readonly other: number;
  readonly value: unknown;
  readonly name: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("replace", "replace", "remove", "add", "rename", "exchange"),
  at: fc.nat(),
  other: fc.nat(),
  value: garbage,
  name: fc.oneof(fc.constantFrom(...NATIVE, "", "brokers.count", "months", "a/b~c"), fc.string({ maxLength: 12 })),
});

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Lists that are longer are places, their entries are not: otherwise nearly all places would be theirs. */
const LONG = 1000;

/** Every place in a document. */
function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null || (Array.isArray(value) && value.length > LONG)) return found;
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    found.push({ parent, key });
    placesIn(parent[key], found);
  }
  return found;
}

/** Sets a key as a parser of JSON would: `__proto__` becomes a key like any other. */
function put(parent: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

function spoil(document: object, changes: readonly Change[]): object {
  const root = { document: structuredClone(document) as unknown };
  for (const { kind, at, other, value, name } of changes) {
    const places = placesIn(root);
    const { parent, key } = places[at % places.length];
    const second = places[other % places.length];
    if (kind === "replace") parent[key] = value;
    else if (kind === "remove" && parent !== root) delete parent[key];
    else if (kind === "exchange") parent[key] = structuredClone(second.parent[second.key]);
    else if (kind === "rename" && parent !== root && !Array.isArray(parent)) {
      put(parent, name, parent[key]);
      if (name !== key) delete parent[key];
    } else if (kind === "add") {
      const inside = parent[key];
      if (Array.isArray(inside)) inside.push(value);
      else if (typeof inside === "object" && inside !== null) put(inside as Record<string, unknown>, name, value);
    }
  }
  return root.document as object;
}

/** A document of these, changed in one to four places. */
export const spoilt = (documents: readonly object[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([document, changes]) => spoil(document, changes));

interface Cut {
  readonly kind: "cut" | "insert" | "exchange" | "double";
  readonly at: number;
  readonly length: number;
  readonly sign: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  kind: fc.constantFrom("cut", "insert", "exchange", "double"),
  at: fc.nat(),
  length: fc.nat({ max: 200 }),
  sign: fc.oneof(
    fc.constantFrom(",", ";", '"', "'", "\n", "\r", "\t", "{", "}", "[", "]", "%", "&", "=", "#", "\u0000", "\ufeff"),
    fc.string({ maxLength: 8, unit: "binary" }),
  ),
});

/** A text of these, torn in one to five places. */
export const torn = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...texts), fc.array(cut, { minLength: 1, maxLength: 5 })).map(([text, cuts]) => {
    let whole = text;
    for (const { kind, at, length, sign } of cuts) {
      const from = at % (whole.length + 1);
      const to = Math.min(whole.length, from + length);
      if (kind === "cut") whole = whole.slice(0, from) + whole.slice(to);
      else if (kind === "insert") whole = whole.slice(0, from) + sign + whole.slice(from);
      else if (kind === "exchange") whole = whole.slice(0, from) + sign + whole.slice(from + sign.length);
      else whole = whole.slice(0, to) + whole.slice(from);
    }
    return whole;
  });
