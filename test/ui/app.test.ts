import { expect, test } from "vitest";
import type { Engine, OpenRequest } from "../../sim/contract.ts";
import { App } from "../../ui/app.ts";
import { layOut } from "../../ui/stage/layout.ts";
import { layOutMap } from "../../ui/stage/mapLayout.ts";
import { initialState, Store } from "../../ui/store.ts";
import type { FakeOptions } from "./fakeEngine.ts";
import { fakeEngine } from "./fakeEngine.ts";

/** The page without a page: an app on a made-up engine, whose time and death a test holds. */
function setUp(options: FakeOptions = {}, fragment = "", kept: string | null = null) {
  const memory = { last: kept };
  const store = new Store(initialState("light"));
  const pictures: ((now: number) => void)[] = [];
  const links: string[] = [];
  const opens: OpenRequest[] = [];
  const underWay = { now: 0, most: 0 };
  let layouts = 0;
  let engines = 0;
  let kill: (reason: Error) => void = () => undefined;
  const fake = fakeEngine({ firms: 300, networks: 12, ...options });
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    try {
      return await work();
    } finally {
      underWay.now -= 1;
    }
  };
  const startEngine = () => {
    engines += 1;
    const died = new Promise<Error>((resolve) => (kill = resolve));
    const death = died.then((reason) => Promise.reject(reason));
    death.catch(() => undefined);
    const call = <T>(work: () => Promise<T>): Promise<T> => counted(() => Promise.race([work(), death]));
    const engine: Engine = {
      ...fake,
      open: (request) => {
        opens.push(request);
        return call(() => fake.open(request));
      },
      frame: (month) => call(() => fake.frame(month)),
      story: (month) => call(() => fake.story(month)),
      series: (month) => call(() => fake.series(month)),
      firm: (firm, month) => call(() => fake.firm(firm, month)),
      network: (row, month) => call(() => fake.network(row, month)),
      broker: (row, month) => call(() => fake.broker(row, month)),
      watch: (ids) => call(() => fake.watch(ids)),
      file: (kind, month) => call(() => fake.file(kind, month)),
    };
    return { engine, died, stop: () => undefined };
  };
  const app = new App(store, {
    startEngine,
    startComparer: () => {
      throw new Error("Nothing is compared here.");
    },
    changeLanguage: () => undefined,
    takeNewer: () => undefined,
    startExperimenter: () => {
      throw new Error("Nothing is tried here.");
    },
    save: () => undefined,
    layOut: async (request, layout) => {
      if (layout === "map") return layOutMap(request);
      layouts += 1;
      return layOut(request);
    },
    clock: {
      nextPicture: (call) => pictures.push(call),
      cancel: () => void pictures.splice(0),
    },
    later: (call, ms) => void setTimeout(call, Math.min(ms, 5)),
    readLink: () => fragment,
    writeLink: (link) => links.push(link),
    tellFrame: () => undefined,
    kept: () => memory.last,
    keep: (link) => void (memory.last = link),
    lessonTemplate: null,
    conceptAnswers: { read: () => null, write: () => undefined },
  });
  return {
    store,
    app,
    fake,
    opens,
    links,
    memory,
    underWay,
    layouts: () => layouts,
    engines: () => engines,
    kill: (reason: Error) => kill(reason),
    /** Lets time pass as pictures of 20 ms. */
    play: async (ms: number) => {
      for (let now = 0; now <= ms; now += 20) {
        for (const call of pictures.splice(0)) call(now);
        await settled();
      }
    },
  };
}

