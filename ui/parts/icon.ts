import { mark } from "../charts/marks.ts";
import { svg } from "./svg.ts";

/** Signs of 24 by 24, in the colour of the text around them. */
const PATHS = {
  play: "M8 5.5v13l11-6.5z",
  pause: "M7 5h3.6v14H7zM13.4 5H17v14h-3.6z",
  stepBack: "M6.5 5v14M18 6v12l-8.5-6z",
  stepForward: "M17.5 5v14M6 6v12l8.5-6z",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  previous: "M14.5 5.5 8 12l6.5 6.5",
  close: "M6 6l12 12M18 6 6 18",
  export: "M12 15V4M7.5 8 12 3.5 16.5 8M5 13.5V20h14v-6.5",
  redo: "M15 7H9a4.5 4.5 0 0 0 0 9h7M15 7l-3-3M15 7l-3 3",
  branch: "M7 4v16M7 14c0-4 9-2 9-7M13 8.5 16 5l3 3.5",
  replay: "M5.5 8.5A8 8 0 1 1 4 13M5 4v5h5",
  end: "M6 6l8 6-8 6zM17.5 5v14",
  help: "M9 9.2a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.4M12 17.6v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.5 9.500h17M3.500 14.500h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
  grid: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  undo: "M9 7H15a4.5 4.5 0 0 1 0 9H8M9 7l3-3M9 7l3 3",
} as const;

const FILLED: ReadonlySet<string> = new Set(["play", "pause"]);

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, size = 24): SVGElement {
  const paint: Record<string, string | number> = FILLED.has(name)
    ? { fill: "currentColor" }
    : {
        fill: "none",
        stroke: "currentColor",
        "stroke-width": 1.75,
        "stroke-linejoin": "round",
        "stroke-linecap": "round",
      };
  return svg(
    mark(
      "svg",
      { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true", focusable: "false", ...paint },
      mark("path", { d: PATHS[name] }),
    ),
  );
}
