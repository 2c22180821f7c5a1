import { integer, number } from "../kernel/params.ts";
import { isRunning } from "../world/networks.ts";
import { institution } from "./institution.ts";

/** An office that lends to groups: a legal form or a fund of their own is what they can show. */
export const credit = institution({
  id: "credit",
  title: "Credit for networks",
  claim: "Lenders who would refuse each firm alone lend to a group with legal form or savings of its own.",
  source: "Ceglie & Dini 1999: Emasim's joint loan; Ghatak & Guinnane 1999; sizes assumed",
  reads: [
    "networks.founderHigh",
    "networks.founderLow",
    "networks.founded",
    "networks.legal",
    "networks.project",
    "networks.region",
    "networks.size",
    "regions.credit",
  ],
  writes: ["networks.fund", "networks.loan", "networks.revolving"],
  params: {
    perMember: number({
      label: "Loan",
      unit: "kUSD a member",
      min: 0,
      max: 50,
      step: 0.1,
      start: 1.5,
      doc: "What a network gets for each member.",
      source: "assumed",
    }),
    deposit: number({
      label: "Deposit",
      unit: "kUSD a member",
      min: 0,
      max: 10,
      step: 0.05,
      start: 0.1,
      doc: "Fund of its own that a network without legal form must show.",
      source: "assumed",
    }),
    capacity: number({
      label: "Capacity",
      unit: "loans a month",
      min: 0,
      max: 100,
      step: 0.5,
      start: 2,
      doc: "Loans that the office can make in a month; the committee can raise it.",
      source: "assumed",
    }),
    months: integer({
      label: "Repayment",
      unit: "months",
      min: 1,
      max: 240,
      start: 36,
      doc: "Months over which the fund pays a loan back.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { networks, regions } = world;
    const asking: { g: number; place: number }[] = [];
    const order = draws("order");
    for (let g = 0; g < networks.count; g++) {
      const size = networks.size[g];
      if (size === 0) continue;
      if (networks.loan[g] > 0) {
        const due = Math.min(networks.loan[g], networks.fund[g], (settings.perMember * size) / settings.months);
        networks.loan[g] -= due;
        networks.fund[g] -= due;
        continue;
      }
      const isSound = networks.legal[g] === 1 || networks.fund[g] >= settings.deposit * size;
      if (!isRunning(world, g) || !isSound || networks.fund[g] >= settings.perMember * size) continue;
      const unit = order.uniformOf(networks.founderHigh[g], networks.founderLow[g], 0, networks.founded[g]);
      asking.push({ g, place: unit / Math.max(0.001, regions.credit[networks.region[g]]) });
    }
    let best = 0;
    for (let r = 0; r < regions.count; r++) best = Math.max(best, regions.credit[r]);
    asking.sort((a, b) => a.place - b.place || a.g - b.g);
    for (const { g } of asking.slice(0, Math.floor(settings.capacity * best))) {
      const loan = settings.perMember * networks.size[g];
      networks.loan[g] = loan;
      networks.fund[g] += loan;
      networks.revolving[g] = 1;
    }
  },
});
