import type { Descriptions, Turn, Why } from "../../sim/contract.ts";
import type { OpenWorld } from "../store.ts";

/**
 * Which setting moves what would have turned an answer. A setting holds for all firms, so trying it is another world
 * and no proof; where no single setting moves the thing, there is nothing to try.
 */
const SETTINGS: Partial<Record<Turn["lever"], string>> = {
  trust: "region.trust",
  guidance: "brokers.skill",
  law: "region.law",
  dispersion: "region.dispersion",
  finding: "search.transactionCost",
  members: "joining.size",
};

/** A setting, its name, and the value that makes as much of a difference as the answer needed. */
export interface Trial {
  readonly path: string;
  readonly label: string;
  readonly value: number;
}

/** The setting to try for a turn, in its own steps and range; null where none does it or it is there already. */
export function trialOf({ turn }: Why, world: OpenWorld, descriptions: Descriptions | null): Trial | null {
  const path = turn === null ? undefined : SETTINGS[turn.lever];
  const found = descriptions?.parameters.find((one) => one.path === path);
  if (turn === null || path === undefined || found === undefined) return null;
  const { parameter } = found;
  const now = world.opened.settings[path];
  if (parameter.kind === "choice" || parameter.kind === "flag" || typeof now !== "number") return null;
  // The table size is the firm's own; the rest differs from firm to firm, so the setting moves by as much.
  const wanted = turn.lever === "members" ? turn.to : now + turn.to - turn.from;
  const { step } = parameter;
  const away = turn.to > turn.from ? Math.ceil : Math.floor;
  const inSteps = Number((away(wanted / step - Math.sign(turn.to - turn.from) * 1e-9) * step).toFixed(6));
  const value = Math.max(parameter.min, Math.min(parameter.max, inSteps));
  return value === now ? null : { path, label: parameter.label, value };
}
