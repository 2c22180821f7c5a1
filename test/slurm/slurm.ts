import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { distretto, inFolder } from "../cli/command.ts";
import { SMALL, resultsIn } from "../experiment/small.ts";
import type { Cluster } from "./cluster.ts";
import { startCluster, wait } from "./cluster.ts";

/** R9: a real experiment through a real Slurm, with everything going wrong, has the bytes of a local run. */

const SWEEP = { ...SMALL, settings: { ...SMALL.settings, "firms.count": 300, months: 60 }, replicates: 12, tables: [] };

/** `npm run test:slurm:long`: an experiment of 3,072 runs here and through Slurm, some ten minutes of two cores each. */
const IS_LONG = process.env["SLURM"] === "long";
/** Folder of the same experiment that has been played here already, `SLURM_HERE=DIR`: the half that is left is compared with it. */
const PLAYED = process.env["SLURM_HERE"];
const HOURS = 4;
const BIN = join(import.meta.dirname, "..", "..", "bin", "distretto.js");

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());

function slurm(program: string, ...args: string[]): string {
  return execFileSync(program, args, { env: { ...process.env, ...cluster.env }, encoding: "utf8", timeout: 30_000 });
}

const queue = (...args: string[]) =>
  slurm("squeue", "--noheader", "--array", ...args)
    .trim()
    .split("\n")
    .filter((line) => line !== "");
const isEmpty = () => queue().length === 0;
const doing = () =>
  [slurm("squeue", "--array", "--long"), slurm("sinfo", "--Node", "--long"), cluster.logs()].join("\n");

/** Tasks at work: job and task, and on which node. */
function atWork(): { id: string; node: string }[] {
  return queue("--states=RUNNING", "--format=%i %N").map((line) => {
    const [id, node] = line.split(" ");
    return { id, node };
  });
}

test.skipIf(IS_LONG)(
  "R9: killed tasks, a killed node, a new controller, damaged and doubled parts: the same bytes",
  async () => {
    await inFolder(async (cwd) => {
      const file = join(cwd, "experiment.json");
      writeFileSync(file, JSON.stringify(SWEEP));
      const run = async (...args: string[]) => {
        const { code, out, err } = await distretto([...args, "--json"], { cwd, env: cluster.env });
        return { code, err, said: out === "" ? null : JSON.parse(out) };
      };
      expect((await run("batch", file, "here")).code).toBe(0);
      expect((await run("plan", file, "there")).code).toBe(0);

      const dry = await run("submit", "there", "--engine", "slurm", "--dry-run", "--sbatch", "time=00:10:00");
      expect(dry.said.scripts[0].text).toContain("#SBATCH --array=1-16\n");
      expect(isEmpty()).toBe(true);
      const sent = await run("submit", "there", "--engine", "slurm", "--sbatch", "time=00:10:00");
      expect(sent).toMatchObject({ code: 0, said: { jobs: [expect.any(String)], merge: expect.any(String) } });
      const twice = await run("submit", "there", "--engine", "slurm");
      expect(twice.said).toMatchObject({ jobs: [], shards: [] });

      await wait("two tasks at work", 60, () => atWork().length === 2);
      // One task, the last that began, is killed for good.
      const [task] = atWork().sort((a, b) => Number(b.id.split("_")[1]) - Number(a.id.split("_")[1]));
      slurm("scancel", "--signal=KILL", "--full", task.id);
      await wait("another task at work", 60, () => atWork().some(({ id }) => id !== task.id));
      // A node loses its power amid a task, which is queued again.
      await wait("a task on n2", 60, () => atWork().some(({ node }) => node === "n2"));
      cluster.killNode("n2");
      await cluster.restartController();
      await wait("the queue after a restart", 60, () => {
        try {
          return queue().length > 0 || isEmpty();
        } catch {
          return false;
        }
      });
      cluster.startNode("n2");
      const status = await run("status", "there");
      expect(status.said.queue.length).toBeGreaterThan(0);
      await wait("the first array", 240, isEmpty, doing);

      // Two copies of a shard at once, and a copy that was cut in two.
      const parts = join(cwd, "there", "parts");
      await Promise.all([run("work", "there", "--shard", "3"), run("work", "there", "--shard", "3")]);
      const names = readdirSync(parts)
        .filter((name) => name.endsWith(".jsonl"))
        .sort();
      const cut = join(parts, names[names.length - 1]);
      truncateSync(cut, Math.floor(readFileSync(cut).length / 2));
      expect((await run("verify", "there")).code).toBe(1);
      expect((await run("status", "there")).said.open.length).toBeGreaterThan(0);

      expect((await run("submit", "there", "--engine", "slurm")).said.shards.length).toBeGreaterThan(0);
      await wait("the second array", 240, isEmpty, doing);
      expect((await run("status", "there")).said).toMatchObject({ open: [], merged: true, failed: 0 });
      expect(resultsIn(join(cwd, "there"))).toEqual(resultsIn(join(cwd, "here")));

      // What Slurm queues again and holds, as after a failed launch, is named and sent anew.
      expect((await run("plan", file, "other")).code).toBe(0);
      expect((await run("submit", "other", "--engine", "slurm")).code).toBe(0);
      await wait("a task to hold", 60, () => atWork().length > 0, doing);
      const [stuck] = atWork();
      slurm("scontrol", "requeuehold", stuck.id);
      const heldShards = async () => {
        const { said } = await run("status", "other");
        return said.queue
          .filter(({ held }: { held: string }) => held === "by Slurm")
          .map((each: { shard: number }) => each.shard);
      };
      const shard = Number(stuck.id.split("_")[1]);
      await wait("a held task", 60, () => queue("--states=PENDING", "--format=%i").includes(stuck.id), doing);
      expect(await heldShards(), doing()).toEqual([shard]);
      expect((await run("submit", "other", "--engine", "slurm")).said.shards).toContain(shard);
      expect(await heldShards()).toEqual([]);

      // What is cancelled leaves the queue.
      expect((await run("cancel", "other")).code).toBe(0);
      await wait("an empty queue", 60, isEmpty, doing);

      // GNU parallel, with nothing but `work` and `merge`.
      const { said } = await run("status", "other");
      const bin = `${process.execPath} ${BIN}`;
      execFileSync(
        "bash",
        ["-c", `seq ${said.shards} | parallel --will-cite -j 2 ${bin} work other --shard {} && ${bin} merge other`],
        { cwd, stdio: "ignore" },
      );
      expect(resultsIn(join(cwd, "other"))).toEqual(resultsIn(join(cwd, "here")));
    });
  },
);

