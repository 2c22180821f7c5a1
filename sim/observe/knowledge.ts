import type { MainMeasure } from "./memory.ts";

/** What firms know. */

export const knowledgeMeasures: readonly MainMeasure[] = [
  {
    id: "knowledge.mean",
    title: "Knowledge",
    unit: "0..1",
    formula: "mean of k over firms; 0 without firms",
    over: "all firms, this month",
    nullWhen: "never",
    value({ firms }) {
      let sum = 0;
      let count = 0;
      for (let i = 0; i < firms.count; i++) {
        if (firms.alive[i] === 0) continue;
        sum += firms.knowledge[i];
        count += 1;
      }
      return count === 0 ? 0 : sum / count;
    },
  },
];
