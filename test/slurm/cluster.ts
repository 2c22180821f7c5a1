import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

/** A real Slurm on loopback: munge, a controller and two nodes, each in a process namespace of its own. */
export interface Cluster {
  /** What programs need to find it. */
  readonly env: Record<string, string>;
  /** Kills a node with all that runs on it, as a power cut would. */
  killNode(name: string): void;
  startNode(name: string): void;
  /** The ends of the logs of all its programs. */
  logs(): string;
  /** Ends the controller, which saves what it knows, and starts it anew. */
  restartController(): Promise<void>;
  stop(): void;
}

export const NODES = ["n1", "n2"];

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => settle(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Waits until something is so; says, where it does not become so, what the cluster was doing. */
export async function wait(what: string, seconds: number, is: () => boolean, doing = () => ""): Promise<void> {
  const until = performance.now() + seconds * 1000;
  while (!is()) {
    if (performance.now() > until) throw new Error(`${what}: not within ${seconds} s.\n${doing()}`);
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

function config(folder: string, ports: readonly number[]): string {
  const [controller, ...nodes] = ports;
  return [
    "ClusterName=distretto",
    `SlurmctldHost=${hostname()}(127.0.0.1)`,
    `SlurmctldPort=${controller}`,
    "AuthType=auth/munge",
    `AuthInfo=socket=${folder}/munge.sock,cred_expire=5`,
    "SlurmUser=root",
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool-%n`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd-%n.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd-%n.log`,
    "ProctrackType=proctrack/linuxproc",
    "TaskPlugin=task/none",
    "JobAcctGatherType=jobacct_gather/none",
    "AccountingStorageType=accounting_storage/none",
    "SwitchType=switch/none",
    "MpiDefault=none",
    "SelectType=select/cons_tres",
    "SelectTypeParameters=CR_Core",
    "ReturnToService=2",
    "SlurmdTimeout=10",
    "KillWait=2",
    "MinJobAge=300",
    "SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000",
    ...NODES.map(
      (name, at) =>
        `NodeName=${name} NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${nodes[at]} CPUs=1 RealMemory=500`,
    ),
    "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
    "",
  ].join("\n");
}

/** Starts a cluster; throws where that cannot be done. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "ds-"));
  execFileSync("chmod", ["755", folder]);
  for (const name of ["state", ...NODES.map((node) => `spool-${node}`)]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "munge.key"), randomBytes(1024), { mode: 0o400 });
  const conf = join(folder, "slurm.conf");
  writeFileSync(conf, config(folder, [await freePort(), await freePort(), await freePort()]));
  const env = { SLURM_CONF: conf };
  const running = new Map<string, ChildProcess>();
  const start = (name: string, program: string, args: readonly string[]) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: "ignore" });
    running.set(name, child);
  };
  const socket = `--socket=${folder}/munge.sock`;
  const files = ["key", "pid", "log", "seed"].map((kind) => `--${kind}-file=${folder}/munge.${kind}`);
  const startController = () => start("controller", "slurmctld", ["-D"]);
  const startNode = (name: string) =>
    // One `kill -9` of the namespace's first process ends all that runs in it.
    start(name, "unshare", ["--pid", "--fork", "--mount-proc", "--kill-child=SIGKILL", "slurmd", "-D", "-N", name]);
  const kill = (name: string) => running.get(name)?.kill("SIGKILL");
  const up = () => {
    try {
      const states = execFileSync("sinfo", ["--noheader", "--format=%T", "--Node"], {
        env: { ...process.env, ...env },
        encoding: "utf8",
        timeout: 10_000,
        stdio: ["ignore", "pipe", "ignore"],
      });
      return states.trim().split("\n").length === NODES.length && !/unk|down|\*/.test(states);
    } catch {
      return false;
    }
  };
  const cluster: Cluster = {
    env,
    logs: () =>
      ["munge.log", "slurmctld.log", ...NODES.map((name) => `slurmd-${name}.log`)]
        .filter((name) => existsSync(join(folder, name)))
        .map((name) => `${name}:\n${readFileSync(join(folder, name), "utf8").slice(-4000)}`)
        .join("\n"),
    killNode: kill,
    startNode,
    async restartController() {
      const controller = running.get("controller");
      const ended = new Promise((settle) => controller?.once("exit", settle));
      controller?.kill("SIGTERM");
      await ended;
      startController();
    },
    stop() {
      for (const child of running.values()) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    start("munge", "munged", ["--foreground", "--force", socket, ...files]);
    await wait("munged", 20, () => existsSync(join(folder, "munge.sock")));
    startController();
    for (const name of NODES) startNode(name);
    await wait("two nodes of Slurm", 60, up);
  } catch (error) {
    const logs = cluster.logs();
    cluster.stop();
    throw new Error(
      `${String(error)} Slurm could not be started; on Debian, as root: apt-get install -y slurmctld slurmd slurm-client munge\n${logs}`,
      { cause: error },
    );
  }
  return cluster;
}
