import type { App } from "../app.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { phaseLine } from "../charts/phaseStrip.ts";
import { figure, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { censusOf } from "./census.ts";
import type { Sign } from "./sieve.ts";
import { TIE_WIDTHS } from "./ties.ts";

const PHASES = ["forming", "pilot", "strategic", "selfManaged", "dormant"] as const;
const WIDE = 24;

function sample(width: number, ...marks: readonly Mark[]): SVGElement {
  return svg(
    mark("svg", { class: "key-sign", width, height: 14, viewBox: `0 0 ${width} 14`, "aria-hidden": "true" }, ...marks),
  );
}

function tieSample(step: 0 | 1 | 2): SVGElement {
  return sample(16, mark("line", { class: "key-tie", x1: 0, x2: 16, y1: 7, y2: 7, "stroke-width": TIE_WIDTHS[step] }));
}

function diamond(name: string): SVGElement {
  return sample(16, mark("path", { class: name, d: "M8 1l6 6-6 6-6-6z" }));
}

/** The sign itself, as the stage draws it. */
function signOf(sign: Sign): SVGElement {
  switch (sign) {
    case "contributes":
      return sample(12, mark("circle", { class: "key-contributes", cx: 6, cy: 7, r: 5 }));
    case "freeRides":
      return sample(12, mark("circle", { class: "key-free-rides", cx: 6, cy: 7, r: 4.2 }));
    case "idle":
      return sample(10, mark("circle", { class: "key-idle", cx: 5, cy: 7, r: 2.2 }));
    case "low":
      return tieSample(0);
    case "middle":
      return tieSample(1);
    case "high":
      return tieSample(2);
    case "betrayed":
      return sample(22, mark("path", { class: "key-betrayed", d: "M0 7h8m6 0h8M8 3.5v7m6-7v7" }));
    case "atWork":
      return diamond("key-broker");
    case "left":
      return diamond("key-broker-left");
    case "running":
      return sample(12, mark("path", { class: "key-flag", d: "M3 13V2l7 2.9L3 7.8" }));
    case "refused":
      return sample(12, mark("path", { class: "key-cross", d: "M2 3l8 8m0-8l-8 8" }));
    case "buyers":
      return sample(16, mark("rect", { class: "key-buyer", x: 2, y: 1, width: 12, height: 12 }));
    case "abroad":
      return sample(
        22,
        mark("path", { class: "key-abroad", d: "M0 7h16" }),
        mark("rect", { class: "key-port", x: 13, y: 3, width: 8, height: 8 }),
      );
    case "forming":
    case "pilot":
    case "strategic":
    case "selfManaged":
    case "dormant": {
      const phase = PHASES.indexOf(sign) as 0 | 1 | 2 | 3 | 4;
      return sample(WIDE, ...phaseLine(phase, 1, WIDE - 1, 7));
    }
  }
}

export function signWord(sign: Sign): string {
  if (sign === "pilot" || sign === "strategic" || sign === "selfManaged" || sign === "dormant")
    return text(`phase.${sign}`);
  return text(`key.${sign}`);
}

export type KeyGroup = "firms" | "trust" | "networks" | "brokers" | "projects" | "outside";

export const KEY_GROUPS: readonly {
  readonly name: KeyGroup;
  readonly row: number;
  readonly signs: readonly Sign[];
}[] = [
  { name: "firms", row: 0, signs: ["contributes", "freeRides", "idle"] },
  { name: "trust", row: 0, signs: ["low", "middle", "high", "betrayed"] },
  { name: "networks", row: 1, signs: ["forming", "pilot", "strategic", "selfManaged", "dormant"] },
  { name: "brokers", row: 1, signs: ["atWork", "left"] },
  { name: "projects", row: 2, signs: ["running", "refused"] },
  { name: "outside", row: 2, signs: ["buyers", "abroad"] },
];

const OUTSIDE = ["buyers", "abroad"] as const;

/** The live key: every sign with its word and its count; pressed, a sign is shown alone in its group. */
export function key(store: Store, app: App): HTMLElement {
  const counts = new Map<Sign, HTMLElement>();
  const buttons = new Map<Sign, HTMLElement>();
  const toggle = (sign: Sign): void => {
    const { signs } = store.state.look;
    app.look({ signs: signs.includes(sign) ? signs.filter((one) => one !== sign) : [...signs, sign] });
  };
  const entry = (sign: Sign): HTMLElement => {
    const count = element("b", { class: "key-count" });
    const button = element(
      "button",
      {
        class: "key-button",
        attributes: { type: "button", "aria-pressed": "false", title: text("key.entry", { sign: signWord(sign) }) },
        on: { click: () => toggle(sign) },
      },
      signOf(sign),
      element("span", {}, signWord(sign)),
      " ",
      count,
    );
    counts.set(sign, count);
    buttons.set(sign, button);
    return element("dd", { class: `key-entry key-entry-${sign}` }, button);
  };
  const groups = new Map<string, HTMLElement>();
  const rows = [0, 1, 2].map((row) =>
    element(
      "dl",
      { class: "key-row" },
      ...KEY_GROUPS.filter((group) => group.row === row).map(({ name, signs }) => {
        const group = element(
          "div",
          { class: "key-group" },
          element(
            "dt",
            { attributes: { title: name === "trust" ? text("key.trust.hint") : undefined } },
            text(`key.${name}`),
          ),
          ...signs.map(entry),
        );
        group.hidden = name === "outside";
        groups.set(name, group);
        return group;
      }),
    ),
  );
  const more = element("button", {
    class: "link-button key-more",
    attributes: { type: "button", "aria-expanded": "false" },
  });
  const reset = element(
    "button",
    {
      class: "link-button key-reset",
      attributes: { type: "button" },
      on: {
        click: () => {
          app.look({ signs: [] });
          buttons.get("contributes")?.focus();
        },
      },
    },
    text("key.reset"),
  );
  const root = element(
    "section",
    { class: "key", attributes: { "aria-label": text("key.label") } },
    ...rows,
    reset,
    more,
  );
  const unfold = (isOpen: boolean): void => {
    root.classList.toggle("key-open", isOpen);
    more.setAttribute("aria-expanded", String(isOpen));
    say(more, text(isOpen ? "key.fewer" : "key.all"));
  };
  more.addEventListener("click", () => unfold(!root.classList.contains("key-open")));
  unfold(false);
  store.watch(
    ({ look }) => [look.signs],
    ([signs]) => {
      reset.hidden = signs.length === 0;
      for (const [sign, button] of buttons) button.setAttribute("aria-pressed", String(signs.includes(sign)));
    },
  );
  store.watch(
    ({ frame, story }) => [frame, story],
    ([frame, story]) => {
      if (frame === null) return;
      const census = censusOf(frame, story);
      for (const [sign, node] of counts) say(node, figure(census[sign]));
      // Most worlds have neither buyers nor exports: their signs come with the first.
      for (const sign of OUTSIDE) {
        const node = buttons.get(sign)?.parentElement;
        if (node) node.hidden = census[sign] === 0 && !(sign === "buyers" && frame.buyers.region.length > 0);
      }
      const outside = groups.get("outside");
      if (outside !== undefined) outside.hidden = OUTSIDE.every((sign) => buttons.get(sign)?.parentElement?.hidden);
    },
  );
  return root;
}
