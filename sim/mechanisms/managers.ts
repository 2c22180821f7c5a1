import { number } from "../kernel/params.ts";
import { costOfAssistance } from "../world/brokers.ts";
import { salesOfMembers } from "../world/members.ts";
import { isRunning } from "../world/networks.ts";
import { institution } from "./institution.ts";

/** Networks that can pay one hire a manager, who teaches them to do without a broker. */
export const managers = institution({
  id: "managers",
  title: "Hired managers",
  claim: "A manager whom members pay makes the network their own business and prepares the day the broker leaves.",
  source: "Ceglie & Dini 1999: EcoHamaca hired a general director; sizes assumed",
  reads: [
    "firms.sales",
    "networks.feeShare",
    "networks.founded",
    "networks.founderHigh",
    "networks.founderLow",
    "networks.project",
    "networks.size",
    "seats.member",
  ],
  writes: ["networks.manager", "networks.levy", "networks.autonomy"],
  params: {
    rate: number({
      label: "Hiring",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.05,
      doc: "Chance that a network which can bear the wage hires a manager.",
      source: "assumed",
    }),
    wage: number({
      label: "Wage of a manager",
      unit: "kUSD a month",
      min: 0,
      max: 5,
      step: 0.01,
      start: 0.15,
      doc: "What members pay together, by their sales.",
      source: "assumed",
    }),
    bearable: number({
      label: "Bearable wage",
      unit: "share of sales",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.006,
      doc: "Share of its members' sales above which a network goes without.",
      source: "assumed",
    }),
    autonomy: number({
      label: "A manager teaches self-management",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.01,
      doc: "How much autonomy a month with a manager adds to what is missing.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { networks, rules } = world;
    const hires = draws("hires");
    for (let g = 0; g < networks.count; g++) {
      if (!isRunning(world, g) || networks.size[g] === 0) {
        networks.manager[g] = 0;
        continue;
      }
      const sales = salesOfMembers(world, g);
      const burden = settings.wage / sales;
      if (burden > settings.bearable) networks.manager[g] = 0;
      else if (networks.manager[g] === 0) {
        const unit = hires.uniformOf(networks.founderHigh[g], networks.founderLow[g], 0, networks.founded[g]);
        if (unit < settings.rate) networks.manager[g] = 1;
      }
      if (networks.manager[g] === 0) continue;
      // The fee for the broker, as agreed, and the wage: one levy on members' sales.
      networks.levy[g] = (networks.feeShare[g] * costOfAssistance(rules)) / sales + burden;
      networks.autonomy[g] += settings.autonomy * (1 - networks.autonomy[g]);
    }
  },
});
