/** Light, dark and projector: which one the page wears, and its colours for what is drawn on canvas. */

export const THEMES = ["light", "dark", "projector"] as const;
export type Theme = (typeof THEMES)[number];

/** Colours and sizes the stage draws with, as declared in tokens.css. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly lineStrong: string;
  readonly accent: string;
  readonly contributes: string;
  readonly freeRides: string;
  readonly idle: string;
  readonly tie: string;
  readonly contour: string;
  readonly broker: string;
  /** Opacity of ink inside a contour. */
  readonly contourFill: number;
  readonly font: string;
}

/** A page wider than this, px, hangs on a wall: nobody reads it from half a metre. */
const WALL = "(min-width: 2880px)";

/** The theme that the reader's system asks for. */
export function systemTheme(): Theme {
  if (matchMedia(WALL).matches) return "projector";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function wear(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

/** Calls back when the reader's system changes between light and dark. */
export function onSystemTheme(listener: (theme: Theme) => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => listener(systemTheme()));
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token("paper"),
    ink: token("ink"),
    ink2: token("ink-2"),
    ink3: token("ink-3"),
    lineStrong: token("line-strong"),
    accent: token("accent"),
    contributes: token("contributes"),
    freeRides: token("free-rides"),
    idle: token("idle"),
    tie: token("tie"),
    contour: token("contour"),
    broker: token("broker"),
    contourFill: Number(token("contour-fill")),
    font: token("font"),
  };
}
