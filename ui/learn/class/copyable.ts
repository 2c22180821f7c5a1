import { element, say } from "../../parts/element.ts";
import { said } from "../words.ts";

/** A button that puts a link into the clipboard; where the browser has none, the link is shown and marked for copying. */
export function copyButton(link: () => string, name: string): HTMLElement {
  const answer = element("span", { class: "copy-answer", attributes: { role: "status" } });
  const field = element("input", {
    class: "copy-field",
    attributes: { readonly: true, hidden: true, "aria-label": said("class.link") },
  });
  const show = (): void => {
    field.value = link();
    field.hidden = false;
    field.select();
    say(answer, said("class.copyByHand"));
  };
  const copy = (): void => {
    // A page that is not served over https has no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) show();
    else void clipboard.writeText(link()).then(() => say(answer, said("class.copied")), show);
  };
  const button = element(
    "button",
    { class: "link-button", attributes: { type: "button", "aria-label": name }, on: { click: copy } },
    said("class.copy"),
  );
  return element("span", { class: "copyable" }, button, field, answer);
}

/** The page's own address without what it shows. */
export function pageAddress(): string {
  return `${location.origin === "null" ? "file://" : location.origin}${location.pathname}`;
}
