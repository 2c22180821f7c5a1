import type { FileKind } from "../../sim/contract.ts";
import type { ExportJob } from "./entry.ts";
import { fileName, saveFile } from "./save.ts";

/** What a file is called after the world and month it holds, and its kind for the browser. */
const FILES: Readonly<Record<FileKind, readonly [name: string, ending: string, type: string]>> = {
  "firms.csv": ["firms", "csv", "text/csv"],
  "networks.csv": ["networks", "csv", "text/csv"],
  "ties.csv": ["ties", "csv", "text/csv"],
  "month.json": ["month", "json", "application/json"],
  graphml: ["ties", "graphml", "application/graphml+xml"],
  gexf: ["ties", "gexf", "application/gexf+xml"],
  "run.json": ["run", "json", "application/json"],
};

/** Saves a file that the engine writes of the month shown, or of the whole run. */
export async function saveData(kind: FileKind, { store, app, signal }: ExportJob): Promise<void> {
  const { world, month } = store.state;
  if (world === null) return;
  const content = await app.file(kind);
  if (signal.aborted) return;
  const [name, ending, type] = FILES[kind];
  const { scenario, seed } = world.opened;
  const time = kind === "run.json" ? [] : [`month-${month}`];
  saveFile(fileName([scenario, seed, ...time, name], ending), new Blob([content], { type }));
}
