import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** What takes minutes begins first, so that no core idles while one long file is played to its end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes("/test/browser/");
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * Worlds take seconds, more on a busy machine; a time limit is here to end what hangs, not to measure. Every core plays:
 * where there are two, Vitest would leave one idle.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    maxWorkers: "100%",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A browser that starves for a moment on a busy machine gets a second try in CI; the report says which test needed it.
    retry: process.env["CI"] === undefined ? 0 : 1,
    sequence: { sequencer: LongestFirst },
  },
});
