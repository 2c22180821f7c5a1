import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { PAGE_POLICY, headerFiles } from "./src/host/policy.ts";

const PUBLIC = fileURLToPath(new URL("ui/public", import.meta.url));
/** The script that keeps the page's files lies beside the page: it may keep what lies at its own place and below. */
const OFFLINE = "offline";

/** Tells that script which files there are, and gives all of them together a name. */
const keptFiles: Plugin = {
  name: "kept files",
  apply: "build",
  enforce: "post",
  generateBundle(_, bundle) {
    const script = Object.values(bundle).find((file) => file.type === "chunk" && file.name === OFFLINE);
    if (script?.type !== "chunk") return;
    const hash = createHash("sha256");
    const made = Object.values(bundle).filter((file) => file !== script && !file.fileName.endsWith(".map"));
    for (const file of made.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
      hash.update(file.fileName).update(file.type === "chunk" ? file.code : file.source);
    }
    const beside = readdirSync(PUBLIC).sort();
    for (const name of beside) hash.update(name).update(readFileSync(`${PUBLIC}/${name}`));
    const files = JSON.stringify([...made.map(({ fileName }) => fileName), ...beside]);
    script.code = `const FILES=${files},VERSION="${hash.digest("hex").slice(0, 16)}";${script.code}`;
  },
};

/** What static hosts are told. They keep these files to themselves, so they are no part of what is kept offline. */
const hostFiles: Plugin = {
  name: "host files",
  apply: "build",
  enforce: "post",
  generateBundle() {
    for (const [fileName, source] of Object.entries(headerFiles())) this.emitFile({ type: "asset", fileName, source });
  },
};

/** The page. Relative addresses, so that the built folder can be served from anywhere. */
export default defineConfig({
  base: "./",
  publicDir: PUBLIC,
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", [OFFLINE]: "src/offlineWorker.ts" },
      output: { entryFileNames: ({ name }) => (name === OFFLINE ? "[name].js" : "assets/[name]-[hash].js") },
    },
  },
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
    keptFiles,
    hostFiles,
  ],
});
