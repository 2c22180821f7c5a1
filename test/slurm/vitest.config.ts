import { defineConfig } from "vitest/config";

/** Run by `npm run test:slurm`, as root, with Debian's Slurm installed. */
export default defineConfig({
  test: {
    include: ["test/slurm/*.ts"],
    exclude: ["test/slurm/vitest.config.ts", "test/slurm/cluster.ts"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
