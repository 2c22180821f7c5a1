import type { Results } from "../../sim/index.ts";
import type { Folder } from "./folder.ts";
import type { RunRange } from "../../sim/index.ts";
import type { Damaged } from "./parts.ts";
import { missingIn, rowLines, survey } from "./parts.ts";
import { rowOfLine } from "./rows.ts";

/** What the runs of a folder gave, or what is missing for that. */
export type Gathered =
  | { readonly ok: true; readonly results: Results }
  | { readonly ok: false; readonly missing: readonly RunRange[]; readonly damaged: readonly Damaged[] };

/** Values of all measures from the rows of a complete experiment; every part's bytes are checked before. */
export function gather(folder: Folder): Gathered {
  const { plan } = folder;
  const { parts, damaged } = survey(folder);
  const missing = missingIn(parts, { from: 1, to: plan.runs });
  if (missing.length > 0) return { ok: false, missing, damaged };
  const { experiment, design, runs } = plan;
  const columns = experiment.measures.map(() => new Array<number | null>(runs).fill(null));
  let failed = 0;
  for (const line of rowLines(folder, parts, runs)) {
    const { run, status, measures } = rowOfLine(line);
    if (status !== "ok") failed += 1;
    measures.forEach((value, at) => (columns[at][run - 1] = value));
  }
  const values = new Map(experiment.measures.map((id, at) => [id, columns[at]]));
  return { ok: true, results: { experiment, design, values, failed } };
}
