// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import { expose, transfer } from "comlink";
import type { WorldJob } from "../../sim/index.ts";
import { playHere } from "./jobs.ts";
import { CATALOGUE } from "./shipped.ts";
import { buffersOf } from "./worldBuffers.ts";

let isStopped = false;

function goOn(): void {
  if (isStopped) throw new Error("The world in hand was given up.");
}

/** A browser's worker that plays the worlds it is given, one at a time. */
const served = {
  async play(job: WorldJob) {
    isStopped = false;
    const result = await playHere(job, CATALOGUE, goOn);
    return transfer(result, buffersOf(result));
  },
  /** Gives up the world in hand: whoever waits for it is told so. */
  stop() {
    isStopped = true;
  },
};

export type Player = typeof served;

expose(served, self as never);
