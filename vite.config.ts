import { defineConfig } from "vite";

/** The page. Relative addresses, so that the built folder can be served from anywhere. */
export default defineConfig({
  base: "./",
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  worker: { format: "es" },
});
