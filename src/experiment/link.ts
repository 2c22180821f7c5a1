import type { Plan, PlannedRun } from "../../sim/index.ts";
import { settingsOfRun } from "../../sim/index.ts";

/** The longest link that the page takes. */
const LONGEST = 4000;

/**
 * The fragment that opens a run's world in the page, or undefined where the page does not have the scenario or the link
 * would be too long. `ui/link.ts` reads it.
 */
export function linkOf(plan: Plan, planned: PlannedRun): string | undefined {
  const { scenario, without = [] } = plan.experiment.document;
  if (typeof scenario !== "string" || without.length > 0) return undefined;
  const { seed, ...settings } = settingsOfRun(plan, planned);
  const parts = [
    ["scenario", scenario],
    ["seed", String(seed)],
  ];
  for (const path of Object.keys(settings).sort()) parts.push([`set.${path}`, String(settings[path])]);
  const text = parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
  return text.length > LONGEST ? undefined : `#${text}`;
}
