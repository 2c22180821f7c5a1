import { describe, expect, it } from "vitest";
import type { Frame, Opened } from "../../sim/contract.ts";
import { firmsIn } from "../../ui/stage/brush.ts";
import { contrastOf } from "../../ui/stage/contrast.ts";
import { find } from "../../ui/stage/find.ts";
import { pickedFacts } from "../../ui/stage/picked.ts";
import { sieveOf } from "../../ui/stage/sieve.ts";
import { fakeEngine } from "./fakeEngine.ts";

/** What the stage works out before it draws. */

async function month(at: number): Promise<{ frame: Frame; opened: Opened }> {
  const engine = fakeEngine({ firms: 300 });
  const reply = await engine.open({ scenario: "honduras" });
  if (!reply.ok) throw new Error("not open");
  return { frame: await engine.frame(at), opened: reply.value };
}

describe("what differs between two options", () => {
  it("is nothing between a month and itself, and everything where the other has no network", async () => {
    const { frame } = await month(40);
    const { frame: start } = await month(0);
    expect(contrastOf(frame, frame, "A")).toEqual({ side: "A", alone: [] });
    expect(contrastOf(frame, start, "B").alone).toEqual([...frame.networks.row]);
    expect(contrastOf(start, frame, "A").alone).toEqual([]);
  });

  it("knows a network by its members, not by its row", async () => {
    const { frame } = await month(40);
    const shift = (row: number): number => (row < 0 ? row : row + 100);
    const renamed = {
      ...frame,
      network: frame.network.map(shift),
      networks: { ...frame.networks, row: frame.networks.row.map(shift) },
    };
    expect(contrastOf(frame, renamed, "A").alone).toEqual([]);
    // Half of the members of one network are other firms by now: born later in the same workshops.
    const [row] = frame.networks.row;
    const members = [...frame.network.keys()].filter((i) => frame.network[i] === row);
    const born = frame.born.slice();
    for (const i of members.slice(0, Math.ceil(members.length / 2))) born[i] = 30;
    expect(contrastOf(frame, { ...frame, born }, "A").alone).toEqual([row]);
  });
});

describe("the key lets through", () => {
  it("everything while nothing is pressed", () => {
    const { firm, tie, phase, broker, buyers, ports } = sieveOf([]);
    expect([firm(1), firm(2), firm(3), tie(0, false), phase(4), broker(true), broker(false)]).not.toContain(false);
    expect(firm(0)).toBe(true);
    expect([buyers, ports]).toEqual([true, true]);
  });

  it("of a group what is pressed, of the other groups everything", () => {
    const { firm, tie, phase, broker, buyers, ports } = sieveOf(["freeRides", "betrayed", "pilot", "buyers"]);
    expect([1, 2, 3].map(firm)).toEqual([false, false, true]);
    expect([tie(2, false), tie(2, true), tie(0, true)]).toEqual([false, true, true]);
    expect([0, 1, 2, 3, 4].map(phase)).toEqual([false, true, false, false, false]);
    expect([broker(true), broker(false)]).toEqual([true, true]);
    expect([buyers, ports]).toEqual([true, false]);
  });
});

describe("a search", () => {
  it("finds a firm by its number, trade and place, whatever the order, case and accents", async () => {
    const { frame, opened } = await month(40);
    const firm = [...frame.conduct.keys()].find((i) => opened.regions[opened.region[i]].name === "Danlí") ?? -1;
    const trade = opened.sectors[opened.sector[firm]].name;
    for (const query of [
      `${trade} ${frame.number[firm]}, Danli`,
      `danlí ${frame.number[firm]} ${trade.toLowerCase()}`,
    ]) {
      expect(find(query, frame, opened, 8, ["network"])).toEqual([{ kind: "firm", firm }]);
    }
    expect(find("danli nothing", frame, opened, 8, ["network"])).toEqual([]);
    expect(find("  ", frame, opened, 8, ["network"])).toEqual([]);
    expect(find("d", frame, opened, 5, ["network"])).toHaveLength(5);
  });

  it("finds a network by its number, before firms", async () => {
    const { frame, opened } = await month(40);
    const [row] = frame.networks.row;
    expect(find(`network ${row + 1}`, frame, opened, 8, ["network"])).toEqual([{ kind: "network", row }]);
    expect(find(String(row + 1), frame, opened, 8, ["network"])[0]).toEqual({ kind: "network", row });
    expect(find("networks", frame, opened, 8, ["network"])).toEqual([]);
    expect(find(`red ${row + 1}`, frame, opened, 8, ["red", "redes"])).toEqual([{ kind: "network", row }]);
    expect(find(`网络${row + 1}`, frame, opened, 8, ["网络"])).toEqual([{ kind: "network", row }]);
    expect(find("netw", frame, opened, 3, ["network"])).toEqual(
      [...frame.networks.row].slice(0, 3).map((one) => ({ kind: "network", row: one })),
    );
  });

  it("tells those born later by month and number", async () => {
    const { frame, opened } = await month(40);
    frame.born[7] = 12;
    frame.number[7] = 3;
    expect(find("12/3", frame, opened, 8, ["network"])).toEqual([{ kind: "firm", firm: 7 }]);
  });
});

describe("firms that were picked", () => {
  it("lie in the box, on its edge too, and are in business", () => {
    const at = Float32Array.of(0, 0, 10, 10, 20, 20, 5, 5);
    expect(firmsIn(at, Uint8Array.of(1, 2, 3, 0), { left: 0, top: 0, right: 10, bottom: 10 })).toEqual([0, 1]);
  });

  it("are counted, with the ties among them alone", async () => {
    const { frame } = await month(40);
    const conduct = frame.conduct.map((_, i) => [0, 1, 2, 3, 2][i] ?? 1);
    const network = frame.network.map((_, i) => (i === 2 || i === 3 ? 9 : -1));
    const ties = {
      ...frame.ties,
      from: Int32Array.of(2, 2, 5),
      to: Int32Array.of(3, 4, 6),
      trust: Float32Array.of(0.5, 0.25, 1),
    };
    const size = frame.size.map((_, i) => (i === 3 ? 2 : 0));
    const facts = pickedFacts({ ...frame, conduct, network, ties, size }, [0, 1, 2, 3, 4]);
    expect(facts).toEqual({
      count: 4,
      contributes: 2,
      freeRides: 1,
      idle: 1,
      larger: 1,
      networks: 1,
      ties: 2,
      trust: 0.375,
    });
    expect(pickedFacts({ ...frame, conduct, network, ties, size }, [1]).trust).toBeNull();
  });
});
