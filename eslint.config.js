import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Rules that find mistakes; how code looks is the formatter's business. */
export default defineConfig(
  { ignores: ["dist/", "coverage/", "node_modules/", "test/bench/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A listed order is kept with `await` one after the other; numbers and units stand in texts as they are.
      "@typescript-eslint/restrict-template-expressions": "off",
      // Contracts are asynchronous because a worker stands behind them, also where nothing is awaited here.
      "@typescript-eslint/require-await": "off",
      // Models, mechanisms and measures are plain objects; their functions know no `this`.
      "@typescript-eslint/unbound-method": "off",
      eqeqeq: "error",
      "no-console": "error",
      "prefer-const": "error",
    },
  },
  {
    // Tests look at JSON and at what should not be.
    files: ["test/**/*.ts"],
    rules: {
      "no-console": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
