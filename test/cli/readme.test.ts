import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { distretto, inFolder } from "./command.ts";

/** What the pages for newcomers tell people to type does what they say. */

/** Commands in the fenced blocks of a page, block by block. */
function blocksOf(page: string): string[][] {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
  return blocks
    .map((block) => block.split("\n").filter((line) => line.startsWith("npx distretto ")))
    .filter((lines) => lines.length > 0);
}

test.each(blocksOf("README.md").map((block) => [block[0], block] as const))(
  "%s and what follows",
  async (_, commands) => {
    await inFolder(async (cwd) => {
      symlinkSync(fileURLToPath(new URL("../../examples", import.meta.url)), join(cwd, "examples"));
      for (const command of commands) {
        const { code, err } = await distretto(command.split(/\s+/).slice(2), { cwd });
        expect([command, code, code === 0 ? "" : err]).toEqual([command, 0, ""]);
      }
    });
  },
);
