import { columnOf } from "../kernel/columns.ts";
import { DISSOLVED, NO_PROJECT } from "./networks.ts";
import type { World } from "./world.ts";

/** Columns whose values lie between 0 and 1. */
const SHARES = {
  firms: ["belief", "contribution", "position", "openness", "quality", "knowledge", "foreignSkill"],
  networks: ["autonomy", "feeShare"],
  regions: ["trust", "law"],
} as const;

/** What must hold at the end of every month, whatever the settings; the first breach as text, or undefined. */
export function breach(world: World): string | undefined {
  const { firms, ties, networks, seats } = world;
  for (const rows of Object.values(world.tables)) {
    for (const name in rows.columns) {
      const values = columnOf(rows, name);
      for (let at = 0; at < rows.count * rows.width; at++) {
        if (!Number.isFinite(values[at])) return `${rows.name}.${name}[${at}] is ${values[at]}`;
      }
    }
  }
  for (const [name, columns] of Object.entries(SHARES)) {
    for (const column of columns) {
      const values = columnOf(world.tables[name], column);
      for (let at = 0; at < world.tables[name].count; at++) {
        if (values[at] < 0 || values[at] > 1) return `${name}.${column}[${at}] is ${values[at]}, outside 0..1`;
      }
    }
  }
  for (let i = 0; i < firms.count; i++) {
    if (firms.sales[i] < 0 || firms.workers[i] < 0 || firms.assets[i] < 0) return `firm ${i} has less than nothing`;
    for (let slot = 0; slot < ties.width; slot++) {
      const tie = i * ties.width + slot;
      const j = ties.partner[tie];
      if (slot >= firms.degree[i]) {
        if (j !== -1) return `firm ${i} has a tie beyond its degree`;
        continue;
      }
      if (j < 0 || j >= firms.count || j === i) return `firm ${i} is tied to ${j}`;
      const back = j * ties.width + ties.reverse[tie];
      if (ties.partner[back] !== i || ties.reverse[back] !== slot) return `the tie ${i} to ${j} has lost its reverse`;
    }
    if (!firms.alive[i] && (firms.network[i] >= 0 || firms.degree[i] > 0)) return `firm ${i} is closed but not gone`;
  }
  for (let g = 0; g < networks.count; g++) {
    for (let seat = 0; seat < seats.width; seat++) {
      const i = seats.member[g * seats.width + seat];
      if (seat >= networks.size[g] ? i !== -1 : firms.network[i] !== g) return `network ${g} has a wrong seat ${seat}`;
    }
    if (networks.phase[g] === DISSOLVED && (networks.size[g] > 0 || networks.project[g] !== NO_PROJECT)) {
      return `network ${g} has ended but lives`;
    }
  }
  let seated = 0;
  for (let g = 0; g < networks.count; g++) seated += networks.size[g];
  for (let i = 0; i < firms.count; i++) if (firms.network[i] >= 0) seated -= 1;
  if (seated !== 0) return "firms and seats do not agree";
  if (world.proposals.count > 0 || world.guests.count > 0) return "proposals are left over";
  return undefined;
}
