import type { Parameter, ParameterDescription } from "../sim/contract.ts";

/** Settings in groups, and which of them are assumptions: those whose value rests on no source. */

const ASSUMED = /^(assumed|tuned)/i;

export function isAssumed(parameter: Parameter | undefined): boolean {
  return parameter !== undefined && ASSUMED.test(parameter.source);
}

export interface SettingsGroup {
  readonly id: string;
  readonly settings: readonly ParameterDescription[];
}

/** Groups in the order of the declarations. */
export function groupsOf(parameters: readonly ParameterDescription[], assumed: boolean): readonly SettingsGroup[] {
  const groups = new Map<string, ParameterDescription[]>();
  for (const each of parameters) {
    if (isAssumed(each.parameter) !== assumed) continue;
    groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  }
  return [...groups].map(([id, settings]) => ({ id, settings }));
}

/** Whether every word that is looked for stands in a setting's path, label, meaning or source. */
export function isFound({ path, parameter }: ParameterDescription, search: string): boolean {
  const text = `${path} ${parameter.label} ${parameter.doc} ${parameter.source}`.toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
