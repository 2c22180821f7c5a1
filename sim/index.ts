/** The one door to the science. */
export type * from "./contract.ts";
export { Refusal, problemText } from "./kernel/problem.ts";
export { MODELS, MODEL_VERSION } from "./models/index.ts";
export type { Model } from "./models/model.ts";
export {
  MeasureLog,
  firmCard,
  frameOf,
  networkCard,
  networkGraph,
  phasesByMonth,
  storyOf,
  unionOf,
} from "./observe/index.ts";
export type { MainMemory, NetworkGraph } from "./observe/index.ts";
export { Run } from "./run.ts";
export type { Keeping, RunPlan, Snapshot } from "./run.ts";
export type { Catalogue } from "./scenario/catalogue.ts";
export { catalogueOf } from "./scenario/catalogue.ts";
export { describe } from "./scenario/describe.ts";
export { parametersOf } from "./scenario/parameters.ts";
export type { Resolved } from "./scenario/resolve.ts";
export { resolve } from "./scenario/resolve.ts";
export type { World } from "./world/world.ts";
