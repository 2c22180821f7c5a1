// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import { expose, transfer } from "comlink";
import type { WorldJob } from "../../sim/index.ts";
import { playHere } from "./jobs.ts";
import { CATALOGUE } from "./shipped.ts";
import { buffersOf } from "./worldBuffers.ts";

/** A browser's worker that plays the worlds it is given, one at a time. */
const served = {
  async play(job: WorldJob) {
    const result = await playHere(job, CATALOGUE);
    return transfer(result, buffersOf(result));
  },
};

export type Player = typeof served;

expose(served, self as never);
