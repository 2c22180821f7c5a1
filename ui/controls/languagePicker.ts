import type { App } from "../app.ts";
import { LANGUAGES, languageName, spoken, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";

/** The languages by their own names. */
export function languagePicker(app: App): HTMLElement {
  const select = element(
    "select",
    { class: "select theme language", attributes: { "aria-label": text("language.label"), translate: "no" } },
    ...LANGUAGES.map((tag) => element("option", { attributes: { value: tag, lang: tag } }, languageName(tag))),
  );
  select.value = spoken();
  select.addEventListener("change", () => app.outside.changeLanguage(select.value));
  return select;
}
