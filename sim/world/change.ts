import { addRow } from "../kernel/columns.ts";
import { clamp } from "../kernel/math.ts";
import type { Rules } from "./rules.ts";
import { outsideAtBirth } from "./birth.ts";
import { venturesOf } from "./ventures.ts";
import type { World } from "./world.ts";

/** Rules that change while a world runs: a lever is moved in the middle of it. */

/** Other rules hold from now on; no column changes. */
export function govern(world: World, rules: Rules): void {
  const [, ...offered] = world.ventures;
  world.rules = rules;
  world.ventures = venturesOf(
    rules,
    offered.map(({ plan }) => plan),
  );
}

/** A region's own values keep their distance from the mean, which goes to the value that is set. */
function moveRegions(world: World, name: "trust" | "law" | "dispersion", mean: number): void {
  const { regions } = world;
  const values = regions[name];
  let sum = 0;
  for (let r = 0; r < regions.count; r++) sum += values[r];
  const shift = mean - sum / Math.max(1, regions.count);
  for (let r = 0; r < regions.count; r++) {
    values[r] = name === "dispersion" ? Math.max(0, values[r] + shift) : clamp(values[r] + shift, 0, 1);
  }
}

/** What a firm has gained or lost in links abroad since its birth stays on top of what it would be born with. */
function moveLinks({ firms }: World, before: Rules, now: Rules): void {
  for (let i = 0; i < firms.count; i++) {
    const born = Math.fround(outsideAtBirth(before, firms.openness[i]));
    firms.outside[i] = clamp(outsideAtBirth(now, firms.openness[i]) + (firms.outside[i] - born), 0, 1);
  }
}

/** Columns that were filled from the rules follow them: what places are like, and the programme's own brokers. */
export function adapt(world: World, before: Rules, now: Rules): void {
  for (const name of ["trust", "law", "dispersion"] as const) {
    if (now.region[name] !== before.region[name]) moveRegions(world, name, now.region[name]);
  }
  if (now.openness.pipelines !== before.openness.pipelines) moveLinks(world, before, now);
  const { brokers, networks } = world;
  let own = 0;
  for (let b = 0; b < brokers.count; b++) {
    if (brokers.generation[b] !== 1) continue;
    if (now.brokers.skill !== before.brokers.skill) {
      brokers.skill[b] = clamp(brokers.skill[b] + now.brokers.skill - before.brokers.skill, 0, 1);
    }
    own += 1;
  }
  for (; own < now.brokers.count; own++) {
    const row = addRow(brokers);
    brokers.skill[row] = now.brokers.skill;
  }
  // Those who lose their post keep their rows, since networks remember them; where nobody has met yet, they go.
  if (networks.count === 0 && own === brokers.count) brokers.count = Math.min(own, now.brokers.count);
}
