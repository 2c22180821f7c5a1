import { expect, test } from "vitest";
import type { Comparer, StudyProgress } from "../../sim/contract.ts";
import { Comparing } from "../../ui/compare/comparing.ts";
import { initialState, Store } from "../../ui/store.ts";

const SOURCE = {
  scenario: "honduras",
  title: "Honduras",
  question: "",
  seed: "101",
  settings: { "firms.count": 500, months: 60, "brokers.count": 8 },
  namesFirms: false,
  assumptions: [],
};
const LAST: StudyProgress = { worlds: 60, of: 60, pairs: 20, left: 0 };

test("a run is over with its answer, also where what was told of it comes later", async () => {
  let late: () => void = () => undefined;
  const comparer: Comparer = {
    source: async () => ({ ok: true, value: SOURCE }),
    compare: async (_, listen) => {
      listen({ ...LAST, worlds: 57, pairs: 19 }, null);
      late = () => listen(LAST, null);
      return { ok: true, value: null };
    },
    value: async () => null,
    doubt: async () => null,
    spread: async () => ({ ok: true, value: null }),
    stop: async () => undefined,
  };
  const died = new Promise<Error>(() => undefined);
  const store = new Store(initialState("light"));
  const host = { ...comparer, died, prepare: () => undefined, end: () => undefined };
  const comparing = new Comparing(
    store,
    () => host,
    () => undefined,
  );
  await comparing.open({ scenario: "honduras", seed: undefined, settings: {} });
  const run = comparing.run();
  expect(store.state.compare.progress?.pairs).toBe(19);
  await run;
  expect(store.state.compare.progress).toBeNull();
  late();
  expect(store.state.compare.progress).toBeNull();
});