/** Lets everything that waits for a promise go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn++) await settled();
  expect(isSo()).toBe(true);
}

test("a link opens its world at its month", async () => {
  const { store, app, links } = setUp({}, "#scenario=honduras&seed=7&month=38&set.region.trust=0.4");
  app.followLink();
  await until(() => store.state.frame?.month === 38);
  const { world } = store.state;
  expect(world?.opened.seed).toBe("7");
  expect(world?.opened.settings["region.trust"]).toBe(0.4);
  expect(world?.start["region.trust"]).toBe(0.25);
  await until(() => links.length > 0);
  expect(links.at(-1)).toBe(
    `scenario=honduras&seed=7&month=38&set.region.trust=0.4&v=0.1.0&model=1&hash=${store.state.hash?.text}`,
  );
});

test("one request is under way at a time, and a fast scrub skips months instead of queueing them", async () => {
  let release: () => void = () => undefined;
  const { store, app, fake, underWay } = setUp({
    beforeFrame: (month) => (month === 1 ? new Promise((resolve) => (release = resolve)) : undefined),
  });
  app.followLink();
  await until(() => store.state.story !== null);
  for (let month = 1; month <= 60; month++) app.go(month);
  await settled();
  release();
  await until(() => store.state.frame?.month === 60);
  expect(fake.asked.length).toBeLessThan(6);
  expect(underWay.most).toBe(1);
});

test("months that were fetched are not fetched again", async () => {
  const { store, app, fake } = setUp();
  app.followLink();
  await until(() => store.state.frame?.month === 0);
  for (const month of [10, 11, 10, 11, 10]) {
    app.go(month);
    await until(() => store.state.frame?.month === month);
  }
  expect(fake.asked.filter((month) => month >= 10)).toEqual([10, 11]);
});

test("play goes on month by month in time, and none is skipped", async () => {
  const { store, app, play } = setUp();
  app.followLink();
  await until(() => store.state.story !== null);
  const shown: number[] = [];
  store.watch(
    ({ frame }) => [frame],
    ([frame]) => shown.push(frame?.month ?? -1),
  );
  app.play();
  await play(3000);
  // The first month at once, then two a second.
  expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  app.pause();
  await play(2000);
  expect(store.state.month).toBe(7);
});

test("a lever opens the world anew at the same month, in the same places", async () => {
  const { store, app, opens, layouts } = setUp({}, "#month=30");
  app.followLink();
  await until(() => store.state.frame?.month === 30);
  const { places } = store.state.world ?? {};
  app.set({ "brokers.count": 0 });
  await until(() => store.state.world?.opened.settings["brokers.count"] === 0 && store.state.story !== null);
  await until(() => store.state.frame?.networks.row.length === 0);
  expect(store.state.month).toBe(30);
  expect(store.state.world?.places).toBe(places);
  expect(layouts()).toBe(1);
  expect(opens.at(-1)?.settings).toEqual({ "brokers.count": 0 });
  app.set({ "brokers.count": 8 });
  await until(() => store.state.opening === null);
  expect(store.state.world?.key.settings).toEqual({});
});

test("whoever goes on to another month while a world opens stays there", async () => {
  const { store, app } = setUp({}, "#month=30");
  app.followLink();
  await until(() => store.state.frame?.month === 30);
  app.set({ "brokers.count": 0 });
  app.go(45);
  await until(() => store.state.world?.opened.settings["brokers.count"] === 0 && store.state.opening === null);
  await until(() => store.state.frame?.month === 45);
});

test("what is told reaches the month shown, also after a jump ahead and back", async () => {
  const { store, app } = setUp();
  app.followLink();
  await until(() => store.state.story !== null);
  app.go(90);
  await until(() => store.state.frame?.month === 90);
  app.go(20);
  await until(() => store.state.frame?.month === 20 && (store.state.story?.month ?? 0) >= 20);
});

test("places are those of the scenario's own course, also when a link changes a lever", async () => {
  const plain = setUp({}, "#month=3");
  const changed = setUp({}, "#month=3&set.brokers.count=0");
  for (const { app, store } of [plain, changed]) {
    app.followLink();
    await until(() => store.state.frame?.month === 3);
  }
  expect(changed.store.state.world?.places).toEqual(plain.store.state.world?.places);
});

test("a refused value is reported, and the world stays as it is", async () => {
  const { store, app } = setUp({}, "#month=12");
  app.followLink();
  await until(() => store.state.frame?.month === 12);
  app.set({ "region.trust": 7 });
  await until(() => store.state.problems.length > 0);
  expect(store.state.problems[0]).toEqual({
    path: "region.trust",
    value: "7",
    expected: "a number from 0 to 1",
    mend: "The most is 1.",
  });
  expect(store.state.world?.opened.settings["region.trust"]).toBe(0.25);
  expect([store.state.opening, store.state.month]).toEqual([null, 12]);
});

test("a link that cannot be used is reported once, and what can be shown is shown", async () => {
  const value = setUp({}, "#month=5&set.region.trust=7&set.brokers.count=2");
  value.app.followLink();
  await until(() => value.store.state.frame?.month === 5);
  expect(value.store.state.problems.map(({ path }) => path)).toEqual(["region.trust"]);
  expect(value.store.state.world?.key.settings).toEqual({ "brokers.count": 2 });

  const name = setUp({}, "#scenario=hondura&colour=red");
  name.app.followLink();
  await until(() => name.store.state.frame?.month === 0);
  expect(name.store.state.problems.map(({ path }) => path)).toEqual(["colour", "scenario"]);
  expect(name.store.state.world?.opened.scenario).toBe("honduras");
});

test("an engine that dies leaves the page as it is, and one call goes on from there", async () => {
  const { store, app, kill, engines, play } = setUp({}, "#month=20");
  app.followLink();
  await until(() => store.state.story !== null);
  app.play();
  await play(900);
  const { month } = store.state;
  expect(month).toBeGreaterThan(20);
  kill(new Error("It was killed."));
  await until(() => store.state.stopped !== null);
  expect(store.state.stopped).toEqual({ month, reason: "It was killed." });
  expect([store.state.frame?.month, store.state.playing]).toEqual([month, false]);
  app.restart();
  await until(() => store.state.stopped === null && store.state.story !== null && store.state.opening === null);
  expect(engines()).toBe(2);
  expect(store.state.month).toBe(month);
  app.stepBy(1);
  await until(() => store.state.frame?.month === month + 1);
});

test("a firm is read with its partners, and again when the month is another", async () => {
  const { store, app } = setUp({}, "#month=40");
  app.followLink();
  await until(() => store.state.frame?.month === 40);
  app.focus(12);
  await until(() => store.state.reading !== null);
  expect(store.state.reading?.card.firm).toBe(12);
  expect(store.state.reading?.partners.map(({ firm }) => firm)).toEqual([18, 24]);
  const { reading } = store.state;
  app.stepBy(1);
  await until(() => store.state.reading !== reading);
  app.focus(null);
  expect([store.state.focus, store.state.reading]).toEqual([null, null]);
});

test("a network or a broker is read in the place of a firm, as long as it exists", async () => {
  const { store, app } = setUp({}, "#month=60");
  app.followLink();
  await until(() => store.state.story !== null);
  const row = store.state.frame?.networks.row[0] ?? -1;
  app.focus(12);
  await until(() => store.state.reading !== null);
  app.choose({ kind: "network", row });
  expect([store.state.focus, store.state.reading]).toEqual([null, null]);
  await until(() => store.state.chosen !== null);
  const { chosen } = store.state;
  expect(chosen?.kind === "network" && chosen.members.length).toBeGreaterThan(3);
  // Before it was founded there is nothing to be read.
  app.go(0);
  await until(() => store.state.frame?.month === 0);
  expect(store.state.chosen).toBe(chosen);
  app.choose({ kind: "broker", row: 2 });
  await until(() => store.state.chosen?.kind === "broker");
  app.focus(12);
  expect([store.state.subject, store.state.chosen]).toEqual([null, null]);
});

test("what only the charts need is worked out once they are looked at", async () => {
  const { store, app, fake } = setUp({}, "#month=20");
  app.followLink();
  await until(() => store.state.series !== null);
  expect(fake.watched).toEqual([]);
  app.setTab("charts");
  await until(() => fake.watched.length > 0);
  app.stepBy(1);
  await until(() => store.state.frame?.month === 21);
  expect(new Set(fake.watched).size).toBe(fake.watched.length);
});

/** Opens a link and waits for its month. */
async function at(link: string, kept: string | null = null) {
  const set = setUp({}, link, kept);
  set.app.followLink();
  await until(() => set.store.state.hash !== null);
  return set;
}

