import { element, say, setAttribute } from "./element.ts";

export interface SliderTraits {
  readonly label: string;
  readonly hint: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the tick stands. */
  readonly start: number;
  /** The value in words: strong, then weak, then as it is spoken. */
  readonly words: (value: number) => readonly [value: string, note: string, spoken: string];
  readonly startWords: string;
  /** Called once a drag or key press has come to rest. */
  readonly onChange: (value: number) => void;
}

export interface Slider {
  readonly root: HTMLElement;
  readonly set: (value: number, changed: string) => void;
  /** Holds it where it is, with the reason; null lets it go. */
  readonly hold: (reason: string | null) => void;
}

let count = 0;

/** A lever of 72: name and value on one line, the control below, a tick for the start value. */
export function slider(traits: SliderTraits): Slider {
  const { min, max, step, start } = traits;
  const id = `slider-${++count}`;
  const value = element("strong", { class: "lever-value" });
  const note = element("span", { class: "lever-note" });
  const changed = element("span", { class: "lever-changed" });
  const input = element("input", {
    class: "slider",
    attributes: { id, type: "range", min, max, step },
    on: { input: () => draw(), change: () => traits.onChange(input.valueAsNumber) },
  });
  const share = (at: number): string => String(max > min ? (at - min) / (max - min) : 0);
  const tick = element("span", { class: "slider-tick", attributes: { title: traits.startWords } });
  tick.style.setProperty("--share", share(start));

  function draw(): void {
    const [strong, weak, spoken] = traits.words(input.valueAsNumber);
    say(value, strong);
    say(note, weak);
    setAttribute(input, "aria-valuetext", spoken);
    input.style.setProperty("--share", share(input.valueAsNumber));
  }

  const root = element(
    "div",
    { class: "lever" },
    element(
      "div",
      { class: "lever-line" },
      element("label", { class: "lever-name", attributes: { for: id, title: traits.hint } }, traits.label),
      changed,
      element("span", { class: "lever-words", attributes: { "aria-hidden": "true" } }, value, note),
    ),
    element("div", { class: "slider-box" }, input, tick),
  );
  return {
    root,
    set: (at, word) => {
      input.value = String(at);
      say(changed, word);
      draw();
    },
    hold: (reason) => {
      input.disabled = reason !== null;
      setAttribute(root, "title", reason ?? undefined);
    },
  };
}
