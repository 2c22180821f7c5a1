import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import { undirectedDensity } from "graphology-metrics/graph/density.js";
import modularity from "graphology-metrics/graph/modularity.js";
import { describe, expect, it } from "vitest";
import { reverseOf } from "../../sim/world/ties.ts";
import type { World } from "../../sim/world/world.ts";
import { inOneCell, know, tinyWorld } from "./tinyWorld.ts";
import { value } from "./value.ts";

const GRAPH_MEASURES = ["clustering", "giantComponent.share", "modularity", "centralisation"];

describe("contacts by hand", () => {
  it("a triangle with a tail", () => {
    const world = tinyWorld({ firms: inOneCell(5) });
    for (const [i, j] of [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
    ]) {
      know(world, i, j);
    }
    expect(value("ties.density", world)).toBe(4 / 10);
    expect(value("ties.clustering", world)).toBe(3 / 5); // one triangle; triples 1 + 1 + 3
    expect(value("ties.giantComponent.share", world)).toBe(4 / 5);
    expect(value("ties.modularity", world)).toBe(0); // all in one cell
    // degrees 2 2 3 1 0: (1 + 1 + 0 + 2 + 3) / (4 x 3)
    expect(value("ties.centralisation", world)).toBeCloseTo(7 / 12, 15);
  });

  it("a star is as central as can be, a ring not at all", () => {
    const star = tinyWorld({ firms: inOneCell(6) });
    for (let i = 1; i < 6; i++) know(star, 0, i);
    expect(value("ties.centralisation", star)).toBe(1);
    expect(value("ties.clustering", star)).toBe(0);
    const ring = tinyWorld({ firms: inOneCell(6) });
    for (let i = 0; i < 6; i++) know(ring, i, (i + 1) % 6);
    expect(value("ties.centralisation", ring)).toBe(0);
    expect(value("ties.giantComponent.share", ring)).toBe(1);
  });

  it("two cells with one contact between them: Q = 2 (1/3 - 1/4)", () => {
    const world = tinyWorld({
      firms: [
        [0, 0],
        [0, 0],
        [0, 1],
        [0, 1],
      ],
      sectors: 2,
    });
    know(world, 0, 1);
    know(world, 2, 3);
    know(world, 1, 2);
    expect(value("ties.modularity", world)).toBeCloseTo(2 * (1 / 3 - 1 / 4), 15);
  });

  it("forgets contacts after twelve months", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    world.month = 20;
    know(world, 0, 1, { met: 9 });
    know(world, 1, 2, { met: 8 });
    expect(value("ties.density", world)).toBeCloseTo(1 / 3, 15);
    expect(value("ties.giantComponent.share", world)).toBeCloseTo(2 / 3, 15);
  });

  it("counts pairs of a region between whom knowledge passed, either way, in twelve months", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    world.month = 20;
    const forward = know(world, 0, 1);
    const other = know(world, 1, 2);
    expect(value("ties.knowledgeDensity", world)).toBe(0);
    world.ties.learnt[forward] = 9;
    expect(value("ties.knowledgeDensity", world)).toBeCloseTo(1 / 3, 15);
    world.ties.learnt[reverseOf(world, forward)] = 20;
    world.ties.learnt[other] = 8;
    expect(value("ties.knowledgeDensity", world)).toBeCloseTo(1 / 3, 15);
    world.ties.learnt[other] = 9;
    expect(value("ties.knowledgeDensity", world)).toBeCloseTo(2 / 3, 15);
    world.month = 21;
    expect(value("ties.knowledgeDensity", world)).toBeCloseTo(1 / 3, 15);
  });

  it("takes the mean of regions that have a pair, and contacts between regions count for neither", () => {
    const world = tinyWorld({
      firms: [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 0],
        [2, 0],
      ],
      regions: 3,
    });
    know(world, 0, 1);
    know(world, 3, 4);
    know(world, 1, 5);
    know(world, 2, 3);
    expect(value("ties.density", world)).toBeCloseTo((1 / 3 + 1) / 2, 15);
  });

  it("gives 0 where there is no pair, no triple, no contact, no firm", () => {
    for (const count of [0, 1, 2]) {
      const world = tinyWorld({ firms: inOneCell(count) });
      expect(value("ties.density", world)).toBe(0);
      expect(value("ties.giantComponent.share", world)).toBe(count === 0 ? 0 : 1 / count);
      for (const id of ["clustering", "modularity", "centralisation"]) expect(value(`ties.${id}`, world)).toBe(0);
    }
  });
});

