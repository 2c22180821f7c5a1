import type { Mark } from "../charts/marks.ts";

const SVG = "http://www.w3.org/2000/svg";

/** A picture as elements of the page. */
export function svg(picture: Mark): SVGElement {
  const node = document.createElementNS(SVG, picture.name);
  for (const [name, value] of Object.entries(picture.traits)) node.setAttribute(name, String(value));
  for (const child of picture.children) node.append(typeof child === "string" ? child : svg(child));
  return node;
}
