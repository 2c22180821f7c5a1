import { number } from "../kernel/params.ts";
import { paidBrokers } from "../world/brokers.ts";
import { institution } from "./institution.ts";

/** How fast the unit's view of its income follows the income itself. */
const SMOOTHING = 0.1;

/** After the programme an agency employs brokers for as long as fees, membership and public money pay for them. */
export const unit = institution({
  id: "unit",
  title: "Networking unit",
  claim:
    "An agency can outlive its programme on mixed money; one that must live on fees alone looks for richer clients.",
  source: "Ceglie & Dini 1999, lesson 6: Honduras, CERTEC",
  reads: ["brokers.generation", "networks.led", "networks.size", "programme.fees"],
  writes: ["programme.income", "programme.mustEarn", "programme.posts", "tally.membership"],
  params: {
    publicShare: number({
      label: "Public money",
      unit: "share of cost",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of the unit's cost that public money covers; it must earn the rest.",
      source: "Honduras: fees, membership and public money",
    }),
    membership: number({
      label: "Membership fee",
      unit: "kUSD a month per member firm",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.01,
      doc: "What each firm in a network that a broker led pays the unit.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { networks, programme, rules, tally } = world;
    let earned = programme.fees[0];
    let dues = 0;
    for (let g = 0; g < networks.count; g++) if (networks.led[g]) dues += settings.membership * networks.size[g];
    earned += dues;
    tally.membership[0] += dues;
    programme.income[0] += SMOOTHING * (earned - programme.income[0]);
    const staff = paidBrokers(world);
    const cost = rules.brokers.wage * staff;
    const affordable = settings.publicShare * cost + programme.income[0];
    programme.posts[0] = rules.brokers.wage > 0 ? Math.min(staff, Math.floor(affordable / rules.brokers.wage)) : staff;
    programme.mustEarn[0] = 1 - settings.publicShare;
  },
});