test("a branch keeps what was before it, and its lever acts after the month", async () => {
  const { store, app, opens, links } = await at("#month=30");
  app.branchHere();
  app.set({ "brokers.count": 2 });
  await until(() => store.state.opening === null && store.state.hash !== null);
  expect(opens.at(-1)).toMatchObject({ settings: {}, changes: [{ month: 30, settings: { "brokers.count": 2 } }] });
  expect(links.at(-1)).toContain("month=30&at.30.brokers.count=2&branch=30");
  app.set({ "brokers.count": 8 });
  await until(() => store.state.opening === null);
  expect(store.state.world?.key.changes).toEqual([]);
  app.leaveBranch();
  app.set({ "brokers.count": 2 });
  await until(() => store.state.opening === null);
  expect(store.state.world?.key).toMatchObject({ settings: { "brokers.count": 2 }, changes: [] });
});

test("undo and redo go step by step through levers, branches, worlds and scenarios", async () => {
  const { store, app } = await at("#month=30");
  const rest = () => until(() => store.state.opening === null);
  const seen: unknown[] = [store.state.world?.key];
  for (const act of [
    () => app.set({ "brokers.count": 2 }),
    () => app.set({ "region.trust": 0.4 }),
    () => app.openSeed("101/3"),
    () => (app.branchHere(), app.set({ "brokers.count": 5 })),
  ]) {
    act();
    await rest();
    seen.push(store.state.world?.key);
  }
  expect(store.state.past).toHaveLength(4);
  for (let back = 3; back >= 0; back--) {
    app.undo();
    await rest();
    expect(store.state.world?.key).toEqual(seen[back]);
  }
  app.undo();
  expect(store.state.opening).toBeNull();
  for (let forth = 1; forth <= 4; forth++) {
    app.redo();
    await rest();
    expect(store.state.world?.key).toEqual(seen[forth]);
  }
  expect(store.state.branch).toBe(30);
  app.undo();
  await rest();
  app.set({ "brokers.count": 1 });
  await rest();
  expect(store.state.future).toEqual([]);
});

