/** The one door to the science. */
export type * from "./contract.ts";
export type { Analysis, Finding, MeasureAnalysis, TestMade } from "./experiment/analysis/analyse.ts";
export { analyse } from "./experiment/analysis/analyse.ts";
export type { Results } from "./experiment/analysis/results.ts";
export { pointMeans, pointName } from "./experiment/analysis/results.ts";
export { splitArm } from "./experiment/arm.ts";
export type { Calibration } from "./experiment/calibration/calibration.ts";
export {
  errorsOf,
  generationDocument,
  parseCalibration,
  strategyOf,
  truthDocument,
} from "./experiment/calibration/calibration.ts";
export type { Fit } from "./experiment/calibration/fit.ts";
export { fitOf } from "./experiment/calibration/fit.ts";
export { CALIBRATION_FORMAT } from "./experiment/calibration/form.ts";
export type { Generation } from "./experiment/calibration/strategy.ts";
export type { PreparedComparison } from "./experiment/compare.ts";
export { comparisonWorlds, prepareComparison, runComparison } from "./experiment/compare.ts";
export { medianRatio } from "./experiment/contrast.ts";
export type { PreparedCheck } from "./experiment/checks.ts";
export { CHECKS_FORMAT, parseChecks } from "./experiment/checks.ts";
export type { Experiment } from "./experiment/experiment.ts";
export { adviceOf, designOf, parseExperiment } from "./experiment/experiment.ts";
export type { Event as ExploredEvent, Exploration } from "./experiment/exploration/explore.ts";
export { explore } from "./experiment/exploration/explore.ts";
export { EXPERIMENT_FORMAT } from "./experiment/form.ts";
export { doubtWorlds, runDoubt } from "./experiment/doubt.ts";
export { prepareSpread, runSpread } from "./experiment/spreading.ts";
export type { PreparedStudy } from "./experiment/study.ts";
export { Study, prepareStudy, runStudy, studySource } from "./experiment/study.ts";
export type { ExperimentDocument } from "./experiment/form.ts";
export { CAUSAL } from "./experiment/paired.ts";
export type { Plan, PlannedRun, RunRange } from "./experiment/plan.ts";
export {
  PLAN_FORMAT,
  essence,
  firmMonths,
  jobOf,
  meanFirmMonths,
  planOf,
  probed,
  planText,
  runOf,
  settingsOfRun,
  shardOf,
} from "./experiment/plan.ts";
export { measureColumns, runCells, runColumns } from "./experiment/runsTable.ts";
export type { RunRecord } from "./experiment/runsTable.ts";
export type { Cell, TableColumn, TableName } from "./experiment/tables.ts";
export { TABLE_COLUMNS } from "./experiment/tables.ts";
export type { PatternFailure, PatternResult } from "./experiment/patterns.ts";
export { missOf } from "./experiment/miss.ts";
export { runChecks, tunedTo } from "./experiment/patterns.ts";
export type { KeptValue } from "./experiment/sharedWorlds.ts";
export { holm } from "./experiment/statistics/adjust.ts";
export type { Runner, WorldJob, WorldResult } from "./experiment/world.ts";
export { play } from "./experiment/world.ts";
export { expectation, valueOfText } from "./kernel/params.ts";
export { Refusal, didYouMean, problemText, shown } from "./kernel/problem.ts";
export { Random } from "./kernel/random.ts";
export { MODELS, MODEL_VERSION } from "./models/index.ts";
export type { Model } from "./models/model.ts";
export type { DyadicWorld } from "./models/reference/index.ts";
export {
  GAUGES,
  MEASURES,
  MeasureLog,
  NET_RULES,
  brokerCard,
  firmCard,
  frameOf,
  networkCard,
  networkGraph,
  phasesByMonth,
  storyOf,
  unionOf,
} from "./observe/index.ts";
export type { MainMemory } from "./observe/index.ts";
export { Run } from "./run.ts";
export type { RunPlan, Snapshot } from "./run.ts";
export { assignment, settingsOf } from "./scenario/assignments.ts";
export type { Catalogue } from "./scenario/catalogue.ts";
export { catalogueOf, unknownScenario } from "./scenario/catalogue.ts";
export { confidence, describe } from "./scenario/describe.ts";
export { bytesOf, stateBytesOf } from "./scenario/fit.ts";
export { FORMAT as SCENARIO_FORMAT } from "./scenario/schema.ts";
export { parseJson } from "./scenario/json.ts";
export { parametersOf } from "./scenario/parameters.ts";
export type { Resolved } from "./scenario/resolve.ts";
export { resolve } from "./scenario/resolve.ts";
export type { World } from "./world/world.ts";
