import { number } from "../kernel/params.ts";
import { AT_HOME, NEIGHBOUR, WORLD, capabilityAbroad, returnHome, together } from "../world/abroad.ts";
import { isRunning } from "../world/networks.ts";
import { cellOf } from "../world/regions.ts";
import { mechanism } from "./mechanism.ts";

/** Duties, politics and exchange rates hit those who sell abroad; the weak and the uncovered withdraw. */
export const foreignShocks = mechanism({
  id: "foreignShocks",
  title: "Shocks abroad",
  claim:
    "Small firms withdraw from abroad when duties, politics or exchange rates turn, for want of cover against risk.",
  source: "Yu & He (industry clusters and the internationalisation of SMEs); sizes assumed",
  reads: [
    "regions.cover",
    "regions.defence",
    "clusters.cover",
    "firms.alive",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.knowledge",
    "firms.network",
    "firms.productivity",
    "firms.quality",
    "firms.region",
    "firms.sector",
    "firms.workers",
    "networks.project",
  ],
  writes: ["firms.exportStage", "firms.exportSince", "firms.exports", "firms.market", "firms.sales"],
  params: {
    "duty.rate": number({
      label: "Duties",
      unit: "a month, by sector and market",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.05,
      doc: "Chance of a duty against a sector in a market.",
      source: "assumed",
    }),
    "duty.loss": number({
      label: "Withdrawal after a duty",
      unit: "chance",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.35,
      doc: "Chance that an average firm without cover withdraws after a duty.",
      source: "assumed",
    }),
    "politics.rate": number({
      label: "Politics",
      unit: "a month, by market",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.02,
      doc: "Chance of a political shock in a market.",
      source: "assumed",
    }),
    "politics.loss": number({
      label: "Withdrawal after a political shock",
      unit: "chance",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Chance that an average firm without cover withdraws after it.",
      source: "assumed",
    }),
    "exchange.rate": number({
      label: "Exchange rates",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.06,
      doc: "Chance that the exchange rate turns against all exporters.",
      source: "assumed",
    }),
    "exchange.loss": number({
      label: "Withdrawal after the rate turns",
      unit: "chance",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.25,
      doc: "Chance that an average firm without cover withdraws after it.",
      source: "assumed",
    }),
    network: number({
      label: "Cover by a network",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of such losses that partners take off a member of a running network.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { firms, regions, clusters, cells } = world;
    const duties = draws("duties");
    const politics = draws("politics");
    const turns = draws("exchange").uniform(0, 0) < settings["exchange.rate"];
    const upheaval = [0, 0, NEIGHBOUR, WORLD].map((market) => politics.uniform(0, market) < settings["politics.rate"]);
    const hit = draws("hit");
    for (let i = 0; i < firms.count; i++) {
      if (firms.exportStage[i] === AT_HOME || !firms.alive[i]) continue;
      const region = firms.region[i];
      const market = firms.market[i];
      const hasDuty = duties.uniform(firms.sector[i], market) < settings["duty.rate"];
      let loss = hasDuty ? settings["duty.loss"] * (1 - regions.defence[region]) : 0;
      if (upheaval[market]) loss = together(loss, settings["politics.loss"]);
      if (turns) loss = together(loss, settings["exchange.loss"]);
      if (loss === 0) continue;
      const inNetwork = firms.network[i] >= 0 && isRunning(world, firms.network[i]);
      const shared = together(regions.cover[region], clusters.cover[cellOf(cells, region, firms.sector[i])]);
      const cover = together(shared, inNetwork ? settings.network : 0);
      const chance = (loss * (1 - cover)) / capabilityAbroad(world, i);
      if (hit.uniform(firms.keyHigh[i], firms.keyLow[i]) < chance) returnHome(world, i);
    }
  },
});