test.runIf(IS_LONG)(
  "Saltelli's design of 3,072 runs: killed five times here, undisturbed through Slurm, the same bytes",
  async () => {
    await inFolder(async (cwd) => {
      const file = join(import.meta.dirname, "..", "..", "examples", "what-drives-networks.json");
      const began = performance.now();
      const note = (what: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s: ${what}`);
      const said = async (...args: string[]) => {
        const { code, out, err } = await distretto(args, { cwd, env: cluster.env });
        expect(code, err).toBe(0);
        return out;
      };
      const here = PLAYED ?? join(cwd, "here");
      const playing = ["batch", file, here, "--resume", "--workers", "2"];
      for (let kill = 1; kill <= (PLAYED === undefined ? 5 : 0); kill++) {
        const child = spawn(process.execPath, [BIN, ...playing], { cwd, stdio: "ignore" });
        const ended = new Promise((settle) => child.once("exit", settle));
        await new Promise((resume) => setTimeout(resume, 15_000 + kill * 1000));
        child.kill("SIGKILL");
        await ended;
        const { out } = await distretto(["status", here, "--json"], { cwd });
        note(`killed with ${JSON.parse(out).done} of ${JSON.parse(out).runs} runs there`);
      }
      await said(...playing);
      note("all runs here");
      await said("plan", file, "there");
      await said("submit", "there", "--engine", "slurm");
      await wait("the array", HOURS * 3600, isEmpty, doing);
      note("all runs through Slurm");
      const state = JSON.parse(await said("status", "there", "--json"));
      expect(state).toMatchObject({ runs: 3072, done: 3072, open: [], merged: true, failed: 0 });
      expect(resultsIn(join(cwd, "there"))).toEqual(resultsIn(here));
      console.log(JSON.stringify(resultsIn(join(cwd, "there")), null, 2));
      console.log(await said("analyse", "there"));
    });
  },
  HOURS * 3_600_000,
);
