import { expect, test } from "vitest";
import { DISK } from "../../src/experiment/disk.ts";
import { openFolder } from "../../src/experiment/folder.ts";
import { verify } from "../../src/experiment/verify.ts";
import { inNew, resultsIn } from "../experiment/small.ts";
import { Killed, dyingDisk } from "./faultyDisk.ts";
import { IS_LONG, LIMIT, batchOn, undisturbed } from "./undisturbed.ts";

/** R1: killed at every call to the disk, before it and after half a write, then resumed: the same bytes. */

/** Every call in the long form, some in the short one. */
const STEP = IS_LONG ? 1 : 29;

/** How many calls a whole batch makes. */
function callsOf(): Promise<number> {
  return inNew(async (path) => {
    const { disk, calls } = dyingDisk(Number.POSITIVE_INFINITY, false);
    await batchOn(disk, path);
    return calls();
  });
}

test.each([
  ["before a call", false],
  ["after half a write", true],
])(
  "R1: killed %s, then resumed",
  async (_, half) => {
    const [right, calls] = [await undisturbed(), await callsOf()];
    expect(calls).toBeGreaterThan(100);
    for (let at = 1; at <= calls; at += STEP) {
      await inNew(async (path) => {
        await expect(batchOn(dyingDisk(at, half).disk, path), `call ${at}`).rejects.toThrow(Killed);
        await batchOn(DISK, path);
        expect(resultsIn(path), `call ${at}`).toEqual(right);
        expect(verify(openFolder(path)), `call ${at}`).toMatchObject({ damaged: [], missing: [], merged: true });
      });
    }
  },
  LIMIT,
);

test(
  "R1: killed again and again on the way: nothing is lost, doubled or torn",
  async () => {
    const [right, calls] = [await undisturbed(), await callsOf()];
    await inNew(async (path) => {
      let deaths = 0;
      for (let at = 3; ; at += IS_LONG ? 1 : 11) {
        try {
          await batchOn(dyingDisk(at % calls, at % 2 === 0).disk, path);
          break;
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
          deaths += 1;
        }
      }
      expect(deaths).toBeGreaterThan(3);
      expect(resultsIn(path)).toEqual(right);
    });
  },
  LIMIT,
);
