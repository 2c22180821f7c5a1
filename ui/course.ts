import type { Descriptions, SettingsChange, Value } from "../sim/contract.ts";
import type { OpenWorld, Settings, WorldKey } from "./store.ts";

/** A world's settings in its course: what holds from the start, and what changes after a month. */

/** Settings that differ from the scenario's from the start. */
export function changedPaths(world: OpenWorld, settings: Settings): string[] {
  return Object.keys(settings).filter((path) => settings[path] !== world.start[path]);
}

/** What holds after a month, where everything that was changed up to it counts; null means from the start. */
export function valuesAt(world: OpenWorld, key: WorldKey, branch: number | null): Settings {
  const values: Record<string, Value> = { ...world.start, ...key.settings };
  for (const { month, settings } of key.changes) {
    if (branch !== null && month <= branch) Object.assign(values, settings);
  }
  return values;
}

/** Everything that differs from the scenario, by path: from the start, and later. */
export function allChanged(world: OpenWorld, key: WorldKey): ReadonlySet<string> {
  const later = key.changes.flatMap(({ settings }) => Object.keys(settings));
  return new Set([...changedPaths(world, key.settings), ...later]);
}

/** A key with other values: from the start, or from a month on. A value that holds anyhow is no change. */
export function withValues(world: OpenWorld, key: WorldKey, branch: number | null, values: Settings): WorldKey {
  if (branch === null) {
    const settings = { ...key.settings };
    for (const [path, value] of Object.entries(values)) {
      if (world.start[path] === value) delete settings[path];
      else settings[path] = value;
    }
    return { ...key, settings };
  }
  const others = key.changes.filter(({ month }) => month !== branch);
  const before = valuesAt(world, { ...key, changes: others }, branch);
  const settings: Record<string, Value> = { ...key.changes.find(({ month }) => month === branch)?.settings };
  for (const [path, value] of Object.entries(values)) {
    if (before[path] === value) delete settings[path];
    else settings[path] = value;
  }
  const changes = Object.keys(settings).length === 0 ? others : [...others, { month: branch, settings }];
  return { ...key, changes: changes.sort((a, b) => a.month - b.month) };
}

/** Whether two keys are of one region with the same firms, so that their courses can be held against each other. */
function isSameRegion(a: WorldKey, b: WorldKey): boolean {
  return a.scenario === b.scenario && a.document === b.document && a.seed === b.seed;
}

function same(a: Settings = {}, b: Settings = {}): boolean {
  const paths = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...paths].every((path) => a[path] === b[path]);
}

/** The month from which two worlds of one region differ, or null where they are the same or of different regions. */
export function partingOf(a: WorldKey, b: WorldKey): number | null {
  if (!isSameRegion(a, b)) return null;
  if (!same(a.settings, b.settings)) return 0;
  const months = [...new Set([...a.changes, ...b.changes].map(({ month }) => month))].sort((one, two) => one - two);
  const at = (changes: readonly SettingsChange[], month: number) =>
    changes.find((one) => one.month === month)?.settings;
  return months.find((month) => !same(at(a.changes, month), at(b.changes, month))) ?? null;
}

/** Whether a setting can change while the world runs. */
export function canChange(descriptions: Descriptions | null, path: string): boolean {
  const found = descriptions?.parameters.find((each) => each.path === path);
  return found !== undefined && path !== "months" && found.parameter.atStart !== true;
}
