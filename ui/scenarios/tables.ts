import type { App } from "../app.ts";
import { saveFile } from "../export/save.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { filePicker } from "./files.ts";
import { picture } from "./picture.ts";
import { problemList } from "./problemList.ts";
import { FIRMS_TEMPLATE, TIES_TEMPLATE, regionOf } from "./region.ts";

/** A region of one's own from a table of firms and, if there is one, a table of ties. */
export function tables(app: App, edit: (document: object) => void): HTMLElement {
  const given = { name: "My region", firms: "", ties: "" };
  const problems = problemList();
  const frame = element("div", { class: "thumb-frame" });
  const facts = element("p", { class: "scenario-facts" });
  let document: { readonly found: object; readonly name: string } | null = null;
  let turn = 0;
  const open = element("button", { class: "button accent", attributes: { type: "button" } }, text("scenarios.open"));
  const change = element("button", { class: "button", attributes: { type: "button" } }, text("scenarios.change"));
  open.disabled = change.disabled = true;
  open.addEventListener("click", () => {
    if (document === null) return;
    app.openDialog(null);
    app.openDocument(document.found, document.name);
  });
  change.addEventListener("click", () => {
    if (document !== null) edit(document.found);
  });

  async function check(): Promise<void> {
    const mine = ++turn;
    const region = regionOf(given.name, given.firms, given.ties);
    const reply =
      region.problems.length > 0
        ? { ok: false as const, problems: region.problems }
        : await app.preview(region.document);
    if (mine !== turn) return;
    document = reply.ok ? { found: region.document, name: reply.value.name } : null;
    open.disabled = change.disabled = document === null;
    problems.show(reply.ok ? [] : reply.problems);
    frame.replaceChildren(...(reply.ok ? [picture(reply.value)] : []));
    const { firms, months, regions } = reply.ok ? reply.value : { firms: 0, months: 0, regions: [] };
    say(facts, reply.ok ? text("scenarios.facts", { firms, towns: regions.length, months }) : "");
  }

  const part = (kind: "firms" | "ties", template: string): HTMLElement => {
    const area = element("textarea", {
      class: "editor-text tables-text",
      attributes: { "aria-label": text(`scenarios.${kind}`), spellcheck: "false", rows: 9 },
    });
    area.addEventListener("input", () => {
      given[kind] = area.value;
      void check();
    });
    const load = filePicker(text(`scenarios.${kind}`), ".csv,.tsv,.txt,text/csv", (words) => {
      area.value = words ?? "";
      given[kind] = area.value;
      void check();
    });
    const save = element(
      "button",
      { class: "link-button", attributes: { type: "button" } },
      text("scenarios.template", { table: text(`scenarios.${kind}`) }),
    );
    save.addEventListener("click", () => saveFile(`${kind}.csv`, new Blob([template], { type: "text/csv" })));
    return element("div", { class: "tables-part" }, load, area, save);
  };
  const name = element("input", { class: "field", attributes: { type: "text", value: given.name, maxlength: 60 } });
  name.addEventListener("input", () => {
    given.name = name.value;
    if (given.firms !== "") void check();
  });
  return element(
    "section",
    { class: "tables", attributes: { "aria-label": text("scenarios.tables") } },
    element("p", { class: "settings-note" }, text("scenarios.tables.note")),
    element("label", { class: "form-field" }, element("span", {}, text("scenarios.field.title")), name),
    element("div", { class: "tables-parts" }, part("firms", FIRMS_TEMPLATE), part("ties", TIES_TEMPLATE)),
    problems.root,
    element("div", { class: "tables-preview" }, frame, facts),
    element("div", { class: "scenario-acts" }, open, change),
  );
}
