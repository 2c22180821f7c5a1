import { defineConfig } from "vitest/config";

/**
 * Worlds take seconds, more on a busy machine; a time limit is here to end what hangs, not to measure. Every core plays:
 * where there are two, Vitest would leave one idle.
 */
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], maxWorkers: "100%", testTimeout: 180_000, hookTimeout: 180_000 },
});
