import type { App } from "../app.ts";
import { LANGUAGES, languageName, spoken, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";

/** The languages by their own names, behind a sign that every reader knows: there is no room for a word. */
export function languagePicker(app: App): HTMLElement {
  const name = text("language.label");
  const select = element(
    "select",
    { class: "language-select", attributes: { "aria-label": name, title: name, translate: "no" } },
    ...LANGUAGES.map((tag) => element("option", { attributes: { value: tag, lang: tag } }, languageName(tag))),
  );
  select.value = spoken();
  select.addEventListener("change", () => app.outside.changeLanguage(select.value));
  return element("span", { class: "icon-button language" }, icon("globe", 22), select);
}
