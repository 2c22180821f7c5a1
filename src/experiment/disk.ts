import * as fs from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Writing so that a file is there as a whole or not at all, whatever happens meanwhile: into a temporary name in the
 * same folder, every write's count checked, synced, renamed, the folder synced.
 */

/** What is asked of the machine; tests hand in one that fails. */
export interface Disk {
  open(path: string, flags: string): number;
  /** May write fewer bytes than asked, as a full disk does; returns how many. */
  write(file: number, bytes: Uint8Array, from: number, length: number): number;
  sync(file: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name; fails where that is taken. */
  link(from: string, to: string): void;
  remove(path: string): void;
  makeFolder(path: string): void;
}

export const DISK: Disk = {
  open: (path, flags) => fs.openSync(path, flags),
  write: (file, bytes, from, length) => fs.writeSync(file, bytes, from, length),
  sync: (file) => fs.fsyncSync(file),
  close: (file) => fs.closeSync(file),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  remove: (path) => fs.unlinkSync(path),
  makeFolder,
};

/** A file could not be written; says which, and how far it got. */
class WriteFailed extends Error {}

/** Makes a folder and those above it. Node calls a disk that may only be read a missing folder, so the last one is asked again. */
function makeFolder(path: string): void {
  try {
    try {
      fs.mkdirSync(path, { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      fs.mkdirSync(path);
    }
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new WriteFailed(`${path} could not be written: ${REASONS[code] ?? message} (${code}, 0 bytes written).`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  EFBIG: "the file would be larger than is allowed",
  EROFS: "the disk may only be read",
  EACCES: "the folder may not be written to",
  EPERM: "the folder may not be written to",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open on this machine",
  ENOENT: "its folder is missing",
  EIO: "the disk has failed",
};

/**
 * This machine, and the part of it in which process numbers mean something: containers on one machine share its name
 * but not its numbers.
 */
export const MACHINE = `${hostname()}-${processSpace()}`;

function processSpace(): string {
  try {
    return /\d+/.exec(fs.readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
  } catch {
    return "0";
  }
}

/** A temporary name tells whose it is, so that what a dead process left can be told from work in hand. */
const TEMPORARY = /^\.(.+)-(\d+)-\d+\.tmp$/;
let made = 0;

function temporaryIn(folder: string): string {
  return join(folder, `.${MACHINE}-${process.pid}-${(made += 1)}.tmp`);
}

/** Whether a process of this machine is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a file is what a process of this machine left behind when it died. */
export function isLeftover(name: string): boolean {
  const found = TEMPORARY.exec(name);
  if (found === null || found[1] !== MACHINE) return false;
  return Number(found[2]) !== process.pid && !isAlive(Number(found[2]));
}

function syncFolder(disk: Disk, folder: string): void {
  const file = disk.open(folder, "r");
  try {
    disk.sync(file);
  } finally {
    disk.close(file);
  }
}

/** Bytes that wait before they are written. */
const CHUNK = 1 << 20;

/** A file on its way; nothing of it is seen under its name before `place`. */
export class StagedFile {
  private readonly temporary: string;
  private readonly file: number;
  private readonly waiting = Buffer.alloc(CHUNK);
  private used = 0;
  private written = 0;
  private isOpen = true;

  /** @param aim the name it will have, for messages */
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly aim: string,
  ) {
    this.temporary = temporaryIn(folder);
    this.file = this.tried(() => disk.open(this.temporary, "wx"));
  }

  private tried<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof WriteFailed) throw error;
      const { code = "", message } = error as NodeJS.ErrnoException;
      if (code === "") throw error;
      const why = REASONS[code] ?? message;
      throw new WriteFailed(
        `${join(this.folder, this.aim)} could not be written: ${why} (${code}, ${this.written} bytes written).`,
      );
    }
  }

  private flush(): void {
    let at = 0;
    while (at < this.used) {
      const count = this.tried(() => this.disk.write(this.file, this.waiting, at, this.used - at));
      if (count <= 0) {
        const path = join(this.folder, this.aim);
        throw new WriteFailed(`${path} could not be written: the disk took no more (${this.written} bytes written).`);
      }
      at += count;
      this.written += count;
    }
    this.used = 0;
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length;) {
      const take = Math.min(CHUNK - this.used, bytes.length - at);
      this.waiting.set(bytes.subarray(at, at + take), this.used);
      this.used += take;
      at += take;
      if (this.used === CHUNK) this.flush();
    }
  }

  /** A number that was closed may belong to another file by now: never twice. */
  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.disk.close(this.file);
  }

  /** Puts the file into its place, over what stands there. */
  place(name = this.aim): void {
    this.flush();
    this.tried(() => {
      this.disk.sync(this.file);
      this.close();
      this.disk.rename(this.temporary, join(this.folder, name));
      syncFolder(this.disk, this.folder);
    });
  }

  /** Takes back a file that will not be finished. */
  drop(): void {
    for (const work of [() => this.close(), () => this.disk.remove(this.temporary)]) {
      try {
        work();
      } catch {
        // What cannot be removed now is removed when the folder is opened next.
      }
    }
  }
}

/** Writes a file as a whole. */
export function writeWhole(disk: Disk, path: string, content: string | Uint8Array): void {
  const file = new StagedFile(disk, dirname(path), basename(path));
  try {
    file.write(content);
    file.place();
  } catch (error) {
    file.drop();
    throw error;
  }
}
