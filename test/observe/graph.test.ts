import { UndirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { frameOf, networkGraph } from "../../sim/observe/index.ts";
import { PILOT, PILOT_PROJECT } from "../../sim/world/networks.ts";
import { FELLOW, reverseOf } from "../../sim/world/ties.ts";
import { openHonduras } from "./realWorld.ts";
import { found, inOneCell, know, tinyWorld } from "./tinyWorld.ts";

describe("the graph for other programs", () => {
  it("has a node for each firm in business, named by its birth key, and an edge for each pair that know each other", () => {
    const world = tinyWorld({ firms: inOneCell(4) });
    world.month = 9;
    found(world, [0, 1], { phase: PILOT, project: PILOT_PROJECT, started: 0 });
    world.firms.alive[3] = 0;
    const tie = know(world, 1, 0, { met: 7, forward: [6, 0], back: [2, 0] });
    world.ties.kind[tie] = world.ties.kind[reverseOf(world, tie)] = FELLOW;
    know(world, 1, 2, { met: 2 });
    const { nodes, edges } = networkGraph(world);
    expect(nodes.map(({ id }) => id)).toEqual(["00000000-0", "00000000-1", "00000000-2"]);
    expect(nodes[0].attributes).toMatchObject({ region: "region-0", sector: "sector-0", network: 0, workers: 6 });
    expect(edges).toEqual([
      {
        source: "00000000-0",
        target: "00000000-1",
        attributes: { trust: 0.625, trustBack: 0.8125, monthsSinceContact: 2, kind: "fellow", fellow: true },
      },
      {
        source: "00000000-1",
        target: "00000000-2",
        attributes: { trust: 0.25, trustBack: 0.25, monthsSinceContact: 7, kind: "acquaintance", fellow: false },
      },
    ]);
  });

  it("is a simple graph with unique names in a world where firms close and open", () => {
    const run = openHonduras("2", { "firms.count": 300 });
    run.playTo(60);
    const graph = new UndirectedGraph();
    const { nodes, edges } = networkGraph(run.world);
    for (const { id, attributes } of nodes) graph.addNode(id, attributes);
    for (const { source, target, attributes } of edges) graph.addEdge(source, target, attributes);
    expect(graph.selfLoopCount).toBe(0);
    const recent = graph.filterEdges((_edge, { monthsSinceContact }) => Number(monthsSinceContact) < 24);
    expect(recent).toHaveLength(frameOf(run.world, {}).ties.from.length);
    expect(nodes.some(({ attributes }) => Number(attributes.born) > 0)).toBe(true);
  });
});
