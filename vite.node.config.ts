import { defineConfig } from "vite";

/** The command line, its worker thread and the library, for Node; the page has a configuration of its own. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { cli: "src/cli.ts", worker: "src/host/nodeWorker.ts", distretto: "src/library.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
