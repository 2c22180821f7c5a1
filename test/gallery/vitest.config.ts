import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Pictures are taken when somebody wants to look at them: `npm run gallery`. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/gallery/gallery.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 180_000,
  },
});
