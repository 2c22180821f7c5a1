import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Dialog, Store } from "../store.ts";

/** What a dialog shows: made when it is opened, left when it closes. */
export type Content = (store: Store, app: App) => { readonly root: HTMLElement; readonly leave: () => void };

/** What stands in the dialogs, loaded when one is opened first. */
const CONTENTS: Readonly<Record<Dialog, () => Promise<{ readonly content: Content }>>> = {
  settings: () => import("./settings.ts"),
  assumptions: () => import("./assumptions.ts"),
  scenarios: () => import("../scenarios/scenarios.ts"),
  help: () => import("./help.ts"),
  glossary: () => import("../glossary/glossary.ts"),
};

/** The one dialog of the page. The browser keeps the focus inside and gives it back; Escape closes. */
export function dialogs(store: Store, app: App): HTMLElement {
  const heading = element("h2", { class: "dialog-heading", attributes: { id: "dialog-heading", tabindex: -1 } });
  const close = element(
    "button",
    {
      class: "icon-button",
      attributes: { type: "button", "aria-label": text("dialog.close"), title: text("dialog.close") },
      on: { click: () => app.openDialog(null) },
    },
    icon("close", 22),
  );
  const body = element("div", { class: "dialog-body" });
  const root = element(
    "dialog",
    { class: "dialog", attributes: { "aria-labelledby": "dialog-heading" } },
    element("div", { class: "dialog-head" }, heading, close),
    body,
  );
  root.addEventListener("close", () => {
    if (store.state.dialog !== null) app.openDialog(null);
  });
  root.addEventListener("click", (event) => {
    if (event.target === root) app.openDialog(null);
  });

  let leave: () => void = () => undefined;
  const show = async (dialog: Dialog): Promise<void> => {
    const { content } = await CONTENTS[dialog]();
    if (store.state.dialog !== dialog) return;
    const made = content(store, app);
    leave = made.leave;
    body.replaceChildren(made.root);
  };
  store.watch(
    ({ dialog }) => [dialog],
    ([dialog]) => {
      leave();
      leave = () => undefined;
      body.replaceChildren();
      if (dialog === null) {
        root.close();
        return;
      }
      root.dataset["dialog"] = dialog;
      heading.textContent = text(`dialog.${dialog}`);
      if (!root.open) root.showModal();
      heading.focus();
      void show(dialog).catch((reason: unknown) => app.couldNotShow(dialog, reason));
    },
  );
  return root;
}
