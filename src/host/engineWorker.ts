// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import { expose, transfer } from "comlink";
import type { Engine, Frame } from "../../sim/contract.ts";
import { Session } from "./session.ts";
import { CATALOGUE } from "./shipped.ts";

/** The engine in a browser's worker. Buffers of a frame are handed over, not copied. */
const session = new Session(CATALOGUE);

function buffersOf(frame: Frame): ArrayBuffer[] {
  const arrays: readonly ArrayBufferView[] = [
    frame.conduct,
    frame.size,
    frame.network,
    frame.born,
    frame.number,
    frame.buyer,
    frame.abroad,
    ...Object.values(frame.buyers),
    frame.brokers,
    ...Object.values(frame.ties),
    ...Object.values(frame.networks),
  ];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

const served: Engine = {
  describe: () => session.describe(),
  open: (request) => session.open(request),
  frame: async (month) => {
    const frame = await session.frame(month);
    return transfer(frame, buffersOf(frame));
  },
  story: (month) => session.story(month),
  union: () => session.union(),
  series: (month) => session.series(month),
  firm: (firm, month) => session.firm(firm, month),
  network: (row, month) => session.network(row, month),
  broker: (broker, month) => session.broker(broker, month),
  watch: (ids) => session.watch(ids),
  file: (kind, month) => session.file(kind, month),
  preview: (scenario) => session.preview(scenario),
  document: (name) => session.document(name),
  hash: (month) => session.hash(month),
  ping: () => session.ping(),
};

expose(served, self as never);
