import type { Disk } from "../../src/experiment/disk.ts";
import { DISK } from "../../src/experiment/disk.ts";

/** Disks that fail in chosen ways, over the real one. */

/** Every call of a disk through one function. */
function through(call: <T>(name: keyof Disk, args: readonly unknown[], work: () => T) => T): Disk {
  return Object.fromEntries(
    Object.entries(DISK).map(([name, work]) => [
      name,
      (...args: never[]): unknown =>
        call(name as keyof Disk, args, () => (work as (...all: never[]) => unknown)(...args)),
    ]),
  ) as unknown as Disk;
}

/** The process is dead: nothing it would have done is done. */
export class Killed extends Error {}

/**
 * A process that is killed at one of its calls to the disk.
 *
 * @param at which call, from 1
 * @param half whether the call is a write of which half is done
 */
export function dyingDisk(at: number, half: boolean): { readonly disk: Disk; readonly calls: () => number } {
  let calls = 0;
  const disk = through((name, args, work) => {
    calls += 1;
    if (calls < at) return work();
    if (calls === at && half && name === "write") {
      const [file, bytes, from, length] = args as [number, Uint8Array, number, number];
      DISK.write(file, bytes, from, Math.floor(length / 2));
    }
    throw new Killed();
  });
  return { disk, calls: () => calls };
}

/** A disk on which a call fails with a code of the machine, and those after it do not. */
export function failingDisk(at: number, code: string): Disk {
  let calls = 0;
  return through((_, __, work) => {
    calls += 1;
    if (calls === at) throw Object.assign(new Error(`${code}: made to fail`), { code });
    return work();
  });
}

/**
 * A disk with room for so many bytes. It tells so by writing less than it was asked to, as a full disk does, and only
 * then by an error.
 *
 * @param silent never gives an error: it just takes nothing more
 */
export function fullDisk(room: number, silent: boolean): Disk {
  let left = room;
  return through((name, args, work) => {
    if (name !== "write") return work();
    const [file, bytes, from, length] = args as [number, Uint8Array, number, number];
    if (left === 0 && !silent) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    const count = left === 0 ? 0 : DISK.write(file, bytes, from, Math.min(left, length));
    left -= count;
    return count as ReturnType<typeof work>;
  });
}

/** A call of a disk and what it gave. */
export type Note = readonly [name: keyof Disk, args: readonly unknown[], result: unknown];

/** Notes every call. */
export function recordingDisk(notes: Note[]): Disk {
  return through((name, args, work) => {
    const result = work();
    notes.push([name, args, result]);
    return result;
  });
}
