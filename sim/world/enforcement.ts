import { guidance } from "./brokers.ts";
import { lawInside } from "./dilemma.ts";
import type { World } from "./world.ts";

/** What a network can see and enforce: shared by the firm that thinks of it and by the network that does it. */

/** Largest chance of being seen. */
const MOST_SEEN = 0.95;
/** Law below which it adds nothing to the fine that can be enforced. */
const LAW_FLOOR = 0.4;

/** l_g for one member: the rule of law at its place, and what the network adds. */
export function lawFor(world: World, g: number, i: number): number {
  const { regions, firms, networks, rules } = world;
  return lawInside(rules, regions.law[firms.region[i]], networks.led[g] === 1, networks.legal[g] === 1);
}

/** pi: chance that a low contribution is seen; it falls with size, grows with guidance and law. */
export function chanceSeen(world: World, g: number, law: number): number {
  const { sanctions } = world.rules;
  const watch = sanctions.watch * (1 + sanctions["watch.help"] * guidance(world, g)) + sanctions["watch.law"] * law;
  return Math.min(MOST_SEEN, (watch * 12) / (world.networks.size[g] + 6));
}

/** The fine a member would pay, as a share of its sales: what was agreed, capped by what can be enforced. */
export function fineFor(world: World, g: number, contribution: number, law: number): number {
  const { sanctions } = world.rules;
  if (!sanctions.fines || world.networks.rules[g] === 0) return 0;
  const cap = sanctions.cap + sanctions["cap.law"] * Math.max(0, law - LAW_FLOOR);
  return Math.min(sanctions.fine * contribution, cap);
}
