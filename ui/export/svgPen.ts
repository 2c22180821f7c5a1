import type { Mark } from "../charts/marks.ts";
import { mark, svgText } from "../charts/marks.ts";
import type { Pen } from "../stage/pen.ts";

const DIGITS = 2;

function short(value: number): string {
  return String(Number(value.toFixed(DIGITS)));
}

/** Colours alone: gradients and patterns are never drawn on the stage. */
function ink(style: string | CanvasGradient | CanvasPattern): string {
  if (typeof style !== "string") throw new Error("only plain colours can be drawn");
  return style;
}

/** A pen that writes vectors: what is drawn with it on the stage is drawn as SVG, path by path. */
export class SvgPen implements Pen {
  fillStyle: string | CanvasGradient | CanvasPattern = "#000000";
  strokeStyle: string | CanvasGradient | CanvasPattern = "#000000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  private readonly marks: Mark[] = [];
  private dash: readonly number[] = [];
  private path: string[] = [];
  private left = 0;
  private top = 0;

  /** Moves the origin of what is drawn from now on. */
  translate(x: number, y: number): void {
    this.left += x;
    this.top += y;
  }

  setLineDash(segments: Iterable<number>): void {
    this.dash = [...segments];
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${this.at(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.path.push(`L${this.at(x, y)}`);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${this.at(ax, ay)} ${this.at(bx, by)} ${this.at(x, y)}`);
  }

  /** Whole circles, which is all the stage draws; a part of one is refused rather than drawn wrong. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    if (to - from < 2 * Math.PI - 1e-6) throw new Error("only whole circles can be drawn");
    const r = short(radius);
    this.path.push(
      `M${this.at(x + radius, y)}a${r} ${r} 0 1 1 ${short(-2 * radius)} 0a${r} ${r} 0 1 1 ${short(2 * radius)} 0z`,
    );
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${this.at(x, y)}h${short(width)}v${short(height)}h${short(-width)}z`);
  }

  closePath(): void {
    this.path.push("Z");
  }

  stroke(): void {
    if (this.path.length === 0) return;
    this.marks.push(mark("path", { d: this.path.join(""), fill: "none", ...this.strokeTraits() }));
  }

  fill(rule?: unknown): void {
    if (this.path.length === 0) return;
    const even = rule === "evenodd" ? { "fill-rule": "evenodd" } : {};
    this.marks.push(mark("path", { d: this.path.join(""), ...even, ...this.fillTraits() }));
  }

  fillText(words: string, x: number, y: number): void {
    this.marks.push(mark("text", { ...this.textTraits(x, y), ...this.fillTraits() }, words));
  }

  strokeText(words: string, x: number, y: number): void {
    this.marks.push(mark("text", { ...this.textTraits(x, y), fill: "none", ...this.strokeTraits() }, words));
  }

  /** Everything drawn so far. */
  picture(width: number, height: number, title: string): string {
    const traits = {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
    };
    return svgText(mark("svg", traits, mark("title", {}, title), ...this.marks));
  }

  private at(x: number, y: number): string {
    return `${short(x + this.left)} ${short(y + this.top)}`;
  }

  private fillTraits(): Record<string, string | number> {
    return { fill: ink(this.fillStyle), ...this.opacity("fill-opacity") };
  }

  private strokeTraits(): Record<string, string | number> {
    return {
      stroke: ink(this.strokeStyle),
      "stroke-width": short(this.lineWidth),
      ...(this.lineCap === "butt" ? {} : { "stroke-linecap": this.lineCap }),
      ...(this.lineJoin === "miter" ? {} : { "stroke-linejoin": this.lineJoin }),
      ...(this.dash.length === 0 ? {} : { "stroke-dasharray": this.dash.join(" ") }),
      ...this.opacity("stroke-opacity"),
    };
  }

  private opacity(name: string): Record<string, string> {
    return this.globalAlpha === 1 ? {} : { [name]: short(this.globalAlpha) };
  }

  private textTraits(x: number, y: number): Record<string, string | number> {
    const [, weight, size, family] = /^(\S+)\s+([\d.]+)px\s+(.*)$/.exec(this.font) ?? ["", "400", "12", "sans-serif"];
    const anchor = this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start";
    const traits = {
      x: short(x + this.left),
      y: short(y + this.top),
      "font-weight": weight,
      "font-size": size,
      "font-family": family,
    };
    return anchor === "start" ? traits : { ...traits, "text-anchor": anchor };
  }
}
