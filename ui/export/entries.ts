import type { FileKind } from "../../sim/contract.ts";
import type { ExportEntry } from "./entry.ts";

/** A file that the engine writes. */
function data(kind: FileKind): ExportEntry {
  return {
    id: kind,
    label: `export.${kind}`,
    hint: `export.${kind}.hint`,
    run: async (job) => (await import("./data.ts")).saveData(kind, job),
  };
}

/** Everything in the Export menu, in its order. What an entry needs is loaded when it is chosen. */
export const ENTRIES: readonly ExportEntry[] = [
  {
    id: "png",
    label: "export.png",
    hint: "export.png.hint",
    run: async (job) => (await import("./picture.ts")).savePng(job),
  },
  {
    id: "svg",
    label: "export.svg",
    hint: "export.svg.hint",
    run: async (job) => (await import("./picture.ts")).saveSvg(job),
  },
  {
    id: "video",
    label: "export.video",
    hint: "export.video.hint",
    run: async (job) => (await import("./video.ts")).saveVideo(job),
  },
  {
    id: "page",
    label: "export.page",
    hint: "export.page.hint",
    run: async (job) => (await import("./pageFile.ts")).savePage(job),
  },
  data("firms.csv"),
  data("networks.csv"),
  data("ties.csv"),
  data("month.json"),
  data("graphml"),
  data("gexf"),
  data("run.json"),
];
