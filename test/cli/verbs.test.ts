import { spawn } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { MODELS, parametersOf } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { distretto, inFolder, jsonOf } from "./command.ts";
import { elementsOf } from "./elements.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SMALL = ["--firms", "300", "--months", "24"];

// Whatever is to be built is built before the first look at what a command prints.
beforeAll(() => distretto(["--version"]));

describe("run", () => {
  test("--json is the contract's document, and only that", async () => {
    const { code, out, err } = await distretto(["run", "honduras", "--seed", "101", ...SMALL, "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      product: "Distretto",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      modelVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      scenario: "honduras",
      seed: "101",
      months: 24,
      firms: 300,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      problems: [],
    });
    expect(result.settings).toMatchObject({ "firms.count": 300, months: 24, "brokers.count": 8, seed: "101" });
    for (const value of Object.values(result.measures)) if (value !== null) expect(value).toEqual(expect.any(Number));
    expect(result.measures).toMatchObject({ "networks.formed": expect.any(Number), "firms.alive": expect.any(Number) });
  });

  test("the same seed gives the same hash, with measures or without; another seed another", async () => {
    const hash = async (...args: string[]) => (await distretto(["run", "honduras", ...SMALL, ...args, "--hash"])).out;
    const first = await hash("--seed", "7");
    expect(first).toMatch(/^[0-9a-f]{16}\n$/);
    expect((await jsonOf(["run", "honduras", ...SMALL, "--seed", "7"])).hash).toBe(first.trim());
    expect(await hash("--seed", "8")).not.toBe(first);
    expect(await hash("--seed", "7", "--without", "encounters")).not.toBe(first);
  });

  test("series to CSV, Parquet and JSON hold the same figures", async () => {
    await inFolder(async (cwd) => {
      const read = async (name: string) => {
        const { code, err } = await distretto(["run", "italian-district", ...SMALL, "--out", name], { cwd });
        expect([code, err]).toEqual([0, `${name} written.\n`]);
        return join(cwd, name);
      };
      const [head, ...rows] = readFileSync(await read("a.csv"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split(","));
      const table = await parquetReadObjects({ file: await asyncBufferFromFile(await read("a.parquet")) });
      const { series } = JSON.parse(readFileSync(await read("a.json"), "utf8"));
      expect(rows).toHaveLength(25);
      expect(series.months).toEqual(rows.map((row) => Number(row[1])));
      rows.forEach((row, month) =>
        head.forEach((name, at) => {
          const value = row[at] === "" ? null : Number(row[at]);
          expect(table[month][name] ?? null).toBe(value);
          if (at > 1) expect(series.measures[name][month]).toBe(value);
        }),
      );
    });
  });

  test("--net writes every evaluation of every network, indicator by stage", async () => {
    await inFolder(async (cwd) => {
      const args = ["run", "honduras", "--firms", "300", "--months", "48"];
      for (const name of ["net.csv", "net.parquet"]) {
        expect((await distretto([...args, "--net", name], { cwd })).err).toBe(`${name} written.\n`);
      }
      const [head, ...lines] = readFileSync(join(cwd, "net.csv"), "utf8").trimEnd().split("\n");
      expect(head).toBe("run,network,month,indicator,stage,score");
      expect([lines.length > 0, lines.length % 42]).toEqual([true, 0]);
      const rows = lines.map((line) => line.split(","));
      for (const [, , month, , , score] of rows)
        expect([Number(month) % 6, [0, 0.5, 1].includes(Number(score))]).toEqual([0, true]);
      const table = await parquetReadObjects({ file: await asyncBufferFromFile(join(cwd, "net.parquet")) });
      expect(table.map((row) => Object.values(row).map(String))).toEqual(rows);
      const refused = await distretto(["run", "reference/nowak-may", "--net", "none.csv", "--json"], { cwd });
      expect([refused.code, JSON.parse(refused.out).problems[0].path]).toEqual([2, "--net"]);
    });
  });

  test("--series prints the months, alone as CSV or within --json", async () => {
    const { out } = await distretto(["run", "honduras", ...SMALL, "--series"]);
    expect(out.trimEnd().split("\n")).toHaveLength(26);
    expect((await jsonOf(["run", "honduras", ...SMALL, "--series"])).series.months).toHaveLength(25);
  });

  test("a scenario of one's own, from a file", async () => {
    await inFolder(async (cwd) => {
      const scenario = {
        format: "distretto/scenario/1",
        extends: "honduras",
        name: "mine",
        settings: { "brokers.count": 2 },
      };
      writeFileSync(join(cwd, "mine.json"), JSON.stringify(scenario));
      const { out } = await distretto(["run", "mine.json", ...SMALL, "--json"], { cwd });
      expect(JSON.parse(out)).toMatchObject({ scenario: "mine", settings: { "brokers.count": 2 } });
      expect((await distretto(["check", "mine.json"], { cwd })).out).toBe(
        "mine.json: distretto/scenario/1, in order\n",
      );
    });
  });

  test("the summary is for people: title, measures, hash, no colours into a pipe", async () => {
    const { out } = await distretto(["run", "honduras", ...SMALL]);
    expect(out).toMatch(/^Honduras/);
    expect(out).toContain("networks.formed");
    expect(out).toMatch(/hash [0-9a-f]{16}\n$/);
    expect(out).not.toContain("\u001b");
  });
});

describe("compare", () => {
  const arms = ["honduras", "honduras:brokers.count=4,fees.schedule=none", "honduras:brokers.count=0"];

  test("--json is the contract's document; worlds are those of run; workers change nothing", async () => {
    const args = ["compare", ...arms, "--replicates", "3", "--seed", "5", ...SMALL];
    const one = await distretto([...args, "--workers", "1", "--json"]);
    const two = await distretto([...args, "--workers", "2", "--json"]);
    expect(two.out).toBe(one.out);
    const result = JSON.parse(one.out);
    expect(result).toMatchObject({ product: "Distretto", seed: "5", months: 24, replicates: 3, problems: [] });
    expect(result.arms.map(({ name }: { name: string }) => name)).toEqual(arms);
    expect(result.differences.map(({ a, b }: { a: string; b: string }) => [a, b])).toEqual([
      [arms[0], arms[2]],
      [arms[1], arms[2]],
    ]);
    const counts = {
      additional: expect.any(Number),
      anyway: expect.any(Number),
      displaced: expect.any(Number),
      unaffected: expect.any(Number),
    };
    expect(result.additionality).toEqual(counts);

    const ids = Object.keys(result.arms[2].measures);
    for (const id of ids) expect(Object.keys(result.arms[0].measures[id])).toEqual(["mean", "sd", "low", "high", "n"]);
    expect(result.differences[0].measures["networks.formed"]).toMatchObject({
      mean: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      p: expect.any(Number),
      n: 3,
    });
    expect(result.differences[0].measures["networks.formed"]).toHaveProperty("varianceRatio");
    expect(result.arms[0].measures).toHaveProperty(["sales.causal.change"]);
    expect(result.arms[2].measures).not.toHaveProperty(["sales.causal.change"]);

    const worlds = await Promise.all(
      [1, 2, 3].map((world) => jsonOf(["run", "honduras", "--seed", `5/${world}`, ...SMALL])),
    );
    const mean = (id: string) => worlds.reduce((sum, { measures }) => sum + measures[id], 0) / 3;
    for (const id of ["networks.formed", "firms.alive", "trust.population"]) {
      expect(result.arms[0].measures[id].mean).toBeCloseTo(mean(id), 10);
    }
  });

  test("arms that are the same do not differ in anything", async () => {
    const { differences } = await jsonOf(["compare", "honduras", "honduras", "--replicates", "2", ...SMALL]);
    for (const { mean } of Object.values<{ mean: number | null }>(differences[0].measures)) expect(mean ?? 0).toBe(0);
    expect(differences[0].additionality).toMatchObject({ additional: 0, displaced: 0 });
  });

  test("a comparison takes the horizon where no network ever formed", async () => {
    const result = await jsonOf([
      "compare",
      arms[0],
      arms[2],
      "--replicates",
      "2",
      "--set",
      "region.trust=0",
      ...SMALL,
    ]);
    expect(result.arms[1].measures["networks.firstMonth"]).toMatchObject({ mean: 24, n: 2 });
  });
});

describe("describe and check", () => {
  test("every parameter, measure and mechanism is described, and how many values are assumed", async () => {
    const all = await jsonOf(["describe"]);
    expect(all.confidence.all).toBe(all.parameters.length);
    expect(all.confidence.assumed).toBeGreaterThan(0);
    const [model] = MODELS;
    const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
    expect(ids(all.mechanisms)).toEqual(ids(model.schedule));
    expect(ids(all.measures)).toEqual(ids(model.measures));
    expect(ids(all.projects)).toEqual(ids(model.projects ?? []));
    const paths = all.parameters.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining([...parametersOf(model).keys()]));
    const scenarios = all.scenarios.map(({ name }: { name: string }) => name);
    expect(scenarios.toSorted()).toEqual([...CATALOGUE.scenarios.keys()].toSorted());
    expect((await distretto(["describe"])).out).toContain(`${all.confidence.assumed} are assumed`);
    const parameters = await jsonOf(["describe", "parameter"]);
    expect(parameters.map(({ path }: { path: string }) => path)).toContain("brokers.count");
    expect(await jsonOf(["describe", "measure", "networks.alive"])).toMatchObject({ id: "networks.alive" });
    expect((await distretto(["describe", "mechanism", "fees"])).out).toContain("claim");
    expect((await distretto(["describe", "scenarios"])).out).toContain("italian-district");
  });

  test("the product's own files are in order", async () => {
    const { code, out } = await distretto(
      ["check", "scenarios/honduras.json", "scenarios/checks.json", "examples/my-region.json"],
      { cwd: ROOT },
    );
    expect([code, out.trimEnd().split("\n").length]).toEqual([0, 3]);
  });
});

