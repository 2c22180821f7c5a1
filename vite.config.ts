import { defineConfig } from "vite";
import { PAGE_POLICY } from "./src/host/policy.ts";

/** The page. Relative addresses, so that the built folder can be served from anywhere. */
export default defineConfig({
  base: "./",
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
  worker: { format: "es" },
  plugins: [
    {
      name: "policy",
      apply: "build",
      transformIndexHtml: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: PAGE_POLICY },
          injectTo: "head-prepend",
        },
      ],
    },
  ],
});
