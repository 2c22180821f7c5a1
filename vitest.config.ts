import { defineConfig } from "vitest/config";

/** Worlds take seconds, more on a busy machine; a time limit is here to end what hangs, not to measure. */
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
