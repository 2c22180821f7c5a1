import type { Key } from "../i18n/text.ts";

/** The map of keys, as the help shows it. */

type Does<K> = K extends `keys.${infer Rest}` ? Rest : never;

interface KeyLine {
  /** As printed on the keys, in English where they bear a word (`keys.name.`); any of them. */
  readonly name: readonly string[];
  readonly does: Does<Key>;
}

interface KeyGroup {
  readonly where: Does<Key>;
  readonly keys: readonly KeyLine[];
}

export const KEYS: readonly KeyGroup[] = [
  {
    where: "time",
    keys: [
      { name: ["Space"], does: "play" },
      { name: ["\u2190", "\u2192"], does: "step" },
      { name: ["Page Up", "Page Down"], does: "year" },
      { name: ["Home", "End"], does: "ends" },
      { name: ["<", ">"], does: "speed" },
      { name: ["[", "]"], does: "event" },
    ],
  },
  {
    where: "worlds",
    keys: [
      { name: ["B"], does: "branch" },
      { name: ["R"], does: "replay" },
      { name: ["N", "P"], does: "world" },
      { name: ["Ctrl Z"], does: "undo" },
      { name: ["Ctrl Y"], does: "redo" },
    ],
  },
  {
    where: "page",
    keys: [
      { name: ["S"], does: "settings" },
      { name: ["A"], does: "assumptions" },
      { name: ["G"], does: "gallery" },
      { name: ["L"], does: "list" },
      { name: ["?"], does: "help" },
      { name: ["Esc"], does: "escape" },
    ],
  },
  {
    where: "stage",
    keys: [
      { name: ["\u2190", "\u2192", "\u2191", "\u2193"], does: "firm" },
      { name: ["Enter"], does: "why" },
      { name: ["M"], does: "network" },
      { name: ["D"], does: "broker" },
      { name: ["S"], does: "pick" },
      { name: ["+", "\u2212"], does: "zoom" },
      { name: ["0"], does: "whole" },
      { name: ["Esc"], does: "leaveFirm" },
    ],
  },
];
