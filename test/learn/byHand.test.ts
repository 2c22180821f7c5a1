import { expect, test } from "vitest";
import { Session } from "../../src/host/session.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { findGroup, playRound } from "../../ui/learn/byHand.ts";
import { lessonOf } from "../../ui/learn/lesson.ts";

/** What lesson 3 says of the game by hand, which no check can say: a check has no hand. */

const SEATS = [1, 2, 3];

test("who skips once is trusted less half a year later than before, and a year later less than who never did", async () => {
  const act = lessonOf("slow-up-fast-down")?.act;
  if (act?.kind !== "pay") throw new Error("Lesson 3 is played by hand.");
  for (const seat of SEATS) {
    const engine = new Session(CATALOGUE);
    const seed = `class/${seat}/1`;
    const group = await findGroup(engine, act, seed);
    if (group === null) throw new Error("No group was found.");
    const trust = async (choices: readonly boolean[]) => (await playRound(engine, act, seed, group, choices)).trust;
    const paying = (months: number) => Array.from({ length: months / act.months }, () => true);
    expect(await trust([false, ...paying(6)])).toBeLessThan(group.trust);
    expect(await trust([false, ...paying(12)])).toBeLessThan(await trust([true, ...paying(12)]));
  }
});
