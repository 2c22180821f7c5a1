import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { IconName } from "../parts/icon.ts";
import { icon } from "../parts/icon.ts";
import type { Dialog } from "../store.ts";

/** The button that opens a dialog: a sign in the header, which has its name on hover and for screen readers. */
export function opener(app: App, dialog: Dialog, sign: IconName): HTMLElement {
  const name = text(`open.${dialog}`);
  return element(
    "button",
    {
      class: `icon-button opener-${dialog}`,
      attributes: { type: "button", "aria-label": name, title: name, "aria-haspopup": "dialog" },
      on: { click: () => app.openDialog(dialog) },
    },
    icon(sign, 22),
  );
}
