import type { Mechanism, Month } from "../kernel/mechanism.ts";
import type { FlagParameter, NumberParameter, Parameters } from "../kernel/params.ts";
import { flag, integer } from "../kernel/params.ts";
import type { World } from "../world/world.ts";

/** A switch that every institution has: whether it is there, from when, until when. */
interface Switch extends Record<string, FlagParameter | NumberParameter> {
  readonly on: FlagParameter;
  readonly start: NumberParameter;
  readonly end: NumberParameter;
}

function switchOf(title: string): Switch {
  const source = "a scenario's choice";
  return {
    on: flag({ label: title, start: false, doc: `Whether there is this: ${title.toLowerCase()}.`, source }),
    start: integer({
      label: "Begins",
      unit: "month",
      min: 0,
      max: 1200,
      start: 0,
      doc: "First month in which it works.",
      source,
    }),
    end: integer({
      label: "Ends",
      unit: "month",
      min: 0,
      max: 1200,
      start: 1200,
      doc: "First month in which it no longer works.",
      source,
    }),
  };
}

/** What is declared of an institution: a mechanism's parts, less its switch. */
type Declared<P extends Parameters> = Omit<Mechanism<World, P>, "params" | "step"> & {
  readonly params: P;
  step(month: Month<World, P>): void;
};

/**
 * Declares an institution: a mechanism that a scenario switches on, with a month in which it begins and one in which it
 * ends. Off, or outside these months, it changes no byte.
 */
export function institution<const P extends Parameters>(declared: Declared<P>): Mechanism<World, Switch & P> {
  return {
    ...declared,
    params: { ...switchOf(declared.title), ...declared.params },
    step(month) {
      const { on, start, end } = month.settings as { on: boolean; start: number; end: number };
      if (on && month.month >= start && month.month < end) declared.step(month);
    },
  };
}
