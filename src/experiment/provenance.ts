import { existsSync, readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PRODUCT } from "../host/opened.ts";
import type { Disk } from "./disk.ts";
import { writeWhole } from "./disk.ts";
import type { Folder } from "./folder.ts";
import type { Merged } from "./merge.ts";
import { sessionsOf } from "./sessions.ts";

/** Where the results of a folder come from: `provenance.json`, and the same as a Process Run Crate. */

/** The commit of the checkout that this program was built in, or null outside one. */
function commit(): string | null {
  for (let folder = new URL("./", import.meta.url), up = 0; up < 6; up++, folder = new URL("../", folder)) {
    const git = fileURLToPath(new URL(".git", folder));
    if (existsSync(git)) return headOf(git);
  }
  return null;
}

function headOf(git: string): string | null {
  try {
    // A second working tree has a file here that says where its folder is.
    const folder = /^gitdir: (.+)$/m.exec(readText(git))?.[1] ?? git;
    const head = readFileSync(join(folder, "HEAD"), "utf8").trim();
    const ref = /^ref: (.+)$/.exec(head)?.[1];
    if (ref === undefined) return head;
    const common = join(folder, readText(join(folder, "commondir")).trim() || ".");
    const loose = readText(join(common, ref)).trim();
    if (loose !== "") return loose;
    const packed = readText(join(common, "packed-refs"));
    return (
      packed
        .split("\n")
        .find((line) => line.endsWith(` ${ref}`))
        ?.split(" ")[0] ?? null
    );
  } catch {
    return null;
  }
}

/** The text of a file, or nothing where there is none. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

export function writeProvenance(disk: Disk, { path, plan, hash }: Folder, merged: Merged): void {
  const { experiment } = plan;
  const sessions = sessionsOf(path);
  const ended = new Date().toISOString();
  const began = sessions[0]?.at ?? ended;
  const provenance = {
    ...PRODUCT,
    commit: commit(),
    plan: hash,
    scenario: experiment.base.name,
    seed: experiment.seed,
    pairing: experiment.pairing,
    worldSeeds: experiment.pairing === "common" ? "SEED/REPLICATE" : "SEED/POINT/REPLICATE",
    runs: merged.runs,
    failed: merged.failed,
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? null,
    began,
    ended,
    sessions,
  };
  writeWhole(disk, join(path, "provenance.json"), `${JSON.stringify(provenance, null, 2)}\n`);
  const crate = crateOf(
    experiment.document.title ?? experiment.base.title,
    merged.files,
    began,
    ended,
    provenance.commit,
  );
  writeWhole(disk, join(path, "ro-crate-metadata.json"), `${JSON.stringify(crate, null, 2)}\n`);
}

const INPUTS = ["experiment.json", "plan.json", "design.jsonl"];
const PROFILE = "https://w3id.org/ro/wfrun/process/0.5";

/** https://w3id.org/ro/wfrun/process/0.5: one action that took the experiment and gave the results. */
function crateOf(title: string, files: readonly string[], began: string, ended: string, head: string | null): object {
  const results = [...files, "SHA256SUMS"].map((name) => `results/${name}`);
  const ids = (names: readonly string[]) => names.map((name) => ({ "@id": name }));
  const kinds = new Map([
    [".csv", "text/csv"],
    [".json", "application/json"],
    [".jsonl", "application/jsonl"],
    [".parquet", "application/vnd.apache.parquet"],
  ]);
  const file = (name: string) => ({
    "@id": name,
    "@type": "File",
    name,
    encodingFormat: kinds.get(/\.\w+$/.exec(name)?.[0] ?? "") ?? "text/plain",
  });
  return {
    "@context": ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"],
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
        about: { "@id": "./" },
      },
      {
        "@id": "./",
        "@type": "Dataset",
        name: title,
        description: `An experiment with ${PRODUCT.product} ${PRODUCT.version}, model ${PRODUCT.modelVersion}.`,
        datePublished: ended,
        license: "The licence of the results is for those who publish them to choose.",
        conformsTo: { "@id": PROFILE },
        hasPart: ids([...INPUTS, ...results, "provenance.json"]),
        mentions: { "@id": "#batch" },
      },
      { "@id": PROFILE, "@type": "CreativeWork", name: "Process Run Crate", version: "0.5" },
      {
        "@id": "#distretto",
        "@type": "SoftwareApplication",
        name: PRODUCT.product,
        version: PRODUCT.version,
        ...(head !== null && { identifier: head }),
      },
      {
        "@id": "#batch",
        "@type": "CreateAction",
        name: "All runs of the plan, merged",
        instrument: { "@id": "#distretto" },
        object: ids(INPUTS),
        result: ids(results),
        startTime: began,
        endTime: ended,
        actionStatus: "http://schema.org/CompletedActionStatus",
      },
      ...[...INPUTS, ...results, "provenance.json"].map(file),
    ],
  };
}