/** The same contacts as a graph of another library. */
function asGraph(world: World): UndirectedGraph<{ cell: string; region: number }> {
  const { firms, ties, month } = world;
  const graph = new UndirectedGraph<{ cell: string; region: number }>();
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i]) graph.addNode(i, { cell: `${firms.region[i]}/${firms.sector[i]}`, region: firms.region[i] });
  }
  for (let i = 0; i < firms.count; i++) {
    for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++) {
      if (ties.partner[tie] > i && month - ties.met[tie] <= 11) graph.addEdge(i, ties.partner[tie]);
    }
  }
  return graph;
}

/** Every triple of firms, looked at in turn. */
function slowClustering(graph: UndirectedGraph): number {
  let closed = 0;
  let triples = 0;
  graph.forEachNode((middle) => {
    const known = graph.neighbors(middle);
    known.forEach((a, at) =>
      known.slice(at + 1).forEach((b) => {
        triples += 1;
        if (graph.hasEdge(a, b)) closed += 1;
      }),
    );
  });
  return triples === 0 ? 0 : closed / triples;
}

/** Components merged edge by edge. */
function slowGiant(graph: UndirectedGraph): number {
  const component = new Map(graph.nodes().map((node) => [node, new Set([node])]));
  graph.forEachEdge((_edge, _attributes, a, b) => {
    const both = new Set([...(component.get(a) ?? []), ...(component.get(b) ?? [])]);
    for (const node of both) component.set(node, both);
  });
  return Math.max(0, ...[...component.values()].map((set) => set.size)) / graph.order;
}

function slowCentralisation(graph: UndirectedGraph): number {
  const degrees = graph.mapNodes((node) => graph.degree(node));
  const most = Math.max(...degrees);
  const n = graph.order;
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / ((n - 1) * (n - 2));
}

function slowDensity(graph: UndirectedGraph<{ region: number }>, regions: number): number {
  const densities = Array.from({ length: regions }, (_, region) => {
    const nodes = new Set(graph.filterNodes((_node, attributes) => attributes.region === region));
    const edges = graph.filterEdges((_edge, _attributes, a, b) => nodes.has(a) && nodes.has(b));
    return nodes.size < 2 ? undefined : undirectedDensity(nodes.size, edges.length);
  }).filter((one) => one !== undefined);
  return densities.length === 0 ? 0 : densities.reduce((a, b) => a + b, 0) / densities.length;
}

const REGIONS = 3;
const SECTORS = 2;
const contacts = fc
  .array(fc.tuple(fc.nat(REGIONS - 1), fc.nat(SECTORS - 1), fc.boolean()), { minLength: 3, maxLength: 40 })
  .chain((firms) =>
    fc.record({
      firms: fc.constant(firms),
      met: fc.array(fc.tuple(fc.nat(firms.length - 1), fc.nat(firms.length - 1), fc.integer({ min: 5, max: 30 })), {
        maxLength: 250,
      }),
    }),
  );

describe("contacts against another library", () => {
  it("agrees on any graph, with old contacts and closed firms in it", () => {
    fc.assert(
      fc.property(contacts, ({ firms, met }) => {
        const world = tinyWorld({
          firms: firms.map(([region, sector]) => [region, sector]),
          regions: REGIONS,
          sectors: SECTORS,
        });
        world.month = 30;
        firms.forEach(([, , closed], i) => (world.firms.alive[i] = closed && i > 2 ? 0 : 1));
        for (const [i, j, month] of met) {
          if (i !== j && world.firms.alive[i] && world.firms.alive[j]) know(world, i, j, { met: month });
        }
        const graph = asGraph(world);
        expect(value("ties.density", world)).toBeCloseTo(slowDensity(graph, REGIONS), 12);
        expect(value("ties.clustering", world)).toBeCloseTo(slowClustering(graph), 12);
        expect(value("ties.giantComponent.share", world)).toBeCloseTo(slowGiant(graph), 12);
        expect(value("ties.centralisation", world)).toBeCloseTo(slowCentralisation(graph), 12);
        if (graph.size > 0) {
          expect(value("ties.modularity", world)).toBeCloseTo(modularity(graph, { getNodeCommunity: "cell" }), 12);
        }
        for (const id of GRAPH_MEASURES) expect(Number.isFinite(value(`ties.${id}`, world))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
