import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";

/** The largest file that is read, bytes. */
const MOST_BYTES = 5_000_000;

/**
 * A file that is chosen or dropped here, as text.
 *
 * @param take is handed the text and the file's name, or null where the file is too large
 */
export function filePicker(
  label: string,
  accept: string,
  take: (text: string | null, name: string) => void,
): HTMLElement {
  return picker(label, { accept }, ([file]) => {
    if (file.size > MOST_BYTES) take(null, file.name);
    else void file.text().then((words) => take(words, file.name));
  });
}

/** Files that are chosen or dropped here, one or more. */
export function filesPicker(label: string, accept: string, take: (files: readonly File[]) => void): HTMLElement {
  return picker(label, { accept, multiple: true }, take);
}

function picker(
  label: string,
  attributes: { readonly accept: string; readonly multiple?: boolean },
  take: (files: readonly [File, ...File[]]) => void,
): HTMLElement {
  const hand = (list: FileList | undefined | null): void => {
    const [first, ...others] = list ?? [];
    if (first !== undefined) take([first, ...(attributes.multiple === true ? others : [])]);
  };
  const input = element("input", { attributes: { type: "file", ...attributes } });
  input.addEventListener("change", () => {
    hand(input.files);
    input.value = "";
  });
  const root = element(
    "label",
    { class: "drop" },
    element("span", { class: "drop-name" }, label),
    input,
    element("span", { class: "drop-words" }, text("scenarios.drop")),
  );
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("drop-over");
  });
  root.addEventListener("dragleave", () => root.classList.remove("drop-over"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("drop-over");
    hand(event.dataTransfer?.files);
  });
  return root;
}
