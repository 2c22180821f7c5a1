import type { Mark } from "../charts/marks.ts";
import { mark, svgText } from "../charts/marks.ts";

/**
 * A chart as a file. On the page its colours come from the theme; a file carries them in itself, as the reader sees
 * them.
 */

/** What of the page's style an SVG element takes along, by attribute. */
const TRAITS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-size",
  "font-weight",
  "paint-order",
] as const;

function paintOf(node: Element): Record<string, string> {
  const style = getComputedStyle(node);
  const paint: Record<string, string> = {};
  for (const trait of TRAITS) {
    const value = style.getPropertyValue(trait);
    if (value !== "" && value !== "none" && value !== "normal") paint[trait] = value;
  }
  paint["fill"] ??= "none";
  return paint;
}

/** The element and everything in it as marks that need no style sheet. */
function copied(node: Element): Mark {
  const traits: Record<string, string> = {};
  for (const { name, value } of node.attributes)
    if (name !== "class" && !name.startsWith("aria-")) traits[name] = value;
  const children = Array.from(node.childNodes, (child) =>
    child instanceof Element ? copied(child) : (child.textContent ?? ""),
  );
  return mark(node.localName, { ...traits, ...paintOf(node) }, ...children);
}

const MARGIN = 16;

interface Sheet {
  readonly picture: Mark;
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly font: string;
}

/** A chart on paper of its own, with lines of text above it. */
function sheetOf(chart: SVGElement, lines: readonly string[]): Sheet {
  const page = getComputedStyle(document.documentElement);
  const token = (name: string): string => page.getPropertyValue(name).trim();
  const type = parseFloat(getComputedStyle(chart).fontSize);
  const step = type * 1.4;
  const { width, height } = chart.getBoundingClientRect();
  const top = MARGIN + lines.length * step + type * 0.6;
  const whole = { width: width + 2 * MARGIN, height: top + height + MARGIN };
  const words = lines.map((line, k) =>
    mark(
      "text",
      {
        x: MARGIN,
        y: MARGIN + (k + 0.8) * step,
        fill: token(k === 0 ? "--ink" : "--ink-3"),
        "font-size": `${k === 0 ? type * 1.2 : type}px`,
        "font-weight": k === 0 ? "600" : "400",
      },
      line,
    ),
  );
  const paper = token("--paper");
  const picture = mark(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...whole,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      "font-family": token("--font"),
    },
    mark("rect", { ...whole, fill: paper }),
    ...words,
    mark("g", { transform: `translate(${MARGIN} ${top})` }, ...copied(chart).children),
  );
  return { picture, ...whole, paper, font: token("--font") };
}

/** A chart as an SVG file. @param lines what stands above it: its title first */
export function svgFile(chart: SVGElement, lines: readonly string[]): Blob {
  return new Blob([svgText(sheetOf(chart, lines).picture)], { type: "image/svg+xml" });
}

const SHARP = 2;

/** A chart as a PNG file, twice as fine as on the page. */
export function pngFile(chart: SVGElement, lines: readonly string[]): Promise<Blob> {
  const { picture, width, height, font } = sheetOf(chart, lines);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SHARP);
  canvas.height = Math.round(height * SHARP);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot draw the picture.");
  context.scale(SHARP, SHARP);
  for (const child of picture.children) if (typeof child !== "string") paint(context, child, font);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error("The picture is too large to be saved.")) : resolve(blob),
    );
  });
}

/** Draws marks as an SVG viewer would: the few kinds and traits that charts use. */
function paint(context: CanvasRenderingContext2D, { name, traits, children }: Mark, font: string): void {
  const number = (trait: string, otherwise = 0): number => parseFloat(String(traits[trait] ?? otherwise));
  const fill = String(traits["fill"] ?? "none");
  const stroke = String(traits["stroke"] ?? "none");
  context.save();
  context.globalAlpha *= number("opacity", 1);
  const moved = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(String(traits["transform"] ?? ""));
  if (moved !== null) context.translate(Number(moved[1]), Number(moved[2]));
  context.strokeStyle = stroke;
  context.lineWidth = number("stroke-width", 1);
  const dash = String(traits["stroke-dasharray"] ?? "none");
  context.setLineDash(dash === "none" ? [] : dash.split(/[ ,]+/).map(parseFloat));
  context.lineCap = traits["stroke-linecap"] === "round" ? "round" : "butt";
  context.fillStyle = fill;
  if (name === "text") write(context, { name, traits, children }, font);
  else if (name === "g") {
    for (const child of children) if (typeof child !== "string") paint(context, child, font);
  } else {
    const outline = outlineOf(name, String(traits["d"] ?? ""), number);
    if (fill !== "none") {
      context.save();
      context.globalAlpha *= number("fill-opacity", 1);
      context.fill(outline);
      context.restore();
    }
    if (stroke !== "none") context.stroke(outline);
  }
  context.restore();
}

function outlineOf(name: string, d: string, number: (trait: string) => number): Path2D {
  if (name === "path") return new Path2D(d);
  const path = new Path2D();
  if (name === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
  if (name === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  if (name === "line") {
    path.moveTo(number("x1"), number("y1"));
    path.lineTo(number("x2"), number("y2"));
  }
  return path;
}

/** One line of text, each part in its own paint, with a halo where there is one. */
function write(context: CanvasRenderingContext2D, { traits, children }: Mark, font: string): void {
  const anchor = traits["text-anchor"];
  context.textAlign = anchor === "end" ? "right" : anchor === "middle" ? "center" : "left";
  let x = parseFloat(String(traits["x"] ?? 0));
  const y = parseFloat(String(traits["y"] ?? 0));
  for (const child of children) {
    const part = typeof child === "string" ? { traits, words: child } : { traits: child.traits, words: wordsIn(child) };
    context.font = `${String(part.traits["font-weight"] ?? 400)} ${String(part.traits["font-size"] ?? "12px")} ${font}`;
    context.fillStyle = String(part.traits["fill"] ?? "none");
    if (part.traits["stroke"] !== undefined) context.strokeText(part.words, x, y);
    context.fillText(part.words, x, y);
    x += context.measureText(part.words).width;
  }
}

function wordsIn({ children }: Mark): string {
  return children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join("");
}
