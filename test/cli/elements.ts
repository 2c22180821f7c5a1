/** One element of an XML text. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** All elements of an XML text in their order. @throws where it is not well-formed */
export function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^>]*\?>/, "");
  for (const part of body.match(/<[^>]*>|[^<]+/g) ?? []) {
    const tag = /^<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>$/.exec(part);
    if (tag === null) {
      if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(part)) throw new Error(`Not well-formed: ${part}`);
      continue;
    }
    const [, closes, name, attributes, closesItself] = tag;
    if (closes === "/") {
      if (open.pop() !== name) throw new Error(`Not well-formed: ${part}`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value] as const);
    found.push({ name, attributes: new Map(pairs) });
    if (closesItself !== "/") open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(", ")}`);
  return found;
}
