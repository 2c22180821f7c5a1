import type { HappeningKind, Phase } from "../../sim/contract.ts";
import { networkNumber } from "../networkNumber.ts";

/** All words on the stage, in the reader's language: plain data, since the stage may be drawn in a worker. */
export interface StageWords {
  readonly towns: readonly string[];
  /** By phase. */
  readonly phases: readonly string[];
  readonly letters: readonly string[];
  /** How a network's tag is put together from `NUMBER` and `PHASE`. */
  readonly tag: string;
  /** What networks do together, by `Opened.ventures`; nothing to say of the generic project. */
  readonly ventures: readonly string[];
  readonly events: Readonly<Partial<Record<HappeningKind, string>>>;
  /** A project that was refused, put together from `NUMBER` that said yes and `PHASE` that were asked. */
  readonly refused: string;
  readonly broker: string;
  readonly brokerLeft: string;
  /** By the number of brokers who look for firms. */
  readonly seeking: readonly string[];
  readonly buyer: string;
  readonly buyerLeft: string;
  /** By market: neighbouring countries, the world. */
  readonly ports: readonly [string, string];
}

/** Stand for a number and a phase in a message; no language has them. */
export const NUMBER = "\uE000";
export const PHASE = "\uE001";

export function tagOf({ tag, phases }: StageWords, row: number, phase: Phase): string {
  return tag.replace(NUMBER, String(networkNumber(row))).replace(PHASE, phases[phase]);
}

/** A number and a letter, where the word has no room. */
export function shortTagOf({ letters }: StageWords, row: number, phase: Phase): string {
  return `${networkNumber(row)} ${letters[phase] ?? ""}`;
}

export function refusedTag({ refused }: StageWords, yes: number, asked: number): string {
  return refused.replace(NUMBER, String(yes)).replace(PHASE, String(asked));
}
