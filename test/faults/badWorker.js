/** A worker whose runs go wrong in every way, by their number of firms; the others give a result at once. */
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parentPort } from "node:worker_threads";

const WAYS = {
  31: () => {
    throw new Error("it broke");
  },
  32: () => process.exit(7),
  33: () => {
    const hoard = [];
    for (;;) hoard.push({ of: hoard.length, more: [hoard.length] });
  },
  34: () => {
    for (;;);
  },
  35: () => new Float64Array(2 ** 34),
  36: () =>
    setTimeout(() => {
      throw new Error("it broke later");
    }, 0) && new Promise(() => undefined),
};

const readings = (measures) => [{ month: 0, measures: Object.fromEntries(measures.map((id) => [id, 1])) }];

expose(
  {
    async playAtOnce({ settings, measures }) {
      await WAYS[settings["firms.count"]]?.();
      return { hash: "0", readings: readings(measures), ends: null, tables: {} };
    },
  },
  nodeEndpoint(parentPort),
);
