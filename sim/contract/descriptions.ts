import type { Parameter } from "../kernel/params.ts";
import type { Indicator, NetStage } from "../world/evaluation.ts";

/** What the engine declares: types only. */

export interface ParameterDescription {
  readonly path: string;
  readonly group: string;
  readonly parameter: Parameter;
}

export interface MeasureDescription {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
  /** Graph or group it is taken over, and the months it looks back. */
  readonly over: string;
  /** When there is no value. */
  readonly nullWhen: string;
}

export interface MechanismDescription {
  readonly id: string;
  readonly title: string;
  readonly claim: string;
  readonly source: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

export interface ScenarioDescription {
  readonly name: string;
  /** Id of its model; the page shows those of the main one. */
  readonly model: string;
  readonly title: string;
  readonly about: string;
  readonly question: string;
  /** Names of its regions and of its sectors. */
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly sources: readonly string[];
}

export interface ProjectDescription {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  /** Whose quantities count together, and how far what leaks from it goes. */
  readonly scale: string;
  readonly claim: string;
  readonly source: string;
  /** Multiples of the generic project of its stage, by name. */
  readonly factors: Readonly<Record<string, number>>;
  /** What it raises: share of the gap to 1 that a month at full contribution closes, by name. */
  readonly raises: Readonly<Record<string, number>>;
  /** What it needs, by name. */
  readonly needs: Readonly<Record<string, number | boolean>>;
}

export interface Descriptions {
  readonly parameters: readonly ParameterDescription[];
  readonly measures: readonly MeasureDescription[];
  readonly mechanisms: readonly MechanismDescription[];
  readonly scenarios: readonly ScenarioDescription[];
  readonly projects: readonly ProjectDescription[];
  /** What each cell of NET asks for. */
  readonly evaluation: readonly { readonly indicator: Indicator; readonly stage: NetStage; readonly text: string }[];
}
