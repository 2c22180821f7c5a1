import { beliefs } from "../../../mechanisms/beliefs.ts";
import { mechanism } from "./world.ts";

/** Players expect of the others what the others have lately done. */
export const believing = mechanism({
  id: "beliefs",
  title: beliefs.title,
  claim: beliefs.claim,
  source: beliefs.source,
  reads: ["players.contribution"],
  writes: ["players.belief"],
  params: beliefs.params,
  step({ world, settings: { learning } }) {
    const { players } = world.tables;
    const { size } = world.game;
    for (let first = 0; first < players.count; first += size) {
      let given = 0;
      for (let i = first; i < first + size; i++) given += players.contribution[i];
      for (let i = first; i < first + size; i++) {
        const others = (given - players.contribution[i]) / (size - 1);
        players.belief[i] = learning * others + (1 - learning) * players.belief[i];
      }
    }
  },
});
