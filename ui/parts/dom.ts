import type { Mark } from "../charts/marks.ts";
import { svg } from "./svg.ts";

/** A picture or a printed page as elements of the page: text as text, pictures inside it as SVG. */
export function dom(picture: Mark): Element {
  if (picture.name === "svg") return svg(picture);
  const node = document.createElement(picture.name);
  for (const [name, value] of Object.entries(picture.traits)) node.setAttribute(name, String(value));
  for (const child of picture.children) node.append(typeof child === "string" ? child : dom(child));
  return node;
}
