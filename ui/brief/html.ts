import { escaped } from "../charts/marks.ts";
import type { Mark } from "../charts/marks.ts";

/** Elements that have no end. */
const VOID: ReadonlySet<string> = new Set(["meta", "br", "hr", "link", "img", "input"]);

/** A page as HTML text; every word and every value is escaped. */
export function htmlText({ name, traits, children }: Mark): string {
  const inTag = Object.entries(traits)
    .map(([trait, value]) => ` ${trait}="${escaped(String(value))}"`)
    .join("");
  if (VOID.has(name)) return `<${name}${inTag}>`;
  const inside = children.map((child) => (typeof child === "string" ? escaped(child) : htmlText(child))).join("");
  return `<${name}${inTag}>${inside}</${name}>`;
}