test("the last change is played again, beside the world without it", async () => {
  const { store, app, opens } = await at("#month=40");
  app.replayLast();
  expect(store.state.opening).toBeNull();
  app.branchHere();
  app.set({ "brokers.count": 0 });
  await until(() => store.state.opening === null && store.state.hash !== null);
  app.go(60);
  await until(() => store.state.frame?.month === 60 && store.state.hash?.month === 60);
  const count = opens.length;
  app.replayLast();
  await until(() => store.state.replay !== null && store.state.playing);
  expect(opens.slice(count).map(({ changes }) => changes?.length)).toEqual([0, 1]);
  expect([store.state.replay?.from, store.state.month]).toEqual([40, 40]);
  expect(store.state.replay?.before.months.at(-1)).toBe(120);
});

test("a first visit is asked its question, and can go on to decide by hand", async () => {
  const { store, app } = await at("");
  expect(store.state.notice).toEqual({ kind: "first" });
  app.openLesson("free-lunch");
  expect(store.state).toMatchObject({ notice: null, door: "learn", learn: { asked: { lesson: "free-lunch" } } });
  expect((await at("#seed=7")).store.state.notice).toBeNull();
});

test("what was open comes back at the next visit, and can be dropped", async () => {
  const first = await at("#seed=7&month=12&set.brokers.count=2");
  const { last } = first.memory;
  const { store, app, memory } = await at("", last);
  expect(store.state.notice).toEqual({ kind: "restored" });
  expect(store.state.month).toBe(12);
  expect(store.state.world?.key).toEqual(first.store.state.world?.key);
  app.startAfresh();
  expect(memory.last).toBeNull();
  await until(() => store.state.opening === null);
  expect(store.state.world?.key).toEqual({ scenario: "honduras", seed: undefined, settings: {}, changes: [] });
  const link = await at("#month=3", last);
  expect([link.store.state.month, link.store.state.notice]).toEqual([3, null]);
  const unchanged = await at("", "scenario=honduras&v=0.1.0");
  expect(unchanged.store.state.notice).toBeNull();
});

test("a link of another model says so, with both hashes, and stays in the address until it is read", async () => {
  const { store, app, links } = await at("#month=5&model=0.9.0&hash=00112233aabbccdd");
  expect(store.state.notice).toEqual({
    kind: "otherModel",
    then: "0.9.0",
    now: "1",
    month: 5,
    hash: "00112233aabbccdd",
  });
  expect(links).toEqual([]);
  app.dismissNotice();
  expect(links.at(-1)).toContain("model=1&hash=");
  const same = await at(`#month=5&model=1&hash=${store.state.hash?.text}`);
  expect(same.store.state.notice).toBeNull();
  const other = await at("#month=5&model=1&hash=00112233aabbccdd");
  expect(other.store.state.notice).toMatchObject({ kind: "otherWorld" });
});

test("a scenario of one's own is in the link, and opens from it", async () => {
  const { store, app, links, opens } = await at("");
  const document = { format: "distretto/scenario/1", extends: "honduras", name: "mine" };
  app.openDocument(document, "mine");
  await until(() => store.state.opening === null && store.state.hash !== null && (links.at(-1) ?? "").includes("doc="));
  expect(opens.at(-1)?.scenario).toEqual(document);
  const again = await at(`#${links.at(-1)}`);
  expect(again.opens.at(-1)?.scenario).toEqual(document);
  expect(again.store.state.world?.key.document).toEqual(document);
});
