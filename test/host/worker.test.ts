import "@vitest/web-worker";
import { wrap } from "comlink";
import { describe, expect, test } from "vitest";
import type { Engine, FileKind } from "../../sim/contract.ts";
import { Session } from "../../src/host/session.ts";
import { run } from "../../src/library.ts";
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

  test("more can be watched at any time: months that were played are filled in, and the world is the same", async () => {
    const engine = start();
    await engine.open(REQUEST);
    const hash = await engine.hash(40);
    expect(await engine.watch(["trust.ties.p50", "conduct.contributes", "networks.formed"])).toEqual([]);
    const { months, measures } = await engine.series(40);
    expect(months).toHaveLength(41);
    expect(Object.keys(measures).sort()).toEqual([
      "conduct.contributes",
      "networks.alive",
      "networks.formed",
      "trust.ties.p50",
    ]);
    for (const column of Object.values(measures)) expect(column).toHaveLength(41);
    expect(Math.max(...measures["conduct.contributes"].map(Number))).toBeGreaterThan(0);
    expect(await engine.hash(40)).toBe(hash);
    expect((await engine.frame(12)).measures["trust.ties.p50"]).toBe(measures["trust.ties.p50"][12]);
    expect(await engine.watch(["trust.ties.p99"])).toMatchObject([{ path: "watch", value: "trust.ties.p99" }]);
  });

  test("a broker tells its cases, and a firm its history", async () => {
    const engine = start();
    await engine.open(REQUEST);
    const { network, networks } = await engine.frame(30);
    const at = networks.broker.findIndex((broker) => broker >= 0);
    const card = await engine.broker(networks.broker[at], 30);
    expect(card.networks.map((one) => one.network)).toContain(networks.row[at]);
    expect(card.effort).toBe(16);
    expect(card.load).toBe(card.networks.reduce((sum, { work }) => sum + work, 0));
    const member = network.findIndex((row) => row >= 0);
    const { history } = await engine.firm(member, 30);
    expect(history.filter(({ kind, network: row }) => kind === "joined" && row === network[member])).toHaveLength(1);
    expect(history.map(({ month }) => month)).toEqual(history.map(({ month }) => month).sort((a, b) => a - b));
  });

  test("files of a month hold the month, and the run's is what the command line prints", async () => {
    const engine = start();
    await engine.open(REQUEST);
    const frame = await engine.frame(30);
    const lines = async (kind: FileKind) => (await engine.file(kind, 30)).trimEnd().split("\n");
    const firms = await lines("firms.csv");
    expect(firms[0]).toMatch(/^id,region,sector,x,y,born,workers,/);
    expect(firms.length - 1).toBe(frame.conduct.filter((conduct) => conduct > 0).length);
    const networks = await lines("networks.csv");
    expect(networks.length - 1).toBe((await engine.story(30)).networks.length);
    const living = networks.slice(1).filter((line) => !line.includes(",ended,"));
    expect(living.length).toBe(frame.networks.row.length);
    const month = JSON.parse(await engine.file("month.json", 30)) as Record<string, unknown[]>;
    expect(month).toMatchObject({ scenario: "honduras", month: 30, hash: await engine.hash(30) });
    expect([month["firms"].length, month["networks"].length]).toEqual([firms.length - 1, networks.length - 1]);
    const ties = (await lines("ties.csv")).length - 1;
    expect(month["ties"].length).toBe(ties);
    expect((await engine.file("graphml", 30)).match(/<edge /g)).toHaveLength(ties);
    expect((await engine.file("gexf", 30)).match(/<edge /g)).toHaveLength(ties);
    // The world comes back to where it was.
    expect(await engine.frame(30)).toEqual(frame);
    const printed = await run("honduras", { settings: SMALL });
    expect(JSON.parse(await engine.file("run.json", 30))).toEqual(printed);
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
