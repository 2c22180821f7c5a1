import { defineConfig } from "vitest/config";

/** Run by `npm run test:readers`, with Python, networkx, R and DuckDB at hand; it fails where one is missing. */
export default defineConfig({
  test: {
    include: ["test/readers/*.ts"],
    exclude: ["test/readers/vitest.config.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
