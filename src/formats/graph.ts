import type { NetworkGraph } from "../../sim/contract.ts";
import type { Cell, TidyColumn } from "./csv.ts";
import { csvOf } from "./csv.ts";

/** A graph as text for Gephi, networkx and spreadsheets. */

type Kind = "double" | "boolean" | "string";

function escaped(value: unknown): string {
  return String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Names and types of the attributes of nodes or edges, in the order in which they first come. */
function attributesOf(rows: readonly { readonly attributes: NetworkGraph["nodes"][number]["attributes"] }[]) {
  const kinds = new Map<string, Kind>();
  for (const { attributes } of rows) {
    for (const [name, value] of Object.entries(attributes)) {
      if (kinds.has(name)) continue;
      kinds.set(name, typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string");
    }
  }
  return kinds;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** GraphML 1.0 (Brandes et al. 2002). */
export function graphml({ nodes, edges }: NetworkGraph): string {
  const lines = [XML, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'];
  const parts = { node: attributesOf(nodes), edge: attributesOf(edges) } as const;
  for (const [part, kinds] of Object.entries(parts)) {
    for (const [name, kind] of kinds) {
      lines.push(`  <key id="${part}.${name}" for="${part}" attr.name="${escaped(name)}" attr.type="${kind}"/>`);
    }
  }
  const data = (part: string, attributes: NetworkGraph["nodes"][number]["attributes"]) =>
    Object.entries(attributes)
      .map(([name, value]) => `<data key="${part}.${name}">${escaped(value)}</data>`)
      .join("");
  lines.push('  <graph edgedefault="undirected">');
  for (const { id, attributes } of nodes) {
    lines.push(`    <node id="${escaped(id)}">${data("node", attributes)}</node>`);
  }
  for (const { source, target, attributes } of edges) {
    lines.push(`    <edge source="${escaped(source)}" target="${escaped(target)}">${data("edge", attributes)}</edge>`);
  }
  lines.push("  </graph>", "</graphml>", "");
  return lines.join("\n");
}

/** GEXF 1.2, which networkx and Gephi both read. */
export function gexf({ nodes, edges }: NetworkGraph): string {
  const lines = [
    XML,
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
    '  <graph defaultedgetype="undirected">',
  ];
  const declare = (part: "node" | "edge", kinds: ReadonlyMap<string, Kind>) => {
    lines.push(`    <attributes class="${part}">`);
    for (const [name, kind] of kinds) {
      lines.push(`      <attribute id="${escaped(name)}" title="${escaped(name)}" type="${kind}"/>`);
    }
    lines.push("    </attributes>");
  };
  declare("node", attributesOf(nodes));
  declare("edge", attributesOf(edges));
  const values = (attributes: NetworkGraph["nodes"][number]["attributes"]) =>
    `<attvalues>${Object.entries(attributes)
      .map(([name, value]) => `<attvalue for="${escaped(name)}" value="${escaped(value)}"/>`)
      .join("")}</attvalues>`;
  lines.push("    <nodes>");
  for (const { id, attributes } of nodes) {
    lines.push(`      <node id="${escaped(id)}" label="${escaped(id)}">${values(attributes)}</node>`);
  }
  lines.push("    </nodes>", "    <edges>");
  edges.forEach(({ source, target, attributes }, at) => {
    lines.push(
      `      <edge id="${at}" source="${escaped(source)}" target="${escaped(target)}">${values(attributes)}</edge>`,
    );
  });
  lines.push("    </edges>", "  </graph>", "</gexf>", "");
  return lines.join("\n");
}

/** The nodes as a table: id, attributes. */
export function nodeList({ nodes }: NetworkGraph): string {
  const names = [...attributesOf(nodes).keys()];
  return csvOf([
    { name: "id", kind: "text", values: nodes.map(({ id }) => id) },
    ...names.map((name): TidyColumn => ({
      name,
      kind: "text",
      values: nodes.map(({ attributes }) => attributes[name]),
    })),
  ]);
}

/** The edges as a table: source, target, attributes. */
export function edgeList({ edges }: NetworkGraph): string {
  const names = [...attributesOf(edges).keys()];
  const column = (name: string, value: (edge: NetworkGraph["edges"][number]) => Cell): TidyColumn => ({
    name,
    kind: "text",
    values: edges.map(value),
  });
  return csvOf([
    column("source", ({ source }) => source),
    column("target", ({ target }) => target),
    ...names.map((name) => column(name, ({ attributes }) => attributes[name])),
  ]);
}

/** Writers by file ending. */
export const GRAPH_WRITERS: ReadonlyMap<string, (graph: NetworkGraph) => string> = new Map([
  [".graphml", graphml],
  [".gexf", gexf],
  [".json", (graph) => `${JSON.stringify(graph, null, 2)}\n`],
  [".csv", edgeList],
]);
