import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { distretto, inFolder } from "./command.ts";

/** What the pages for newcomers tell people to type does what they say. */

/** Commands in the fenced blocks of a page. */
function commandsOf(page: string): string[] {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
  return blocks.flatMap((block) => block.split("\n").filter((line) => line.startsWith("npx distretto ")));
}

test.each(commandsOf("README.md"))("%s", async (command) => {
  await inFolder(async (cwd) => {
    const args = command.split(/\s+/).slice(2);
    const { code, err } = await distretto(args, { cwd });
    expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  });
});
