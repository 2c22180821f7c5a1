import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PatternResult } from "../../sim/index.ts";
import { parseChecks, runChecks } from "../../sim/index.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/**
 * The short form of `npm run check:patterns` and `npm run check:lessons`: the patterns at the heart of the model and all
 * that lessons claim, with few worlds and signs alone. Whether they hold beyond chance, within their bands and in how
 * many worlds is for the long forms to say.
 */
const HEART = ["P1", "P3", "P4", "P5", "P8", "P16"];
const WORLDS = 3;
const LESSON_WORLDS = 2;
/** Bands are half as wide again to either side: a few worlds tell no more. */
const SLACK = 0.5;

const document = JSON.parse(readFileSync(new URL("../../scenarios/checks.json", import.meta.url), "utf8"));

interface Claim {
  readonly kind: string;
  readonly sign?: string;
  readonly low?: number;
  readonly high?: number;
  readonly least?: number;
  readonly most?: number;
  readonly by?: number;
}

/** Whether a claim's figure lies on the claimed side. */
function pointsRight({ kind, sign, low, high, least, most, by }: Claim, figure: number): boolean {
  if (kind === "band") return figure >= (low ?? -Infinity) * (1 - SLACK) && figure <= (high ?? Infinity) * (1 + SLACK);
  if (kind === "difference") return sign === "more" ? figure > 0 : figure < 0;
  if (kind === "ratio") return figure > (least === undefined ? 0 : 1) && figure < (most === undefined ? Infinity : 1);
  if (kind === "factor") return figure > (least ?? 0) * (1 - SLACK) && figure < (most ?? Infinity) * (1 + SLACK);
  // In more worlds than not.
  if (kind === "mostly") return figure > 0.5;
  // A share is known to a tenth from so few.
  if (kind === "notMore" && by !== undefined) return figure <= by + 0.1;
  throw new Error(`${kind} is not judged here.`);
}

async function wrongOf(
  isAsked: (id: string) => boolean,
  replicates: number,
): Promise<{ asked: number; wrong: string[] }> {
  const checks = document.checks.filter(({ id }: { id: string }) => isAsked(id));
  const parsed = parseChecks({ ...document, checks }, CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // What defines a check is for the long form, too.
  const bare = parsed.value.map((each) => ({ ...each, bare: undefined }));
  const wrong: string[] = [];
  let asked = 0;
  for await (const result of runChecks(bare, { run: runHere(CATALOGUE), replicates })) {
    const { claims } = result as PatternResult;
    (checks[asked].claims as Claim[]).forEach((claim, k) => {
      const { figure, claim: words } = claims[k];
      if (figure === null || !pointsRight(claim, figure)) wrong.push(`${result.id}: ${words}: ${figure}`);
    });
    asked += 1;
  }
  return { asked, wrong };
}

test("the patterns at the heart of the model point the right way", async () => {
  expect(await wrongOf((id) => HEART.includes(id), WORLDS)).toEqual({ asked: HEART.length, wrong: [] });
});

test("what lessons claim points the right way", async () => {
  const { asked, wrong } = await wrongOf((id) => id.startsWith("lesson."), LESSON_WORLDS);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(30);
});
