import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command as a user starts it. */
const BIN = fileURLToPath(new URL("../../bin/distretto.js", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `distretto` and waits for its end. @param meanwhile is told of the process once it runs */
export function distretto(
  args: readonly string[],
  options: {
    cwd?: string;
    env?: Record<string, string>;
    meanwhile?: (kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Outcome> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", fail);
    child.on("close", (code) => settle({ code, out, err }));
    options.meanwhile?.((signal) => child.kill(signal));
  });
}

/** The one JSON document that a command prints. */
export async function jsonOf(args: readonly string[]): Promise<ReturnType<typeof JSON.parse>> {
  const { code, out, err } = await distretto([...args, "--json"]);
  if (code !== 0) throw new Error(`exit code ${code}: ${out}${err}`);
  return JSON.parse(out);
}

/** An empty folder for the length of some work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "distretto-test-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