describe("graph", () => {
  test("all four forms hold the same firms and ties", async () => {
    await inFolder(async (cwd) => {
      const write = async (name: string) => {
        const { code, err } = await distretto(["graph", "honduras", "--firms", "120", "--month", "12", "--out", name], {
          cwd,
        });
        expect([code, err.startsWith(`${name} written: `)]).toEqual([0, true]);
        return readFileSync(join(cwd, name), "utf8");
      };
      const { nodes, edges } = JSON.parse(await write("g.json"));
      expect(nodes.length).toBeGreaterThan(100);
      expect(edges.length).toBeGreaterThan(100);
      const list = (await write("g.csv")).trimEnd().split("\n");
      expect(list).toHaveLength(edges.length + 1);
      expect(list[1].split(",").slice(0, 2)).toEqual([edges[0].source, edges[0].target]);
      for (const name of ["g.graphml", "g.gexf"]) {
        const elements = elementsOf(await write(name));
        const ids = elements.filter((each) => each.name === "node").map(({ attributes }) => attributes.get("id"));
        expect(ids).toEqual(nodes.map(({ id }: { id: string }) => id));
        const ends = elements.filter((each) => each.name === "edge").map(({ attributes }) => attributes.get("target"));
        expect(ends).toEqual(edges.map(({ target }: { target: string }) => target));
      }
    });
  });
});

