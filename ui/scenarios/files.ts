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
  const read = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) take(null, file.name);
    else void file.text().then((words) => take(words, file.name));
  };
  const input = element("input", { attributes: { type: "file", accept } });
  input.addEventListener("change", () => {
    read(input.files?.[0]);
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
    read(event.dataTransfer?.files[0]);
  });
  return root;
}
