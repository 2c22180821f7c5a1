import { element, say } from "./element.ts";

export interface SegmentedTraits {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** The option that carries the tick. */
  readonly start: string;
  readonly startWords: string;
  readonly onChange: (value: string) => void;
}

export interface Segmented {
  readonly root: HTMLElement;
  readonly set: (value: string, changed: string) => void;
}

let count = 0;

/** One of a few, as radio buttons in a row; the start value has a tick below it. */
export function segmented(traits: SegmentedTraits): Segmented {
  const name = `segmented-${++count}`;
  const changed = element("span", { class: "lever-changed" });
  const inputs = traits.options.map(({ value }) =>
    element("input", {
      attributes: { type: "radio", name, value, id: `${name}-${value}` },
      on: { change: () => traits.onChange(value) },
    }),
  );
  const choices = traits.options.map(({ value, words }, k) =>
    element(
      "span",
      { class: value === traits.start ? "choice choice-start" : "choice" },
      inputs[k],
      element(
        "label",
        { attributes: { for: `${name}-${value}`, title: value === traits.start ? traits.startWords : undefined } },
        words,
      ),
    ),
  );
  const root = element(
    "fieldset",
    { class: "lever" },
    element(
      "legend",
      { class: "lever-line" },
      element("span", { class: "lever-name", attributes: { title: traits.hint } }, traits.label),
      changed,
    ),
    element("div", { class: "choices" }, ...choices),
  );
  return {
    root,
    set: (value, word) => {
      for (const input of inputs) input.checked = input.value === value;
      say(changed, word);
    },
  };
}
