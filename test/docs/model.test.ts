import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renewed } from "./tables.ts";

/** `npm run docs` writes the tables anew; this test fails where they no longer say what the declarations say. */
test("the tables of MODEL.md are those of the declarations", () => {
  const file = new URL("../../sim/MODEL.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  const right = renewed(text);
  if (process.env.RENEW === "1") writeFileSync(file, right);
  else expect(right === text, "run `npm run docs`").toBe(true);
});
