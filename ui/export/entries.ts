import type { ExportEntry } from "./entry.ts";

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
];
