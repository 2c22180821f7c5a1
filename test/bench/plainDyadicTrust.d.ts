import type { Person, Words } from "../../src/bench/plainObjects.ts";

export interface Firm extends Omit<Person, "knows"> {
  capital: number;
  ties: Tie[];
}

export interface Tie {
  readonly to: Firm;
  trust: number;
  readonly complement: number;
  readonly gain: number;
  readonly cost: number;
}

export interface Meeting {
  readonly asker: Firm;
  readonly tie: Tie;
  readonly back: Tie | undefined;
  readonly gave: boolean;
  readonly got: boolean;
  readonly told: Tie | undefined;
}

export function makeFirms(people: readonly Person[]): Firm[];
export function playMonth(firms: readonly Firm[], words: Words): Meeting[];
