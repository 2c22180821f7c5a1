import { expect, test } from "vitest";
import type { StudyRequest } from "../../sim/contract.ts";
import type { StoppableHand } from "../../src/host/ahead.ts";
import { Ahead } from "../../src/host/ahead.ts";
import { playHere, runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { Studies } from "../../src/host/studies.ts";

const request: StudyRequest = {
  arms: [
    { name: "Programme", scenario: "honduras" },
    { name: "No programme", scenario: "honduras", settings: { "brokers.count": 0 } },
  ],
  settings: { "firms.count": 60, months: 12 },
  replicates: 4,
  seed: "s",
  target: { measure: "networks.alive", value: 3, sense: "least" },
  budget: null,
  valuation: { rate: 0.05, valueAdded: 0.4 },
};

/** Two hands; what they play, finish and give up is written down. */
function crew(room?: number) {
  const begun: string[] = [];
  const given: string[] = [];
  const hand = (): StoppableHand => {
    let isStopped = false;
    return {
      async play(job) {
        const name = `${String(job.settings["seed"])} ${String(job.settings["brokers.count"] ?? "")}`;
        begun.push(name);
        isStopped = false;
        // Messages have their turn before the first month, as they have between a real worker's months.
        await new Promise((resume) => setTimeout(resume, 5));
        return playHere(job, CATALOGUE, () => {
          if (!isStopped) return;
          given.push(name);
          throw new Error("given up");
        });
      },
      stop: () => void (isStopped = true),
    };
  };
  const ahead = new Ahead(() => [hand(), hand()], room);
  return { begun, given, ahead, studies: new Studies(CATALOGUE, ahead.run) };
}

async function untilBegun(begun: readonly string[], count: number): Promise<void> {
  while (begun.length < count) await new Promise((resume) => setTimeout(resume, 2));
}

async function plain(asked: StudyRequest) {
  return new Studies(CATALOGUE, runHere(CATALOGUE)).compare(asked, () => undefined);
}

test("worlds that were played ahead are those of the comparison, and none is played twice", async () => {
  const { begun, given, ahead, studies } = crew();
  ahead.prepare(studies.first(request));
  await untilBegun(begun, 5);
  // Another name, another target value: the same worlds.
  const asked = { ...request, target: { ...request.target, value: 5 } };
  ahead.prepare(studies.first(asked));
  ahead.keep(studies.first(asked));
  const reply = await studies.compare(asked, () => undefined);
  expect(reply).toEqual(await plain(asked));
  expect(begun).toHaveLength(8);
  expect(new Set(begun).size).toBe(8);
  expect(given).toEqual([]);
});

test("worlds of a question that is asked no more are given up at once, and the answer is that of the new one", async () => {
  const { begun, given, ahead, studies } = crew();
  ahead.prepare(studies.first(request));
  await untilBegun(begun, 2);
  const asked = { ...request, seed: "t" };
  ahead.keep(studies.first(asked));
  const reply = await studies.compare(asked, () => undefined);
  expect(reply).toEqual(await plain(asked));
  expect(given).toEqual(["s/1 ", "s/1 0"]);
  expect(begun.filter((name) => name.startsWith("s/"))).toHaveLength(2);
  expect(begun.filter((name) => name.startsWith("t/"))).toHaveLength(8);
});

test("what has been played is not played again: for one option more only its own worlds, as far as there is room", async () => {
  const { begun, ahead, studies } = crew();
  await studies.compare(request, () => undefined);
  expect(begun).toHaveLength(8);
  const half = { name: "Half", scenario: "honduras", settings: { "brokers.count": 4 } };
  const asked = { ...request, arms: [...request.arms.slice(0, 1), half, ...request.arms.slice(1)] };
  ahead.keep(studies.first(asked));
  expect(await studies.compare(asked, () => undefined)).toEqual(await plain(asked));
  expect(begun.slice(8)).toEqual(["s/1 4", "s/2 4", "s/3 4", "s/4 4"]);

  const small = crew(1);
  await small.studies.compare(request, () => undefined);
  await small.studies.compare(request, () => undefined);
  expect(small.begun).toHaveLength(16);
});

test("nobody waits: nothing is played on", async () => {
  const { begun, given, ahead, studies } = crew();
  ahead.prepare(studies.first(request));
  await untilBegun(begun, 2);
  ahead.prepare([]);
  await new Promise((resume) => setTimeout(resume, 60));
  expect([begun.length, given.length]).toEqual([2, 2]);
});

test("a hand that dies while nobody waits costs nobody an answer", async () => {
  let asked = 0;
  const ahead = new Ahead(() => {
    asked += 1;
    const play: StoppableHand["play"] =
      asked === 1 ? () => Promise.reject(new Error("It is no more.")) : (job) => playHere(job, CATALOGUE);
    return [{ play, stop: () => undefined }];
  });
  const studies = new Studies(CATALOGUE, ahead.run);
  ahead.prepare(studies.first(request));
  await new Promise((resume) => setTimeout(resume, 5));
  expect(await studies.compare(request, () => undefined)).toEqual(await plain(request));
  expect(asked).toBe(2);
});

test("no more is played ahead than a first answer needs, and nothing that costs much", () => {
  const { studies } = crew();
  const count = (change: Partial<StudyRequest>) => studies.first({ ...request, ...change }).length;
  expect(count({ replicates: 200 })).toBe(40);
  expect(count({ replicates: 3 })).toBe(6);
  expect(count({ replicates: 200, settings: { "firms.count": 10_000, months: 120 } })).toBe(3);
  expect(count({ replicates: 200, settings: { "firms.count": 100_000, months: 120 } })).toBe(0);
  expect(count({ settings: { "firms.count": -1 } })).toBe(0);
});
