import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

/** The page of `test/same`, built and served on this machine; `stop` ends it and removes what was built. */
export async function serveSame(): Promise<{ url: string; stop(): Promise<void> }> {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), "distretto-same-"));
  const shared = { root, configFile: false, logLevel: "error", worker: { format: "es" } } as const;
  await build({ ...shared, build: { outDir, target: "es2023", emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  return {
    url: server.resolvedUrls?.local[0] as string,
    async stop() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