describe("patterns", () => {
  test("--json is the contract's document", async () => {
    const result = await jsonOf(["patterns", "--only", "emasim.course", "--replicates", "2"]);
    expect(result.patterns).toHaveLength(1);
    expect(result.patterns[0]).toMatchObject({
      id: "emasim.course",
      text: expect.any(String),
      held: expect.any(Boolean),
      n: 2,
      tuned: expect.any(Array),
    });
    for (const key of ["figure", "low", "high", "t"]) expect(result.patterns[0]).toHaveProperty(key);
  });

  test("values that are kept are not played again, also after an interruption; a report is written", async () => {
    await inFolder(async (cwd) => {
      const args = ["patterns", "--only", "emasim.course", "--replicates", "2", "--keep", "kept", "--json"];
      const first = await distretto(args, { cwd });
      const lines = readFileSync(join(cwd, "kept"), "utf8").trimEnd().split("\n");
      expect(lines).toHaveLength(1 + 8);
      // What a kill leaves of a line is cut off, and the world played again.
      writeFileSync(join(cwd, "kept"), `${lines.slice(0, -1).join("\n")}\n${lines[8].slice(0, 9)}`);
      expect((await distretto(args, { cwd })).out).toBe(first.out);
      expect(readFileSync(join(cwd, "kept"), "utf8").trimEnd().split("\n").sort()).toEqual(lines.toSorted());

      const altered = lines.map((line, at) => (at === 0 ? line : line.replace(/,[^,]*\]$/, ",0.25]")));
      writeFileSync(join(cwd, "kept"), `${altered.join("\n")}\n`);
      const { out } = await distretto([...args, "--report", "r.md"], { cwd });
      for (const { mean } of JSON.parse(out).patterns[0].claims[0].parts) expect(mean).toBe(0.25);
      const report = readFileSync(join(cwd, "r.md"), "utf8");
      expect(report).toContain("### emasim.course");
      expect((await distretto([...args, "--report", "r.md"], { cwd })).code).toBe(2);

      writeFileSync(join(cwd, "kept"), '{"format":"distretto/values/1","modelVersion":"0.0.1"}\n');
      const refused = await distretto(args, { cwd });
      expect([refused.code, JSON.parse(refused.out).problems[0].path]).toEqual([2, "--keep"]);
    });
  });
});

