import type { Union } from "../contract.ts";
import type { MainMemory } from "./memory.ts";

/** All networks so far, each with every firm that was ever in it, in the order of joining; group g is network g. */
export function unionOf({ past, memberships }: MainMemory): Union {
  const groups: Set<number>[] = Array.from({ length: past.count }, () => new Set());
  for (let at = 0; at < memberships.count; at++) groups[memberships.network[at]].add(memberships.firm[at]);
  const starts = new Int32Array(groups.length + 1);
  groups.forEach((group, g) => (starts[g + 1] = starts[g] + group.size));
  const members = Int32Array.from(groups.flatMap((group) => [...group]));
  return { starts, members };
}
