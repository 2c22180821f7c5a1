import { text } from "../i18n/text.ts";
import { readNumber, written } from "../i18n/readNumber.ts";
import type { Traits } from "./element.ts";
import { element, setAttribute } from "./element.ts";

export interface NumberTraits {
  readonly class: string;
  readonly min: number;
  readonly max?: number | undefined;
  readonly step: number;
  readonly attributes?: Traits["attributes"];
  /** Is told the number, or what was written where it is none. */
  readonly onChange: (value: number | string) => void;
}

/**
 * A field for a number that is read and shown as the reader's language writes it, which a field of the browser's does by
 * the browser's language. Up and down go a step on;
 * where that changes, `data-step` says how far.
 */
export function numberField({ class: name, min, max, step, attributes, onChange }: NumberTraits): HTMLInputElement {
  const field = element("input", {
    class: name,
    attributes: {
      type: "text",
      inputmode: "decimal",
      role: "spinbutton",
      autocomplete: "off",
      "aria-valuemin": min,
      "aria-valuemax": max,
      ...attributes,
    },
  });
  field.addEventListener("change", () => {
    const value = readNumber(field.value);
    onChange(Number.isNaN(value) ? field.value : value);
  });
  field.addEventListener("keydown", (event) => {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const now = readNumber(field.value);
    if (direction === 0 || Number.isNaN(now)) return;
    event.preventDefault();
    const by = Number(field.dataset["step"] ?? step);
    // Decimals of the step, so that 0.1 + 0.2 is 0.3.
    const digits = (String(by).split(".")[1] ?? "").length;
    const next = Math.min(max ?? Infinity, Math.max(min, Number((now + direction * by).toFixed(Math.max(digits, 4)))));
    if (next === now) return;
    showNumber(field, next);
    onChange(next);
  });
  return field;
}

/**
 * A number field that keeps what it cannot use and says what it expects.
 *
 * @param onChange is told numbers within the limits only, and null where the field is emptied and may be
 */
export function limitedField(
  traits: Omit<NumberTraits, "onChange"> & { readonly mayBeEmpty?: boolean },
  onChange: (value: number | null) => void,
): HTMLInputElement {
  const { min, max, mayBeEmpty = false } = traits;
  const field = numberField({
    ...traits,
    onChange: (value) => {
      const isEmpty = value === "" && mayBeEmpty;
      const isGood = isEmpty || (typeof value === "number" && value >= min && value <= (max ?? Infinity));
      const low = written(min);
      const expected =
        max === undefined ? text("field.from", { low }) : text("field.between", { low, high: written(max) });
      field.setCustomValidity(isGood ? "" : expected);
      setAttribute(field, "aria-invalid", isGood ? undefined : "true");
      if (!isGood) field.reportValidity();
      else onChange(typeof value === "number" ? value : null);
    },
  });
  return field;
}

/** Shows a number, or nothing; what is just being written stays as it is. */
export function showNumber(field: HTMLInputElement, value: number | null): void {
  const words = value === null ? "" : written(value);
  setAttribute(field, "aria-valuenow", value ?? undefined);
  const isWrong = field.getAttribute("aria-invalid") === "true";
  if (document.activeElement === field && (isWrong || readNumber(field.value) === value)) return;
  setAttribute(field, "aria-invalid", undefined);
  field.setCustomValidity("");
  if (field.value !== words) field.value = words;
}
