import "../dialogs/dialogs.css";
import "./scenarios.css";
import type { Content } from "../dialogs/dialogs.ts";
import { experiments } from "../experiments/experiments.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { editor } from "./editor.ts";
import { gallery } from "./gallery.ts";
import { tables } from "./tables.ts";

const PARTS = ["gallery", "editor", "tables", "experiments"] as const;

/**
 * Which scenario: one of the gallery, one that is written or opened from a file, one from tables of firms and ties; or an
 * experiment with its runs.
 */
export const content: Content = (store, app) => {
  const written = editor(store, app);
  const edit = (document: object): void => {
    written.begin(document);
    show("editor");
  };
  const tried = experiments(app);
  const made = {
    gallery: gallery(store, app, edit),
    editor: written.root,
    tables: tables(app, edit),
    experiments: tried.root,
  };
  const buttons = PARTS.map((part) =>
    element(
      "button",
      { class: "door", attributes: { type: "button" }, on: { click: () => show(part) } },
      text(`scenarios.${part}`),
    ),
  );
  function show(shown: (typeof PARTS)[number]): void {
    PARTS.forEach((part, k) => {
      made[part].hidden = part !== shown;
      if (part === shown) buttons[k].setAttribute("aria-current", "true");
      else buttons[k].removeAttribute("aria-current");
    });
  }
  show(tried.isBegun ? "experiments" : "gallery");
  const stopTaking = app.takeFiles((files) => {
    show("experiments");
    tried.take(files);
  });
  const nav = element(
    "nav",
    { class: "scenarios-parts", attributes: { "aria-label": text("scenarios.parts") } },
    ...buttons,
  );
  return {
    root: element("div", { class: "scenarios" }, nav, ...PARTS.map((part) => made[part])),
    leave: () => {
      stopTaking();
      tried.leave();
      written.leave();
    },
  };
};
