import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import type { GivenFirm, GivenFirms, RegionPlan, SectorPlan } from "../world/regions.ts";
import { MAIN_MODEL } from "./catalogue.ts";
import type { ScenarioDocument } from "./schema.ts";

/** Firms and ties that a document names one by one. */

/** Firms that one firm may know at the start; a full table of ties forgets the weakest. */
const MOST_TIES_OF_ONE = 24;
const MOST_PROBLEMS = 50;

interface Places {
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
}

type Firms = Pick<ScenarioDocument, "firms" | "ties">;

/** Rows by id. */
function rowsOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, row) => [id, row]));
}

function firmsOf(firms: NonNullable<Firms["firms"]>, places: Places, problems: Problem[]): readonly GivenFirm[] {
  const regions = rowsOf(places.regions);
  const sectors = rowsOf(places.sectors);
  const seen = new Set<string>();
  return firms.map(({ id, place, sector, workers, x, y }, at) => {
    const wrong = (key: string, value: unknown, expected: string, mend: string): void => {
      problems.push({ path: `/firms/${at}/${key}`, value: shown(value), expected, mend });
    };
    const region = regions.get(place);
    const trade = sectors.get(sector);
    if (seen.has(id)) wrong("id", id, "an id that is used once", "Give each firm its own id.");
    seen.add(id);
    if (region === undefined) {
      wrong("place", place, "the id of a region", didYouMean(place, regions.keys(), "Add it to the list of regions."));
    }
    if (trade === undefined) {
      wrong(
        "sector",
        sector,
        "the id of a sector",
        didYouMean(sector, sectors.keys(), "Add it to the list of sectors."),
      );
    }
    if ((x === undefined) !== (y === undefined)) {
      wrong(
        x === undefined ? "x" : "y",
        undefined,
        "both x and y, or neither",
        "Add the other one, or leave both out.",
      );
    }
    return { region: region ?? 0, sector: trade ?? 0, workers, x, y };
  });
}

function tiesOf(
  ties: NonNullable<Firms["ties"]>,
  firms: NonNullable<Firms["firms"]>,
  problems: Problem[],
): readonly (readonly [number, number])[] {
  const rows = rowsOf(firms);
  const counts = new Int32Array(firms.length);
  const seen = new Set<number>();
  return ties.map(({ from, to }, at): readonly [number, number] => {
    const wrong = (key: string, value: string, expected: string, mend: string): void => {
      problems.push({ path: `/ties/${at}/${key}`, value: shown(value), expected, mend });
    };
    const [a, b] = [rows.get(from), rows.get(to)];
    if (a === undefined) wrong("from", from, "the id of a firm", "Mend the id, or add the firm.");
    if (b === undefined) wrong("to", to, "the id of a firm", "Mend the id, or add the firm.");
    if (a === undefined || b === undefined) return [0, 0];
    if (a === b) wrong("to", to, "another firm", "Leave the tie out.");
    const pair = Math.min(a, b) * firms.length + Math.max(a, b);
    if (seen.has(pair)) wrong("to", to, "each pair of firms once", "Leave the second one out.");
    seen.add(pair);
    for (const row of [a, b]) {
      counts[row] += 1;
      if (counts[row] !== MOST_TIES_OF_ONE + 1) continue;
      wrong("from", firms[row].id, `at most ${MOST_TIES_OF_ONE} ties of one firm`, "Keep the closest ones.");
    }
    return [a, b];
  });
}

/** Named firms and their ties as a world takes them, or undefined where a document names none; problems go to the list. */
export function givenOf(
  { firms, ties }: Firms,
  places: Places,
  model: Model,
  problems: Problem[],
): GivenFirms | undefined {
  if (firms === undefined) {
    if (ties === undefined) return undefined;
    const expected = "firms that the ties lead to";
    problems.push({ path: "/ties", value: `${ties.length} ties`, expected, mend: "Add the list of firms." });
    return undefined;
  }
  const refuse = (value: string, expected: string, mend: string): undefined => {
    problems.push({ path: "/firms", value, expected, mend });
  };
  if (model.id !== MAIN_MODEL) {
    return refuse(`${firms.length} firms`, `no firms: ${model.id} makes its own`, "Leave them out.");
  }
  if (places.regions.length === 0 || places.sectors.length === 0) {
    return refuse(
      `${firms.length} firms`,
      "regions and sectors that the firms belong to",
      "Name them in the document.",
    );
  }
  const found: Problem[] = [];
  const given = {
    firms: firmsOf(firms, places, found),
    ties: ties === undefined ? undefined : tiesOf(ties, firms, found),
  };
  problems.push(...found.slice(0, MOST_PROBLEMS));
  return given;
}
