import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import type { Rolldown } from "vite";
import { expect, test } from "vitest";

/** What is shipped: the engine is off the main thread in fact, and the whole is small. */

const root = fileURLToPath(new URL("../../", import.meta.url));

async function shipped(): Promise<Rolldown.RolldownOutput["output"]> {
  const result = await build({ root, logLevel: "error", build: { write: false } });
  if (Array.isArray(result) || !("output" in result)) throw new Error("One bundle was expected.");
  return result.output;
}

test("the page's own script holds nothing of the science, and all scripts together are small", async () => {
  const output = await shipped();
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  const own = modules.filter((id) => id.startsWith(root)).map((id) => id.slice(root.length));
  expect(own).toContain("ui/app.ts");
  // Lessons are the page's own data; scenarios are the engine's.
  const foreign = own.filter((id) =>
    /^(sim|scenarios\/(?!lessons\/|evidence\/(?:lessons|outcomes)|glossary|concepts))/.test(id),
  );
  expect(foreign).toEqual([]);
  // Page, engine, layout, stage: what is there before the first motion. Other rooms, dialogs, exports and languages come
  // when they are asked for.
  const chunks = new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
  const first = new Set<string>();
  const enter = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk === undefined || first.has(name)) return;
    first.add(name);
    for (const next of chunk.imports) enter(next);
  };
  for (const { fileName, isEntry, name } of chunks.values()) if (isEntry && name === "index") enter(fileName);
  const isFirst = ({ fileName }: { fileName: string }): boolean =>
    first.has(fileName) || /\/(engine|layout|stage)Worker-[^/]+\.js$/.test(fileName);
  const scripts = output.filter(isFirst);
  expect(scripts.length).toBeGreaterThanOrEqual(4);
  expect(scripts.filter(({ fileName }) => /\/(es|de|zh)-/.test(fileName))).toEqual([]);
  const bytes = scripts.map((file) => gzipSync(file.type === "chunk" ? file.code : file.source).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});
