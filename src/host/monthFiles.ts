import type { FileKind, MainMemory, Resolved, Run, World } from "../../sim/index.ts";
import { networkCard, networkGraph } from "../../sim/index.ts";
import type { TidyColumn } from "../formats/csv.ts";
import { csvOf } from "../formats/csv.ts";
import { edgeList, gexf, graphml, nodeList } from "../formats/graph.ts";
import { runDocument } from "./documents.ts";
import { PRODUCT } from "./opened.ts";

/** Files of the month at which a world stands, for spreadsheets and other programs. */

const PHASES = ["planning", "pilot", "strategic", "self-managed", "dormant", "ended"] as const;

/** One row for each network that was ever founded. */
function networkRows(world: World, memory: MainMemory): Record<string, string | number | boolean | null>[] {
  const { networks, regionPlans, sectorPlans } = world;
  return Array.from({ length: networks.count }, (_, g) => {
    const card = networkCard(world, memory, g);
    return {
      network: g,
      region: regionPlans[card.region].id,
      sector: sectorPlans[card.sector].id,
      founded: card.founded,
      phase: PHASES[card.phase],
      phaseSince: card.since,
      members: card.members.length,
      brokered: card.brokered,
      broker: card.broker,
      formerBroker: card.formerBroker,
      brokerLeft: card.brokerLeft,
      project: card.project,
      quality: card.quality,
      autonomy: card.autonomy,
      rules: card.rules,
      legal: card.legal,
      fund: card.fund,
      feeShare: card.feeShare,
      freeRidingSeen: card.fines.seen,
      fines: card.fines.fined,
      finesPaid: card.fines.paid,
      net: card.net.score,
    };
  });
}

/** Columns of rows that all have the same fields; none where there are no rows. */
function columnsOf(rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): TidyColumn[] {
  return Object.keys(rows[0] ?? {}).map((name) => ({ name, kind: "text", values: rows.map((row) => row[name]) }));
}

function monthDocument(run: Run, { name, values }: Resolved): object {
  const world = run.world as World;
  const { nodes, edges } = networkGraph(world);
  return {
    ...PRODUCT,
    scenario: name,
    seed: run.plan.seed,
    month: run.month,
    settings: values,
    hash: run.hash(),
    measures: run.measures(),
    firms: nodes.map(({ id, attributes }) => ({ id, ...attributes })),
    networks: networkRows(world, run.memory as MainMemory),
    ties: edges.map(({ source, target, attributes }) => ({ source, target, ...attributes })),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The text of a file of the month at which a run stands; `run.json` is asked for at its last month. */
export function monthFile(kind: FileKind, run: Run, resolved: Resolved): string {
  const world = run.world as World;
  switch (kind) {
    case "firms.csv":
      return nodeList(networkGraph(world));
    case "networks.csv":
      return csvOf(columnsOf(networkRows(world, run.memory as MainMemory)));
    case "ties.csv":
      return edgeList(networkGraph(world));
    case "graphml":
      return graphml(networkGraph(world));
    case "gexf":
      return gexf(networkGraph(world));
    case "month.json":
      return json(monthDocument(run, resolved));
    case "run.json": {
      const reading = { month: run.month, measures: run.measures() };
      return json(runDocument(resolved, { hash: run.hash(), readings: [reading], ends: null }, false));
    }
  }
}
