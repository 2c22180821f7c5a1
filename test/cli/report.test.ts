import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { distretto, inFolder, jsonOf } from "./command.ts";

/** The brief as a file: its numbers are those of `compare`, it needs nothing else, and strangers' words stay words. */

const WORLD = ["--firms", "200", "--months", "36", "--replicates", "4", "--seed", "b"];
const ARMS = ["honduras:phases.sequence=strategicFirst", "honduras", "honduras:brokers.count=2"];

test("the brief of three options holds the numbers of compare", async () => {
  await inFolder(async (folder) => {
    const out = join(folder, "brief.html");
    const names = ["--name", "At once", "--name", "Pilot <first>", "--name", "Do-minimum"];
    const asked = ["--target", "networks.alive>=3", "--budget", "500", "--doubt", "1"];
    const { code } = await distretto(["report", ...ARMS, ...names, ...WORLD, ...asked, "--out", out]);
    expect(code).toBe(0);
    const text = readFileSync(out, "utf8");
    const compared = await jsonOf(["compare", ...ARMS, "honduras:brokers.count=0", ...WORLD]);
    const { mean } = compared.arms[1].measures["networks.alive"];
    expect(text).toContain(`>${mean.toFixed(1)}<`);
    const causal = compared.arms[0].measures["sales.causal.change"].mean * 100;
    expect(text).toContain(`>${causal < 0 ? "\u2212" : "+"}${Math.abs(causal).toFixed(1)}<`);
    for (const heading of ["Options", "Result", "Target met", "Cost", "Who gains", "Before you quote this"]) {
      expect(text).toContain(`>${heading}</h2>`);
    }
    for (const heading of ["What would change our mind", "What this model cannot tell", "Criteria", "Results chain"]) {
      expect(text).toContain(`>${heading}</h2>`);
    }
    expect(text).toContain("b/1 to b/4");
    expect(text).toContain("corrected for their number (Holm)");
    expect(text).toContain("the chance that the model is wrong");
    // Nothing from outside, nothing that runs, nothing that is not escaped.
    expect(text).not.toMatch(/<script|https?:\/\/|url\((?!data:|"#)/);
    expect(text).toContain("Pilot &lt;first&gt;");
    expect(text).not.toContain("<first>");
  });
});

test("a brief is not written over another, and what is asked must make sense", async () => {
  await inFolder(async (folder) => {
    const out = join(folder, "brief.html");
    writeFileSync(out, "mine");
    const there = await distretto(["report", "honduras", ...WORLD, "--out", out]);
    expect([there.code, readFileSync(out, "utf8")]).toEqual([2, "mine"]);
    const cases: readonly (readonly [args: string[], words: RegExp])[] = [
      [["--target", "networks.alive=12"], /--target.*MEASURE>=VALUE/s],
      [["--target", "networks.alife>=12"], /networks\.alive/],
      [["--replicates", "1"], /at least 2/],
      [["--budget", "much"], /--budget/],
      [["--pair", "A,B"], /--pair.*later option/s],
    ];
    for (const [args, words] of cases) {
      const { code, err } = await distretto(["report", "honduras", ...args, "--out", join(folder, "other.html")]);
      expect(code).toBe(2);
      expect(err).toMatch(words);
    }
  });
});

/** An experiment that holds two options against no programme. */
const OPTIONS = {
  format: "distretto/experiment/1",
  scenario: "honduras",
  settings: { "firms.count": 60, months: 30 },
  design: { kind: "list", points: [{ "brokers.count": 0 }, { "phases.sequence": "strategicFirst" }, {}] },
  parameters: {},
  replicates: 3,
  seed: "f",
  measures: ["ties.density", "networks.alive", "cost.programme"],
};

test("the brief of an experiment that has run holds its numbers, and plays nothing", async () => {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, "options.json"), JSON.stringify(OPTIONS));
    const asked = ["report", "done", "--target", "ties.density>=0.1", "--out", "brief.html"];
    await distretto(["plan", "options.json", "done"], { cwd });
    const early = await distretto(asked, { cwd });
    expect([early.code, early.err]).toEqual([3, expect.stringMatching(/9 runs are missing: 1-9.*--resume/s)]);
    expect((await distretto(["batch", "options.json", "done", "--resume", "--workers", "1"], { cwd })).code).toBe(0);

    const beside = await distretto([...asked, "--seed", "7", "--set", "region.trust=0.5"], { cwd });
    expect([beside.code, beside.err]).toEqual([2, expect.stringMatching(/--seed.*--set/s)]);
    const unkept = await distretto(["report", "done", "--target", "networks.formed>=1", "--out", "b.html"], { cwd });
    expect([unkept.code, unkept.err]).toEqual([
      2,
      expect.stringMatching(/networks\.formed.*a measure of the experiment/s),
    ]);

    const names = ["--name", "At once", "--name", "Pilot first"];
    expect((await distretto([...asked, ...names], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, "brief.html"), "utf8");
    const compared = await jsonOf([
      ...["compare", "honduras:phases.sequence=strategicFirst", "honduras", "honduras:brokers.count=0"],
      ...["--firms", "60", "--months", "30", "--seed", "f", "--replicates", "3"],
    ]);
    const cost = compared.arms.map(({ measures }: { measures: Record<string, { mean: number }> }) =>
      measures["cost.programme"].mean.toFixed(0),
    );
    for (const amount of cost.slice(0, 2)) expect(text).toContain(`>${amount}<`);
    for (const words of ["f/1 to f/3", "Pilot first", "No programme", "which keeps measures, not firms"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain(">Who gains</h2>");
    // Measures are called by their names, also those that a comparison does not show by itself.
    expect(text).toContain("Which programme leaves at least 10.0 density of contacts (%) in month 30?");
    expect(text).toContain(">Density of contacts<");
    expect(text).not.toContain(">ties.density<");
    // The letters of the font may spell anything.
    expect(text.replace(/url\(data:[^)]*\)/g, "")).not.toContain("NaN");
  });
});

test("an experiment that compares no options makes no brief", async () => {
  await inFolder(async (cwd) => {
    const others: readonly (readonly [change: object, words: RegExp])[] = [
      [
        { design: { kind: "lhs", points: 4 }, parameters: { "region.trust": { low: 0.1, high: 0.6 } } },
        /the design lhs/,
      ],
      [{ design: { kind: "list", points: [{}] } }, /1 points/],
      [{ pairing: "independent" }, /common pairing/],
      [{ replicates: 1 }, /at least 2 replicates/],
    ];
    for (const [at, [change, words]] of others.entries()) {
      writeFileSync(join(cwd, `${at}.json`), JSON.stringify({ ...OPTIONS, ...change }));
      expect((await distretto(["plan", `${at}.json`, `dir${at}`], { cwd })).code).toBe(0);
      const { code, err } = await distretto(["report", `dir${at}`, "--out", "b.html"], { cwd });
      expect([code, err]).toEqual([2, expect.stringMatching(words)]);
    }
  });
});
