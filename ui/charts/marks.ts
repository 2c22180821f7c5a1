/**
 * A picture as data: what a chart returns. It can be put on a page as elements or written as SVG text, so the same
 * chart serves the page and a printed report.
 */
export interface Mark {
  readonly name: string;
  readonly traits: Readonly<Record<string, string | number>>;
  readonly children: readonly (Mark | string)[];
}

export function mark(
  name: string,
  traits: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Mark | string)[]
): Mark {
  return { name, traits, children };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that may stand between tags or in an attribute. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

/** The picture as SVG text. */
export function svgText(picture: Mark): string {
  const traits = Object.entries(picture.traits)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
  const inside = picture.children
    .map((child) => (typeof child === "string" ? escaped(child) : svgText(child)))
    .join("");
  return inside === "" ? `<${picture.name}${traits}/>` : `<${picture.name}${traits}>${inside}</${picture.name}>`;
}
