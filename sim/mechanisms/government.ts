import { integer, number } from "../kernel/params.ts";
import { paidBrokers } from "../world/brokers.ts";
import { GOVERNMENT_CHANGED, note } from "../world/journal.ts";
import { NO_PROJECT, SELF_MANAGED, enter, loseBroker } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** A new government: a programme that hangs on it loses money and standing, one of its own keeps them. */
export const government = mechanism({
  id: "government",
  title: "Change of government",
  claim: "A public counterpart opens doors, and shuts them when it changes; autonomy is the insurance.",
  source: "Ceglie & Dini 1999: Nicaragua; sizes assumed",
  reads: ["brokers.generation", "networks.project"],
  writes: [
    "programme.budget",
    "programme.credibility",
    "networks.broker",
    "networks.formerBroker",
    "networks.brokerLeft",
    "networks.asleepWhenLeft",
    "networks.phase",
    "networks.phaseSince",
    "journal.*",
  ],
  params: {
    month: integer({
      label: "Change of government",
      unit: "month",
      min: -1,
      max: 1200,
      start: -1,
      doc: "Month in which the government changes; -1 never.",
      source: "a scenario's choice",
    }),
    budget: number({
      label: "Budget lost",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of the programme's budget, hence of its brokers, that goes where the unit has no autonomy.",
      source: "assumed",
    }),
    credibility: number({
      label: "Credibility lost",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Share of its standing with firms that a unit without autonomy loses; it weighs in meetings.",
      source: "assumed",
    }),
    autonomy: number({
      label: "Autonomy of the unit",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "How far the networking unit stands on its own when the government changes.",
      source: "assumed; in Nicaragua the unit was to keep its operational autonomy",
    }),
  },
  step({ world, settings, month }) {
    if (month !== settings.month) return;
    const { programme, networks } = world;
    const exposed = 1 - settings.autonomy;
    programme.budget[0] *= 1 - settings.budget * exposed;
    programme.credibility[0] *= 1 - settings.credibility * exposed;
    note(world, GOVERNMENT_CHANGED, -1);
    const staff = Math.ceil(paidBrokers(world) * programme.budget[0]);
    for (let g = 0; g < networks.count; g++) {
      if (networks.broker[g] < staff) continue;
      loseBroker(world, g);
      if (networks.project[g] === NO_PROJECT) continue;
      enter(world, g, SELF_MANAGED);
    }
  },
});
