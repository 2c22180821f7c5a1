import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { RegionPlan, SectorPlan } from "../world/regions.ts";
import type { ScenarioDocument } from "./schema.ts";
import { inLanguage } from "./words.ts";

type Places = Pick<ScenarioDocument, "regions" | "sectors">;

/** Ids that stand there twice. */
function repeated(list: "regions" | "sectors", rows: readonly { readonly id: string }[], problems: Problem[]): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, at) => {
    if (seen.has(id)) {
      const mend = "Give each its own id.";
      problems.push({ path: `/${list}/${at}/id`, value: shown(id), expected: "an id that is used once", mend });
    }
    seen.add(id);
  });
}

function shareProblems(regions: NonNullable<Places["regions"]>, known: readonly string[], problems: Problem[]): void {
  const named = regions.filter((region) => region.share !== undefined);
  const total = named.reduce((sum, region) => sum + (region.share ?? 0), 0);
  if (named.length > 0 && (named.length < regions.length || !(total > 0))) {
    const value = `${named.length} of ${regions.length} regions, ${total} in all`;
    const expected = "a share for every region and a sum above 0, or none at all";
    problems.push({ path: "/regions", value, expected, mend: "Add the missing shares, or take all away." });
  }
  regions.forEach(({ sectors }, at) => {
    if (sectors === undefined) return;
    const path = `/regions/${at}/sectors`;
    for (const id of Object.keys(sectors)) {
      if (known.includes(id)) continue;
      const mend = didYouMean(id, known, "Add it to the list of sectors.");
      problems.push({ path: `${path}/${id}`, value: shown(id), expected: `one of ${known.join(", ")}`, mend });
    }
    const sum = Object.values(sectors).reduce((all, share) => all + share, 0);
    if (!(sum > 0)) {
      problems.push({
        path,
        value: String(sum),
        expected: "shares with a sum above 0",
        mend: "Leave it out for equal shares.",
      });
    }
  });
}

/** Regions and sectors as a world takes them: field by field, texts in one language; problems go to the list. */
export function placesOf(
  { regions = [], sectors = [] }: Places,
  language: string,
  problems: Problem[],
): { regions: readonly RegionPlan[]; sectors: readonly SectorPlan[] } {
  repeated("regions", regions, problems);
  repeated("sectors", sectors, problems);
  const known = sectors.map((sector) => sector.id);
  shareProblems(regions, known, problems);
  return {
    sectors: sectors.map(({ id, name }) => ({ id, name: inLanguage(name, language) ?? id })),
    regions: regions.map(({ id, name, x, y, share, trust, law, dispersion, radius, sectors: shares }) => ({
      id,
      name: inLanguage(name, language) ?? id,
      x,
      y,
      ...(share !== undefined && { share }),
      ...(trust !== undefined && { trust }),
      ...(law !== undefined && { law }),
      ...(dispersion !== undefined && { dispersion }),
      ...(radius !== undefined && { radius }),
      ...(shares !== undefined && {
        sectors: Object.fromEntries(known.map((sector) => [sector, shares[sector] ?? 0])),
      }),
    })),
  };
}
