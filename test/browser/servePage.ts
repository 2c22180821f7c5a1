import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { build, preview } from "vite";

/** Nothing inline, nothing from elsewhere: whatever the page does, it has to do under this. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export interface Site {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * The page, built as it is shipped and served on this machine; `stop` ends it and removes what was built.
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
    preview: { port: 0, host: "127.0.0.1", open: false, headers: { "Content-Security-Policy": POLICY } },
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
