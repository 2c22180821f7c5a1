import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { build, preview } from "vite";
import { HEADERS } from "../../src/host/policy.ts";

export interface Site {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * The page, built as it is shipped and served on this machine under the headers that hosts are told: whatever it does, it
 * has to do under these. `stop` ends it and removes what was built.
 *
 * @param plugins change what is built
 */
export async function servePage(plugins: Plugin[] = []): Promise<Site> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), "distretto-page-"));
  await build({ root, logLevel: "error", plugins, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    root,
    logLevel: "error",
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1", open: false, headers: { ...HEADERS } },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("The page is served nowhere.");
  return {
    url,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
