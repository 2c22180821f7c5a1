import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PatternResult } from "../../sim/index.ts";
import { parseChecks, runChecks } from "../../sim/index.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/**
 * The short form of `npm run check:patterns`: the patterns at the heart of the model, with three worlds and signs alone.
 * Whether they hold beyond chance and within their bands is for the long form to say.
 */
const HEART = ["P1", "P3", "P4", "P5", "P8", "P16"];
const WORLDS = 3;
/** Bands are half as wide again to either side: three worlds tell no more. */
const SLACK = 0.5;

const document = JSON.parse(readFileSync(new URL("../../scenarios/checks.json", import.meta.url), "utf8"));

interface Claim {
  readonly kind: string;
  readonly sign?: string;
  readonly low?: number;
  readonly high?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Whether a claim's figure lies on the claimed side. */
function pointsRight({ kind, sign, low, high, least, most }: Claim, figure: number): boolean {
  if (kind === "band") return figure >= (low ?? -Infinity) * (1 - SLACK) && figure <= (high ?? Infinity) * (1 + SLACK);
  if (kind === "difference") return sign === "more" ? figure > 0 : figure < 0;
  if (kind === "ratio") return figure > (least === undefined ? 0 : 1) && figure < (most === undefined ? Infinity : 1);
  throw new Error(`${kind} is not judged here.`);
}

test("the patterns at the heart of the model point the right way", async () => {
  const checks = document.checks.filter(({ id }: { id: string }) => HEART.includes(id));
  const parsed = parseChecks({ ...document, checks }, CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  // What defines a check is for the long form, too.
  const bare = parsed.value.map((each) => ({ ...each, bare: undefined }));
  const wrong: string[] = [];
  let at = 0;
  for await (const result of runChecks(bare, { run: runHere(CATALOGUE), replicates: WORLDS })) {
    const { claims } = result as PatternResult;
    (checks[at].claims as Claim[]).forEach((claim, k) => {
      const { figure, claim: words } = claims[k];
      if (figure === null || !pointsRight(claim, figure)) wrong.push(`${result.id}: ${words}: ${figure}`);
    });
    at += 1;
  }
  expect([at, wrong]).toEqual([HEART.length, []]);
});
