import "./dialogs.css";
import { text, wordFor } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { KEYS } from "../controls/keys.ts";
import type { Content } from "./dialogs.ts";

/** Every key that does something, by the place where it does it. */
export const content: Content = (_store, app) => {
  const parts = KEYS.map(({ where, keys }) =>
    element(
      "section",
      { class: "keys-group" },
      element("h3", { class: "settings-group-name" }, text(`keys.${where}`)),
      element(
        "dl",
        { class: "keys" },
        ...keys.flatMap(({ name, does }) => [
          element("dt", {}, ...name.map((key) => element("kbd", {}, wordFor(`keys.name.${key}`, key)))),
          element("dd", {}, text(`keys.${does}`)),
        ]),
      ),
    ),
  );
  const glossary = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => app.openDialog("glossary") } },
    text("open.glossary"),
  );
  return {
    root: element("div", { class: "help" }, element("p", {}, text("help.intro")), glossary, ...parts),
    leave: () => undefined,
  };
};
