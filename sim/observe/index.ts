import { abroadMeasures } from "./abroad.ts";
import { clusterSizeMeasures } from "./clusterSizes.ts";
import { costMeasures } from "./cost.ts";
import { effectMeasures } from "./effects.ts";
import { knowledgeMeasures } from "./knowledge.ts";
import type { MainMeasure } from "./memory.ts";
import { memberMeasures } from "./members.ts";
import { netMeasures } from "./net.ts";
import { networkMeasures } from "./networks.ts";
import { refusalMeasures } from "./refusals.ts";
import { supplierMeasures } from "./suppliers.ts";
import { supplyMeasures } from "./supply.ts";
import { survivalMeasures } from "./survival.ts";
import { tieMeasures } from "./ties.ts";
import { trustMeasures } from "./trust.ts";

/** Every measure of the main model, in the order of tables. */
export const MEASURES: readonly MainMeasure[] = [
  ...networkMeasures,
  ...survivalMeasures,
  ...netMeasures,
  ...memberMeasures,
  ...refusalMeasures,
  ...trustMeasures,
  ...knowledgeMeasures,
  ...tieMeasures,
  ...costMeasures,
  ...effectMeasures,
  ...supplyMeasures,
  ...supplierMeasures,
  ...abroadMeasures,
  ...clusterSizeMeasures,
];

export { wasMember } from "./bestSix.ts";
export { brokerCard, firmCard, networkCard } from "./cards.ts";
export { eventsOf } from "./events.ts";
export { frameOf } from "./frame.ts";
export { GAUGES } from "./gauges.ts";
export { networkGraph } from "./graph.ts";
export type { MainMemory } from "./memory.ts";
export { NET_RULES, netRows } from "./net.ts";
export { note, remember } from "./recorder.ts";
export { MeasureLog, phasesByMonth } from "./series.ts";
export { storyOf } from "./story.ts";
export { unionOf } from "./union.ts";
