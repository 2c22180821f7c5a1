import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { markdownTable } from "../../src/cli/markdown.ts";
import { figure } from "../../src/cli/table.ts";

/** The tables of MODEL.md that rest on runs: made of what `profile` and `analyse` wrote into `scenarios/evidence/`. */

interface Point {
  readonly value: number;
  readonly misses: Readonly<Record<string, number | null>>;
  readonly loss: number | null;
}

interface Profiles {
  readonly modelVersion: string;
  readonly replicates: number;
  readonly checks: readonly string[];
  readonly profiles: readonly {
    readonly parameter: string;
    readonly start: number;
    readonly points: readonly Point[];
  }[];
}

interface Screening {
  readonly modelVersion: string;
  readonly runs: number;
  readonly failed: number;
  readonly measures: readonly {
    readonly id: string;
    readonly finding: {
      readonly parameters: readonly {
        readonly path: string;
        readonly muStar: { readonly value: number | null };
        readonly sigma: { readonly value: number | null };
        readonly mu: { readonly value: number | null };
      }[];
    };
  }[];
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../scenarios/evidence/${name}.json`, import.meta.url), "utf8"));
}

/** A loss above this is more than the worlds' own chance. */
const MOVED = 0.05;

/** How far the patterns pin a parameter down. */
function verdict(points: readonly Point[], start: number): string {
  const base = points.find(({ value }) => value === start)?.loss ?? 0;
  const isWorse = ({ loss }: Point) => loss === null || loss > base + MOVED;
  const below = points.some((point) => point.value < start && isWorse(point));
  const above = points.some((point) => point.value > start && isWorse(point));
  if (below && above) return "identified";
  return below ? "from below" : above ? "from above" : "free";
}

function cell({ value, loss, misses }: Point): string {
  const missed = Object.entries(misses).filter(([, miss]) => miss === null || miss > 0);
  const names = missed.map(([id]) => id).join(", ");
  return `${figure(value)}: ${figure(loss)}${names === "" ? "" : ` (${names})`}`;
}

function profileTable(): string {
  const { modelVersion, replicates, checks, profiles } = read("profile") as Profiles;
  const most = Math.max(...profiles.map(({ points }) => points.length));
  const rows = profiles.map(({ parameter, start, points }) => [
    `\`${parameter}\``,
    verdict(points, start),
    ...Array.from({ length: most }, (_, at) => (points[at] === undefined ? "" : cell(points[at]))),
  ]);
  const head = ["parameter", "by the patterns", "value: loss (patterns missed)", ...Array<string>(most - 1).fill("")];
  return (
    `Model ${modelVersion}, ${replicates} worlds of each arm, patterns ${checks.join(", ")}. Made by ` +
    `\`npm run calibrate:profile\`, in the worlds of \`scenarios/checks.json\`.\n\n${markdownTable(head, rows)}`
  );
}

/** Rows that are printed; the rest is counted. */
const SHOWN = 20;
/** Share of the strongest effect below which a parameter hardly matters. */
const SLIGHT = 0.1;

function screeningTable(): string {
  const { modelVersion, runs, failed, measures } = read("screening") as Screening;
  const strongest = measures.map(({ finding }) =>
    Math.max(...finding.parameters.map(({ muStar }) => muStar.value ?? 0)),
  );
  const rows = measures[0].finding.parameters.map(({ path }, at) => {
    const effects = measures.map(({ finding }) => finding.parameters[at]);
    const shares = effects.map(({ muStar }, k) => (strongest[k] > 0 ? (muStar.value ?? 0) / strongest[k] : 0));
    return { path, effects, weight: Math.max(...shares) };
  });
  const sorted = rows.toSorted((a, b) => b.weight - a.weight);
  const shown = sorted.slice(0, SHOWN).map(({ path, effects }) => [
    `\`${path}\``,
    ...effects.map(({ mu, muStar, sigma }) => {
      const sign = (mu.value ?? 0) < 0 ? "-" : "+";
      return `${sign} ${figure(muStar.value)} / ${figure(sigma.value)}`;
    }),
  ]);
  const slight = rows.filter(({ weight }) => weight < SLIGHT).length;
  const none = rows.filter(({ weight }) => weight === 0).length;
  const table = markdownTable(["parameter", ...measures.map(({ id }) => `\`${id}\``)], shown);
  return (
    `Model ${modelVersion}, ${rows.length} parameters, ${runs} runs (${failed} without a result); sign of the mean effect, mu* / sigma. The ` +
    `${Math.min(SHOWN, rows.length)} strongest; ${slight} of all stay below a tenth of the strongest in every measure, ` +
    `${none} of these change nothing at all. Made by \`npm run calibrate:screening\` from \`examples/assumptions.json\`.` +
    `\n\n${table}`
  );
}

/** Takes what `npm run calibrate:screening` found, where it has been run here: the figures that the table needs. */
export function takeScreening(): void {
  const found = new URL("../../assumptions/analysis/analysis.json", import.meta.url);
  if (!existsSync(found)) return;
  const { modelVersion, runs, failed, measures } = JSON.parse(readFileSync(found, "utf8")) as Screening;
  const value = ({ value: figureOf }: { readonly value: number | null }) => ({
    value: figureOf === null ? null : Number(figureOf.toPrecision(6)),
  });
  const kept: Screening = {
    ...{ modelVersion, runs, failed },
    measures: measures.map(({ id, finding: { parameters } }) => ({
      id,
      finding: {
        parameters: parameters.map(({ path, mu, muStar, sigma }) => ({
          ...{ path, mu: value(mu), muStar: value(muStar), sigma: value(sigma) },
        })),
      },
    })),
  };
  const file = new URL("../../scenarios/evidence/screening.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(kept)}\n`);
}

export const EVIDENCE: ReadonlyMap<string, () => string> = new Map([
  ["profile", profileTable],
  ["screening", screeningTable],
]);
