// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import "./trust.ts";
import { expose } from "comlink";
import type { Experimenter } from "../../sim/contract.ts";
import { Experiments } from "./experiments.ts";
import { playerHands } from "./players.ts";
import { CATALOGUE } from "./shipped.ts";

/** A browser's worker that checks experiments and reads tables; their runs are played by workers of its own. */
const experiments = new Experiments(CATALOGUE, playerHands);

const served: Experimenter = {
  open: (text) => experiments.open(text),
  play: (most, listen) => experiments.play(most, listen),
  read: (file) => experiments.read(file),
  world: (table, row) => experiments.world(table, row),
  stop: () => experiments.stop(),
};

expose(served, self as never);
