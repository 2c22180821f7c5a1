import type { Value } from "../../sim/contract.ts";
import { text } from "../i18n/text.ts";
import type { Option } from "./state.ts";

/** Options to begin with, so that a first answer is one click away. */

type Settings = Readonly<Record<string, Value>>;

/** A small programme where a scenario has none. */
const BROKERS: Settings = { "brokers.count": 8, "brokers.start": 6, "brokers.end": 66 };

/** Two ways through the same programme: the large project at once, or a small one first. */
export function firstOptions(settings: Settings): Option[] {
  const own = Number(settings["brokers.count"]) > 0 ? {} : BROKERS;
  const isPilotFirst = settings["phases.sequence"] === "pilotFirst";
  const strategic: Settings = { ...own, ...(isPilotFirst && { "phases.sequence": "strategicFirst" }) };
  const pilot: Settings = { ...own, ...(!isPilotFirst && { "phases.sequence": "pilotFirst" }) };
  return [
    { name: text("compare.option.strategic"), changes: strategic },
    { name: text("compare.option.pilot"), changes: pilot },
  ];
}

/** The least that can be called a programme: a quarter of its brokers. */
export function doMinimum(settings: Settings): Option {
  const count = Math.max(1, Math.round(Number(settings["brokers.count"]) / 4));
  return { name: text("compare.option.minimum"), changes: { "brokers.count": count } };
}
