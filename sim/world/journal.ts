import { i16, i32, u8 } from "../kernel/columns.ts";
import { addRow } from "../kernel/columns.ts";
import type { World } from "./world.ts";

/** What happens, as rows for observers; no part of the state. */
export const REFUSED = 0;
export const FOUNDED = 1;
export const STARTED = 2;
export const BECAME_STRATEGIC = 3;
export const BECAME_SELF_MANAGED = 4;
export const FELL_ASLEEP = 5;
export const WOKE = 6;
export const ENDED = 7;
export const RECRUITED = 8;
export const LEFT = 9;
export const EXPELLED = 10;
export const BROKERS_CAME = 11;
export const BROKERS_LEFT = 12;
export const GOVERNMENT_CHANGED = 13;
export const BUYERS_LEFT = 14;
export const WENT_ABROAD = 15;
export const LISTED = 16;
export const BRAND_HURT = 17;

export const journalColumns = {
  month: i16({ unit: "month", doc: "When it happened." }),
  kind: u8({ unit: "code", doc: "What happened." }),
  network: i32({ unit: "row", doc: "Network, or -1.", start: -1 }),
  firm: i32({ unit: "row", doc: "Firm, or -1.", start: -1 }),
  yes: u8({ unit: "firms", doc: "Firms that said yes, where there was a vote." }),
  asked: u8({ unit: "firms", doc: "Firms that were asked." }),
  needed: u8({ unit: "firms", doc: "Firms that were needed." }),
} as const;

/** Notes an event, where the run keeps a journal. */
export function note(world: World, kind: number, network: number, firm = -1, yes = 0, asked = 0, needed = 0): void {
  const { journal } = world;
  if (journal === undefined) return;
  const row = addRow(journal);
  journal.month[row] = world.month;
  journal.kind[row] = kind;
  journal.network[row] = network;
  journal.firm[row] = firm;
  journal.yes[row] = yes;
  journal.asked[row] = asked;
  journal.needed[row] = needed;
}
