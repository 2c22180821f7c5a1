import "@vitest/web-worker";
import { wrap } from "comlink";
import { describe, expect, test } from "vitest";
import type { Engine } from "../../sim/contract.ts";
import { Session } from "../../src/host/session.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** The engine behind its contract: as a session in this thread, and through the browser's worker. */

const SMALL = { "firms.count": 200, "brokers.count": 3, "brokers.start": 2, "brokers.effort": 16 };
const REQUEST = { scenario: "honduras", settings: SMALL, watch: ["networks.alive", "networks.formed"] };

function throughWorker(): Engine {
  const worker = new Worker(new URL("../../src/host/engineWorker.ts", import.meta.url), { type: "module" });
  return wrap<Engine>(worker);
}

async function problemsOf(engine: Engine, request: Parameters<Engine["open"]>[0]) {
  const reply = await engine.open(request);
  return reply.ok ? [] : reply.problems;
}

describe.each([
  ["in-process", () => new Session(CATALOGUE) as Engine],
  ["worker", throughWorker],
])("%s", (_, start) => {
  test("months may be asked for in any order, and come back exactly as they were", async () => {
    const engine = start();
    const opened = await engine.open(REQUEST);
    expect(opened.ok && opened.value.x.length).toBe(200);
    const there = [await engine.hash(5), await engine.hash(40), await engine.hash(17)];
    const back = [await engine.hash(40), await engine.hash(17), await engine.hash(5)];
    expect([back[2], back[0], back[1]]).toEqual(there);
    expect(new Set(there).size).toBe(3);
    const frame = await engine.frame(30);
    expect(frame.month).toBe(30);
    expect(frame.measures["networks.formed"]).toBeGreaterThan(0);
    expect(await engine.frame(30)).toEqual(frame);
    expect((await engine.story(30)).networks.length).toBe(frame.measures["networks.formed"]);
    expect((await engine.series(30)).months.length).toBe(31);
    const union = await engine.union();
    expect(union.starts.length).toBeGreaterThan(frame.networks.row.length);
  });

  test("a firm tells why, and its terms sum to its utility", async () => {
    const engine = start();
    await engine.open(REQUEST);
    const { network } = await engine.frame(30);
    const { why } = await engine.firm(
      network.findIndex((row) => row >= 0),
      30,
    );
    const sum = why?.terms.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(why?.utility as number, 12);
  });

  test("bad input comes back as problems, and the world that was open stays open", async () => {
    const engine = start();
    await engine.open(REQUEST);
    const hash = await engine.hash(10);
    expect(await problemsOf(engine, { scenario: "hondurs" })).toMatchObject([{ path: "scenario" }]);
    expect(await problemsOf(engine, { ...REQUEST, settings: { "fees.schedul": "none" } })).toMatchObject([
      { path: "fees.schedul", mend: "Did you mean fees.schedule?" },
    ]);
    expect(await problemsOf(engine, { ...REQUEST, settings: { "firms.count": 1e9 } })).toMatchObject([
      { path: "firms.count" },
    ]);
    expect(await problemsOf(engine, { ...REQUEST, watch: ["nothing"] })).toMatchObject([{ path: "watch" }]);
    expect(await problemsOf(engine, { scenario: "reference/nowak-may" })).toMatchObject([{ path: "scenario" }]);
    expect(await engine.hash(10)).toBe(hash);
  });
});

test("the worker plays the same bytes as the session", async () => {
  const session = new Session(CATALOGUE);
  const worker = throughWorker();
  await session.open(REQUEST);
  await worker.open(REQUEST);
  expect(await worker.hash(48)).toBe(await session.hash(48));
});
