import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Long forms of what the usual tests do in short: hours on a busy machine, so each has a script of its own. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: { include: ["test/long/*.long.ts"], maxWorkers: "100%", testTimeout: 3_600_000 },
});
