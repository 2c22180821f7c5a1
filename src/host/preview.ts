import type { Preview, Reply } from "../../sim/contract.ts";
import type { Catalogue, World } from "../../sim/index.ts";
import { Run, resolve } from "../../sim/index.ts";

/** Firms that a preview shows; a larger region is drawn with so many. */
const SHOWN = 400;
/** The model whose regions can be shown. */
const MODEL = "distretto";

/** A scenario before it is opened: a world of few firms at month 0, or what is wrong with it. */
export function previewOf(scenario: unknown, catalogue: Catalogue): Reply<Preview> {
  const resolved = resolve(scenario, {}, catalogue);
  if (!resolved.ok) return resolved;
  const { plan, name, values } = resolved.value;
  if (plan.model.id !== MODEL) {
    const mend = "Reference models run on the command line.";
    return { ok: false, problems: [{ path: "/model", value: plan.model.id, expected: MODEL, mend }] };
  }
  const count = Number(values["firms.count"]);
  const isSmall = plan.given !== undefined || count <= SHOWN;
  const few = isSmall ? resolved : resolve(scenario, { settings: { "firms.count": SHOWN } }, catalogue);
  if (!few.ok) return few;
  const { world } = new Run(few.value.plan, { measures: false, decisions: false });
  const { firms, ties, regionPlans, sectorPlans } = world as World;
  const pairs: number[] = [];
  if (plan.given?.ties !== undefined) {
    for (let i = 0; i < firms.count; i++) {
      for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++) {
        if (ties.partner[tie] > i) pairs.push(i, ties.partner[tie]);
      }
    }
  }
  const { title, about, question } = resolved.value;
  return {
    ok: true,
    value: {
      name,
      title,
      about,
      question,
      months: plan.months,
      firms: count,
      regions: regionPlans.map(({ id, name: town, x, y }) => ({ id, name: town, x, y })),
      sectors: sectorPlans.map(({ id, name: trade }) => ({ id, name: trade })),
      x: firms.x.slice(0, firms.count),
      y: firms.y.slice(0, firms.count),
      sector: firms.sector.slice(0, firms.count),
      ties: Int32Array.from(pairs),
    },
  };
}
