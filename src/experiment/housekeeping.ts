import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { isLeftover } from "./disk.ts";
import type { Folder } from "./folder.ts";
import { FOLDERS } from "./folder.ts";
import type { Damaged } from "./parts.ts";

/** Removes what processes of this machine left half-written when they died. */
export function sweep(disk: Disk, { path }: Folder): void {
  for (const folder of [path, ...FOLDERS.map((name) => join(path, name))]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (isLeftover(name)) disk.remove(join(folder, name));
  }
}

/** Removes files among the parts that hold nothing that can be trusted; their runs are played again. */
export function removeDamaged(disk: Disk, { path }: Folder, damaged: readonly Damaged[]): void {
  for (const { name } of damaged) disk.remove(join(path, "parts", name));
}
