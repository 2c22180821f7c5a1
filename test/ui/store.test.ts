import { beforeAll, expect, test } from "vitest";
import type { Frame, Opened } from "../../sim/contract.ts";
import { layOut } from "../../ui/stage/layout.ts";
import { layOutMap } from "../../ui/stage/mapLayout.ts";
import { layoutRequest } from "../../ui/stage/places.ts";
import type { OpenWorld } from "../../ui/store.ts";
import { initialState, reduce, Store } from "../../ui/store.ts";
import { fakeEngine } from "./fakeEngine.ts";

const engine = fakeEngine({ firms: 900, networks: 4 });
let opened: Opened;
let world: OpenWorld;
let frame: Frame;

beforeAll(async () => {
  const reply = await engine.open({ scenario: "honduras" });
  if (!reply.ok) throw new Error("not open");
  opened = reply.value;
  const request = layoutRequest(opened, await engine.union(), (await engine.story(120)).networks);
  const ground = { start: opened.settings, places: layOut(request), map: layOutMap(request) };
  world = { key: { scenario: "honduras", seed: undefined, settings: {}, changes: [] }, opened, ...ground };
  frame = await engine.frame(38);
});

function ready() {
  const state = reduce(initialState("light"), { kind: "opened", world, month: 38 });
  return reduce(state, { kind: "framed", frame });
}

test("months stay within the horizon, and play ends at its end", () => {
  const playing = reduce(ready(), { kind: "played" });
  expect(playing.playing).toBe(true);
  expect(reduce(playing, { kind: "went", month: 119 }).playing).toBe(true);
  const end = reduce(playing, { kind: "went", month: 500 });
  expect([end.month, end.playing]).toEqual([120, false]);
  expect(reduce(playing, { kind: "went", month: -3 }).month).toBe(0);
});

test("the latest month played is kept when going back", () => {
  const back = reduce(reduce(ready(), { kind: "went", month: 10 }), { kind: "framed", frame: { ...frame, month: 10 } });
  expect([back.month, back.frame?.month, back.played]).toEqual([10, 10, 38]);
});

test("a lever keeps places, focus and the picture; another world does not", () => {
  const focused = reduce(ready(), { kind: "focused", firm: 7 });
  const lever = reduce(focused, {
    kind: "opened",
    world: { ...world, key: { ...world.key, settings: { a: 1 } } },
    month: 38,
  });
  expect(lever.frame).toBe(frame);
  expect([lever.focus, lever.month, lever.played, lever.story]).toEqual([7, 38, 38, null]);
  const other = reduce(focused, { kind: "opened", world: { ...world, places: { ...world.places } }, month: 0 });
  expect([other.frame, other.focus]).toEqual([null, null]);
});

test("an engine that dies leaves the last picture and its month", () => {
  const going = reduce(reduce(ready(), { kind: "played" }), { kind: "went", month: 39 });
  const stopped = reduce(going, { kind: "stopped", reason: "it was killed" });
  expect(stopped.stopped).toEqual({ month: 38, reason: "it was killed" });
  expect([stopped.frame, stopped.month, stopped.playing]).toEqual([frame, 38, false]);
  expect(reduce(stopped, { kind: "played" }).playing).toBe(false);
  expect(reduce(stopped, { kind: "restarted" }).stopped).toBeNull();
});

test("what comes late for another firm or network is dropped", async () => {
  const state = reduce(ready(), { kind: "focused", firm: 7 });
  const reading = { card: await engine.firm(9, 38), partners: [] };
  expect(reduce(state, { kind: "read", reading }).reading).toBeNull();
  const unfolded = reduce(state, { kind: "unfolded", row: 2 });
  const card = { ...(await engine.network(0, 38)), row: 1 };
  expect(reduce(unfolded, { kind: "networked", card, members: [] }).network).toBeNull();
});

test("problems come and go; opening something clears them", () => {
  const problem = { path: "a", value: "b", expected: "c", mend: "d" };
  const refused = reduce(ready(), { kind: "refused", problems: [problem] });
  expect(refused.problems).toEqual([problem]);
  expect(reduce(refused, { kind: "dismissed" }).problems).toEqual([]);
  expect(reduce(refused, { kind: "opening", key: world.key }).problems).toEqual([]);
});

test("a watcher hears of its parts only, and sees the latest state when actions nest", () => {
  const store = new Store(initialState("light"));
  const heard: string[] = [];
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      heard.push(`tab ${tab}`);
      if (tab === "why") store.act({ kind: "tab", tab: "list" });
    },
  );
  const end = store.watch(
    ({ tab, speed }) => [tab, speed],
    ([tab, speed]) => heard.push(`${tab} ${speed}`),
  );
  store.act({ kind: "speed", speed: 4 });
  store.act({ kind: "tab", tab: "why" });
  expect(heard).toEqual(["tab stage", "stage 1", "stage 4", "tab why", "tab list", "list 4"]);
  end();
  store.act({ kind: "speed", speed: 8 });
  expect(heard).toHaveLength(6);
});
