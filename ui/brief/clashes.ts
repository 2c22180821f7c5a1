import type { Value } from "../../sim/contract.ts";
import { optionLetter } from "../charts/optionMark.ts";
import type { Key } from "../i18n/text.ts";
import { text } from "../i18n/text.ts";

/** Where what an option does works against itself, or has no effect: said before anything is run. */

type Settings = Readonly<Record<string, Value>>;

interface Clash {
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Months after a broker's leaving at which survival is read. */
const LATER = 24;

/** @param settings all settings of the option, `months` among them @param budget kUSD, or null */
function clashesOf(settings: Settings, budget: number | null): Clash[] {
  const number = (path: string): number => Number(settings[path] ?? 0);
  const is = (path: string, value: Value): boolean => settings[path] === value;
  const found: Clash[] = [];
  const note = (key: Key, isTrue: boolean, values: Clash["values"] = {}): void => {
    if (isTrue) found.push({ key, values });
  };
  const [count, from, to] = [number("brokers.count"), number("brokers.start"), number("brokers.end")];
  const horizon = number("months");
  const worked = Math.max(0, Math.min(to, horizon) - from);
  const cost = count * number("brokers.wage") * worked;
  const hasBrokers = count > 0 && worked > 0;
  note("clash.noMonths", count > 0 && worked === 0, { from, to: Math.min(to, horizon) });
  note("clash.horizon", hasBrokers && to + LATER > horizon, { to, month: horizon, least: to + LATER });
  note("clash.budget", budget !== null && cost > budget, { cost: Math.round(cost), budget: budget ?? 0 });
  note("clash.idle", !hasBrokers && (!is("fees.schedule", "none") || is("brokers.training", true)));
  note("clash.feeUnlinked", hasBrokers && !is("fees.schedule", "none") && number("fees.autonomy") === 0);
  note("clash.grantsAndFees", hasBrokers && number("grants.perFirm") > 0 && !is("fees.schedule", "none"));
  note(
    "clash.incentiveAndPilot",
    hasBrokers && number("brokers.incentive") > 0.5 && is("phases.sequence", "pilotFirst"),
  );
  note("clash.fineOfNothing", is("sanctions.fines", true) && number("sanctions.fine") === 0);
  note("clash.table", number("joining.size") > number("joining.maxSize"), {
    size: number("joining.size"),
    most: number("joining.maxSize"),
  });
  note("clash.government", hasBrokers && number("government.month") >= 0 && number("government.month") < to, {
    month: number("government.month"),
  });
  return found;
}

/** An option as far as clashes go. */
interface Clashing {
  readonly name: string;
  /** All its settings, `months` among them. */
  readonly settings: Settings;
}

/** Options by their letters, as the brief calls them. */
export function lettered(options: readonly Pick<Clashing, "settings">[]): Clashing[] {
  return options.map(({ settings }, at) => ({ name: optionLetter(at), settings }));
}

/** The clashes of options as sentences: what several have in common is said once. */
export function clashWords(options: readonly Clashing[], budget: number | null): string[] {
  const names = new Map<string, string[]>();
  for (const { name, settings } of options) {
    for (const { key, values } of clashesOf(settings, budget)) {
      const words = text(key, values);
      names.set(words, [...(names.get(words) ?? []), name]);
    }
  }
  return [...names].map(([words, those]) => text("compare.clash", { name: those.join(", "), words }));
}
