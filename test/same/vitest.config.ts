import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** For engines that a usual `npm test` does not ask for: Firefox, other Node versions, WebKit. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/same/firefox.ts", "test/same/engines.ts", "test/browser/firefox.ts", "test/browser/soak.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    retry: process.env["CI"] === undefined ? 0 : 1,
  },
});
