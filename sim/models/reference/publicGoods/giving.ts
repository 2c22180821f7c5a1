import { decide } from "../../../kernel/decide.ts";
import { contribution, intrinsicShare } from "../../../mechanisms/contribution.ts";
import { mechanism } from "./world.ts";

/**
 * The contribution rule of the model: give in full where sanctions and the own return make it pay, with some noise;
 * else give by nature.
 */
export const giving = mechanism({
  id: "contribution",
  title: contribution.title,
  claim: contribution.claim,
  source: contribution.source,
  reads: ["players.type", "players.belief"],
  writes: ["players.contribution"],
  params: { slope: contribution.params.slope, noise: contribution.params.noise },
  step({ world, settings: { slope, noise }, month, draws }) {
    const { players } = world.tables;
    const { fines, fine, seen, start } = world.sanctions;
    const pressure = fines && month >= start ? seen * fine : 0;
    const pays = draws("pays");
    const nature = draws("nature");
    for (let i = 0; i < players.count; i++) {
      players.contribution[i] = decide(pays.bits(i, 0), (pressure - (1 - world.game.return)) / noise)
        ? 1
        : intrinsicShare(players.type[i], players.belief[i], slope, nature.uniform(i, 0));
    }
  },
});
