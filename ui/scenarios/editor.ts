import type { Preview, Problem } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { fileName, saveFile } from "../export/save.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { isTooDeep } from "../nesting.ts";
import type { Store } from "../store.ts";
import { filePicker } from "./files.ts";
import { picture } from "./picture.ts";
import { problemList } from "./problemList.ts";

/** Time without a key after which what was written is checked, ms. */
const REST = 350;

const BEGINNING = {
  format: "distretto/scenario/1",
  extends: "honduras",
  name: "my-region",
  title: "My region",
  question: "What would help here?",
  months: 120,
  settings: { "brokers.count": 4 },
};

interface Editor {
  readonly root: HTMLElement;
  readonly begin: (document: object) => void;
  readonly leave: () => void;
}

/** A scenario as a form of its main parts and as its text, checked by the engine while it is written. */
export function editor(store: Store, app: App): Editor {
  const area = element("textarea", {
    class: "editor-text",
    attributes: { "aria-label": text("scenarios.text"), spellcheck: "false", autocomplete: "off", rows: 22 },
    on: { input: () => checkSoon() },
  });
  const problems = problemList();
  const frame = element("div", { class: "thumb-frame" });
  const facts = element("p", { class: "scenario-facts" });
  const open = element("button", { class: "button accent", attributes: { type: "button" } }, text("scenarios.open"));
  open.addEventListener("click", () => {
    if (checked === null) return;
    app.openDialog(null);
    app.openDocument(checked.document, checked.preview.name);
  });
  const save = element("button", { class: "button", attributes: { type: "button" } }, text("scenarios.save"));
  save.addEventListener("click", () => {
    const name = checked?.preview.name ?? "scenario";
    saveFile(fileName([name], "json"), new Blob([area.value], { type: "application/json" }));
  });
  const load = filePicker(text("scenarios.file"), ".json,application/json", (words) => {
    if (words === null) return problems.show([TOO_LARGE]);
    area.value = words;
    fill();
    void check();
  });
  const fields = FIELDS.map((field) => formField(field, (value) => put(field, value)));
  let checked: { readonly document: object; readonly preview: Preview } | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const parsed = (): Record<string, unknown> | Problem => {
    if (isTooDeep(area.value)) return TOO_DEEP;
    try {
      const value: unknown = JSON.parse(area.value);
      if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
      return { path: "/", value: area.value.slice(0, 40), expected: "an object", mend: text("scenarios.brace") };
    } catch (error) {
      const value = error instanceof Error ? error.message : String(error);
      return { path: "/", value, expected: "JSON", mend: text("scenarios.json") };
    }
  };
  const isProblem = (value: object): value is Problem => "mend" in value && "expected" in value;

  function put(field: Field, value: string): void {
    const document = parsed();
    if (isProblem(document)) return;
    const entry = field.kind === "number" && value !== "" ? Number(value) : value;
    const { [field.key]: _, ...others } = document;
    area.value = JSON.stringify(value === "" ? others : { ...document, [field.key]: entry }, null, 2);
    checkSoon();
  }

  /** The form follows the text. */
  function fill(): void {
    const document = parsed();
    for (const { key, input } of fields) {
      input.disabled = isProblem(document);
      const value = isProblem(document) ? "" : document[key];
      if (document !== null && document !== undefined && input !== globalThis.document.activeElement) {
        const isPlain = typeof value === "string" || typeof value === "number" || value === undefined;
        input.value = isPlain ? String(value ?? "") : "";
        input.disabled ||= !isPlain;
      }
    }
  }

  function checkSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      fill();
      void check();
    }, REST);
  }

  async function check(): Promise<void> {
    const mine = ++turn;
    const document = parsed();
    const reply = isProblem(document) ? ({ ok: false, problems: [document] } as const) : await app.preview(document);
    if (mine !== turn) return;
    checked = reply.ok ? { document, preview: reply.value } : null;
    open.disabled = checked === null;
    problems.show(reply.ok ? [] : reply.problems);
    frame.replaceChildren(...(reply.ok ? [picture(reply.value)] : []));
    const { firms, months, regions } = reply.ok ? reply.value : { firms: 0, months: 0, regions: [] };
    say(facts, reply.ok ? text("scenarios.facts", { firms, towns: regions.length, months }) : "");
  }

  const begin = (document: object): void => {
    area.value = JSON.stringify(document, null, 2);
    fill();
    void check();
  };
  begin(store.state.world?.key.document ?? BEGINNING);
  const root = element(
    "section",
    { class: "editor", attributes: { "aria-label": text("scenarios.editor") } },
    element(
      "div",
      { class: "editor-side" },
      load,
      ...fields.map((field) => field.root),
      frame,
      facts,
      element("div", { class: "scenario-acts" }, open, save),
    ),
    element("div", { class: "editor-main" }, area, problems.root),
  );
  return { root, begin, leave: () => clearTimeout(waiting) };
}

const TOO_LARGE: Problem = {
  path: "file",
  value: "too large",
  expected: "at most 5 MB",
  mend: "Choose a smaller file.",
};

const TOO_DEEP: Problem = {
  path: "/",
  value: "lists within lists",
  expected: "at most 40 levels",
  mend: "Nest it less deeply.",
};

interface Field {
  readonly key: "name" | "title" | "question" | "about" | "extends" | "seed" | "months";
  readonly kind: "text" | "number";
}

const FIELDS: readonly Field[] = [
  { key: "title", kind: "text" },
  { key: "name", kind: "text" },
  { key: "question", kind: "text" },
  { key: "about", kind: "text" },
  { key: "extends", kind: "text" },
  { key: "months", kind: "number" },
  { key: "seed", kind: "text" },
];

function formField({ key, kind }: Field, onChange: (value: string) => void) {
  const input = element("input", { class: "field", attributes: { type: kind } });
  input.addEventListener("input", () => onChange(input.value));
  const root = element("label", { class: "form-field" }, element("span", {}, text(`scenarios.field.${key}`)), input);
  return { key, input, root };
}
