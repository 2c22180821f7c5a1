import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunPlan } from "../../sim/index.ts";
import type { Found } from "./rival.ts";

/** One thread; two repeats, for the first one meets a cold memory. */
const THREADS = "1";
const REPEATS = "2";

function call(command: string, ...given: string[]): { failed: boolean; text: string } {
  const { status, stdout } = spawnSync(command, given, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return { failed: status !== 0, text: stdout ?? "" };
}

/**
 * The rules of dyadic-trust as a plain C program, which lies beside the tests: built here, with a world of its own.
 * @param folder where its sources are
 */
export function cProgram(folder: URL, { settings, months }: RunPlan): Found {
  const source = (name: string) => fileURLToPath(new URL(`${name}.c`, folder));
  const missing = (why: string): Found => ({ missing: `No C program to compare with: ${why}.` });
  if (!existsSync(source("dyadic"))) return missing("its source is part of a checkout alone");
  if (call("gcc", "--version").failed) return missing("gcc is not installed");
  const place = mkdtempSync(join(tmpdir(), "distretto-bench-"));
  const [maker, player, world] = ["world", "dyadic", "world.bin"].map((name) => join(place, name));
  const end = () => rmSync(place, { recursive: true, force: true });
  const steps: [string, ...string[]][] = [
    ["gcc", "-O3", source("world"), "-o", maker, "-lm"],
    ["gcc", "-O3", "-march=native", "-pthread", source("dyadic"), "-o", player, "-lm"],
    [maker, String(settings.firms.count), "1", world],
  ];
  if (steps.some(([command, ...given]) => call(command, ...given).failed)) {
    end();
    return missing("gcc could not build it");
  }
  const run = (): number => {
    const { failed, text } = call(player, THREADS, world, String(months), REPEATS);
    const last = text.trim().split("\n").at(-1) ?? "";
    if (failed) throw new Error("The C program failed.");
    return (JSON.parse(last) as { ns: number }).ns;
  };
  return { rival: { name: "the plain C program", run, end } };
}
