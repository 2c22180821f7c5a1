import { number } from "../kernel/params.ts";
import { buysForSector, discountFor, inputPriceFor, inputsOf, isBuying, worthOfPurchase } from "../world/inputs.ts";
import { contributionsOf } from "../world/members.ts";
import { cellOf } from "../world/regions.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** What each cell's firms spend on inputs. */
function countInputs({ firms, clusters, cells, rules }: World): void {
  clusters.inputs.fill(0);
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i]) clusters.inputs[cellOf(cells, firms.region[i], firms.sector[i])] += firms.sales[i];
  }
  for (let c = 0; c < clusters.count; c++) clusters.inputs[c] *= rules.inputs.share;
}

/** Whether a network buys together and has members to do so: the last may have closed a month before it ends. */
function buysNow(world: World, g: number): boolean {
  return world.networks.size[g] > 0 && isBuying(world, g);
}

/** Networks that buy together agree on a price; a centre for the sector counts the custom of all firms of the cell. */
function buy(world: World): void {
  const { networks, clusters, cells, rules } = world;
  const pooled = new Float64Array(cells.count);
  const open = new Float64Array(cells.count);
  for (let g = 0; g < networks.count; g++) {
    if (!buysNow(world, g) || !buysForSector(world, networks.venture[g])) continue;
    const cell = cellOf(cells, networks.region[g], networks.sector[g]);
    const giving = contributionsOf(world, g) / networks.size[g];
    pooled[cell] += (1 - rules.inputs.custom) * giving * inputsOf(world, g);
    open[cell] = Math.max(open[cell], giving);
  }
  for (let c = 0; c < cells.count; c++) {
    const quantity = pooled[c] + rules.inputs.custom * open[c] * clusters.inputs[c];
    clusters.inputPrice[c] = open[c] > 0 ? 1 - discountFor(world, quantity) : 1;
  }
  for (let g = 0; g < networks.count; g++) {
    if (!buysNow(world, g)) continue;
    const giving = contributionsOf(world, g) / networks.size[g];
    const discount = buysForSector(world, networks.venture[g])
      ? 1 - clusters.inputPrice[cellOf(cells, networks.region[g], networks.sector[g])]
      : discountFor(world, giving * inputsOf(world, g));
    networks.inputPrice[g] = 1 - discount;
    networks.yield[g] = worthOfPurchase(world, networks.venture[g], discount);
  }
}

/** Inputs bought together cost less, the more is bought; what the sector's firms outside save makes them better too. */
export const inputs = mechanism({
  id: "inputs",
  title: "Inputs",
  claim:
    "The best price needs quantity, and the quantity may be more than a network's: then the whole sector must buy.",
  source: "Ceglie & Dini 1999: Masaya, from network to sector",
  reads: [
    "firms.alive",
    "firms.contribution",
    "firms.network",
    "firms.region",
    "firms.sales",
    "firms.sector",
    "networks.project",
    "networks.region",
    "networks.sector",
    "networks.size",
    "networks.venture",
    "regions.inputCost",
    "seats.member",
  ],
  writes: ["clusters.inputs", "clusters.inputPrice", "networks.inputPrice", "networks.yield", "firms.productivity"],
  params: {
    effect: number({
      label: "Effect of cheaper inputs",
      unit: "log productivity a month per share of sales",
      min: 0,
      max: 2,
      step: 0.01,
      start: 0.08,
      doc: "How far what a firm outside saves raises its productivity; members' saving is their project's benefit.",
      source: "assumed: as the effect of a pilot",
    }),
  },
  step({ world, settings }) {
    const { firms, networks, regions, ventures, rules } = world;
    const together = ventures.some(({ plan }) => plan.quantity > 0);
    if (together) {
      countInputs(world);
      buy(world);
    } else if (regions.inputCost.every((cost) => cost === 1)) return;
    for (let i = 0; i < firms.count; i++) {
      const g = firms.network[i];
      const price = g >= 0 && isBuying(world, g) ? regions.inputCost[firms.region[i]] : inputPriceFor(world, i);
      firms.productivity[i] += settings.effect * rules.inputs.share * (1 - price);
    }
    for (let g = 0; g < networks.count; g++) if (!isBuying(world, g)) networks.inputPrice[g] = 1;
  },
});
