import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { MACHINE, isAlive, writeWhole } from "./disk.ts";

/**
 * One process at a time runs and merges a folder on one machine. The lock names its process; where that is no longer
 * there, the next one takes it over.
 */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Where on the host its number means something. */
  readonly machine: string;
  /** When the process began, as the machine counts it: a number may be given to another process later. */
  readonly began: string | null;
  readonly verb: string;
  readonly since: string;
}

/** Another process holds the folder. */
export class Held extends Error {
  constructor(holder: Holder, path: string) {
    const who = `process ${holder.pid} on ${holder.host} (\`distretto ${holder.verb}\`, since ${holder.since})`;
    const how =
      holder.machine === MACHINE
        ? "Wait for it, or stop it with `distretto cancel`."
        : `If that machine is no longer at work on it, remove ${join(path, "lock")}.`;
    super(`${path} is in use by ${who}. ${how}`);
  }
}

/** When a process began, in ticks since the machine did; null where the machine does not say. */
function beganOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function read(lock: string): Holder | "unreadable" | undefined {
  try {
    const holder = JSON.parse(readFileSync(lock, "utf8")) as Partial<Holder> | null;
    return typeof holder?.pid === "number" && typeof holder.host === "string" ? (holder as Holder) : "unreadable";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unreadable";
  }
}

/** Who holds a folder, or undefined where nobody does; a lock is made whole, so one that cannot be read is nobody's. */
export function holderOf(path: string): Holder | "unreadable" | undefined {
  return read(join(path, "lock"));
}

/** Whether another process of this machine holds a lock; of another machine nobody here can say no. */
export function isHeld(holder: Holder): boolean {
  if (holder.machine !== MACHINE) return true;
  if (holder.pid === process.pid || !isAlive(holder.pid)) return false;
  return holder.began === null || beganOf(holder.pid) === holder.began;
}

/** @throws {Held} where another process has the folder */
export function refuseHeld(path: string): void {
  const holder = holderOf(path);
  if (holder !== undefined && holder !== "unreadable" && isHeld(holder)) throw new Held(holder, path);
}

/**
 * Takes a folder for this process.
 *
 * @returns gives it back
 * @throws {Held} where another one has it
 */
export function takeLock(disk: Disk, path: string, verb: string): () => void {
  const lock = join(path, "lock");
  const { pid } = process;
  const own: Holder = {
    pid,
    host: hostname(),
    machine: MACHINE,
    began: beganOf(pid),
    verb,
    since: new Date().toISOString(),
  };
  const mine = join(path, `.lock-${MACHINE}-${pid}`);
  writeWhole(disk, mine, `${JSON.stringify(own)}\n`);
  try {
    for (let tries = 0; ; tries++) {
      try {
        disk.link(mine, lock);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 20) throw error;
      }
      const holder = holderOf(path);
      if (holder === undefined) continue;
      refuseHeld(path);
      clearStale(disk, path, holder);
    }
  } finally {
    disk.remove(mine);
  }
  return () => {
    const holder = holderOf(path);
    if (holder !== undefined && holder !== "unreadable" && holder.pid === pid && holder.machine === own.machine) {
      disk.remove(lock);
    }
  };
}

/** Moves a stale lock out of the way, unless another process has just taken it over: that one's is put back. */
function clearStale(disk: Disk, path: string, stale: Holder | "unreadable"): void {
  const lock = join(path, "lock");
  const aside = join(path, `.lock-${MACHINE}-${process.pid}-stale`);
  try {
    disk.rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = read(aside);
  try {
    if (moved !== undefined && JSON.stringify(moved) !== JSON.stringify(stale)) disk.link(aside, lock);
  } catch (error) {
    // A third one has the folder by now.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    disk.remove(aside);
  }
}