describe("profile", () => {
  test("moves one assumption at a time under all arms, and says which checks are missed by how much", async () => {
    const args = ["profile", "--checks", "emasim.course", "--replicates", "2", "--json"];
    const { profiles, checks } = await jsonOf([...args, "--parameters", "courses.evidence,courses.places"]);
    expect(checks).toEqual(["emasim.course"]);
    const [evidence, places] = profiles;
    expect([evidence.parameter, evidence.start]).toEqual(["courses.evidence", 0.15]);
    expect(evidence.points.map(({ value }: { value: number }) => value)).toEqual([0.075, 0.1125, 0.15, 0.1995, 0.3]);
    expect(places.points.map(({ value }: { value: number }) => value)).toEqual([5, 8, 10, 13, 20]);
    // At the start of each it is the same worlds.
    expect(places.points[2].loss).toBe(evidence.points[2].loss);
    for (const { loss, misses } of evidence.points) expect(loss).toBeCloseTo(misses["emasim.course"] ** 2, 12);
    const refused = await distretto([...args, "--parameters", "courses.evidnce"]);
    expect([refused.code, JSON.parse(refused.out).problems[0].mend]).toEqual([2, "Did you mean courses.evidence?"]);
  });
});

describe("manners", () => {
  test("help, with examples, for every verb; no arguments give help too", async () => {
    const { out } = await distretto([]);
    const verbs = ["run", "compare", "describe", "check", "graph", "patterns", "profile", "serve"];
    for (const verb of verbs) expect(out).toContain(`  ${verb} `);
    for (const verb of verbs) {
      const help = await distretto([verb, "--help"]);
      expect([help.code, help.err]).toEqual([0, ""]);
      expect(help.out).toContain("Examples:");
    }
    expect((await distretto(["--version"])).out).toMatch(/^Distretto \d/);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends a long run soon, with code %i and nothing written", async (signal, code) => {
    await inFolder(async (cwd) => {
      await distretto(["--version"]);
      let sent = 0;
      const outcome = await distretto(["run", "honduras", "--firms", "20000", "--months", "1200", "--out", "x.csv"], {
        cwd,
        meanwhile: (kill) =>
          setTimeout(() => {
            sent = performance.now();
            kill(signal);
          }, 1500),
      });
      expect(outcome).toMatchObject({ code, out: "" });
      // Two seconds is the deadline; five times that allows for a busy machine.
      expect(performance.now() - sent).toBeLessThan(10_000);
      expect((await distretto(["check", "x.csv"], { cwd })).err).toContain("there is no such file");
    });
  });

  test("two that build at once both leave a whole command behind", async () => {
    const build = () =>
      new Promise((settle) => spawn(process.execPath, ["bin/build.js"], { cwd: ROOT }).on("close", settle));
    expect(await Promise.all([build(), build()])).toEqual([0, 0]);
    expect((await distretto(["--version"])).out).toMatch(/^Distretto/);
    expect(readdirSync(join(ROOT, "dist")).filter((name) => name.startsWith(".build"))).toEqual([]);
  });
});
