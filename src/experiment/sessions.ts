import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { arch, hostname, platform } from "node:os";
import { join } from "node:path";

/**
 * Who worked on a folder, when, on what: lines that are only ever appended, so that several machines may write. They are
 * for provenance alone; no result depends on them.
 */
interface Session {
  readonly id: string;
  readonly verb: string;
  readonly at: string;
  /** At the end: how many runs it has played. */
  readonly played?: number;
  readonly host: string;
  readonly node: string;
  readonly platform: string;
}

function fileOf(path: string): string {
  return join(path, "logs", "sessions.jsonl");
}

/** Notes that this process begins to work on a folder. @returns notes its end */
export function beginSession(path: string, verb: string): (played: number) => void {
  const id = `${hostname()}-${process.pid}-${Date.now()}`;
  const machine = { host: hostname(), node: process.version, platform: `${platform()} ${arch()}` };
  const write = (more: object) => {
    const session = { id, verb, at: new Date().toISOString(), ...more, ...machine };
    appendFileSync(fileOf(path), `${JSON.stringify(session)}\n`);
  };
  write({});
  return (played) => write({ played });
}

/** All that is noted; a line that was cut off is left out. */
export function sessionsOf(path: string): readonly Session[] {
  if (!existsSync(fileOf(path))) return [];
  const lines = readFileSync(fileOf(path), "utf8").split("\n");
  return lines.flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Session];
    } catch {
      return [];
    }
  });
}
