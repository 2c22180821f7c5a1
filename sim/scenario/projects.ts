import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import { projectPlan } from "../world/catalogue.ts";
import type { ProjectPlan } from "../world/ventures.ts";
import type { ProjectDocument, ScenarioDocument } from "./schema.ts";
import { inLanguage } from "./words.ts";

/** What is stated of a thing, without what is left open. */
function stated<T extends object>(thing: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(thing ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** A project as a scenario writes it, made whole. */
function ownProject(document: ProjectDocument, language: string): ProjectPlan {
  const { title, claim, source, raises, needs, ...rest } = document;
  const { id, stage, ...factors } = rest;
  return projectPlan({
    ...stated(factors),
    id,
    stage,
    title: inLanguage(title, language) ?? id,
    claim: inLanguage(claim, language) ?? "",
    source: inLanguage(source, language) ?? "the scenario",
    raises: stated(raises),
    needs: stated(needs),
  });
}

/** The projects on offer: those of the catalogue by id, and a scenario's own; problems go to the list. */
export function projectsOf(
  list: ScenarioDocument["projects"],
  model: Model,
  language: string,
  problems: Problem[],
): readonly ProjectPlan[] {
  const known = model.projects ?? [];
  const ids = known.map(({ id }) => id);
  const found: ProjectPlan[] = [];
  (list ?? []).forEach((entry, at) => {
    const path = `/projects/${at}`;
    const plan = typeof entry === "string" ? known.find(({ id }) => id === entry) : ownProject(entry, language);
    if (known.length === 0) {
      const expected = `no projects: ${model.id} makes no use of them`;
      problems.push({ path, value: shown(entry), expected, mend: "Leave them out." });
    } else if (plan === undefined) {
      const mend = didYouMean(entry as string, ids, "Run `distretto describe project` for the list.");
      problems.push({ path, value: shown(entry), expected: "the id of a project, or one of your own", mend });
    } else if (found.some(({ id }) => id === plan.id)) {
      problems.push({ path, value: shown(plan.id), expected: "an id that is used once", mend: "Leave one out." });
    } else found.push(plan);
  });
  return found;
}
