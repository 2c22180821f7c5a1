import { isDismissed } from "../world/brokers.ts";
import { BECAME_SELF_MANAGED, note } from "../world/journal.ts";
import { NO_PROJECT, SELF_MANAGED, enter, loseBroker } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Brokers leave a network after the agreed time, or with the programme; from then on it is its own master. */
export const assistance = mechanism({
  id: "assistance",
  title: "End of assistance",
  claim: "Help has an end that is known from the start; what stays is what members have learnt to do themselves.",
  source: "Ceglie & Dini 1999, methodology and lesson 8",
  reads: ["brokers.generation", "networks.founded", "networks.project", "programme.posts"],
  writes: [
    "networks.asleepWhenLeft",
    "networks.broker",
    "networks.brokerLeft",
    "networks.formerBroker",
    "networks.phase",
    "networks.phaseSince",
    "journal.*",
  ],
  params: {},
  step({ world, month }) {
    const { networks, rules, programme } = world;
    const programmeEnds = month >= rules.brokers.end - 1;
    for (let g = 0; g < networks.count; g++) {
      if (networks.broker[g] < 0) continue;
      const b = networks.broker[g];
      const brokerStays = !isDismissed(world, b) && (!programmeEnds || b < programme.posts[0]);
      if (brokerStays && month - networks.founded[g] < rules.phases.assistance) continue;
      loseBroker(world, g);
      if (networks.project[g] === NO_PROJECT) continue;
      enter(world, g, SELF_MANAGED);
      note(world, BECAME_SELF_MANAGED, g);
    }
  },
});
