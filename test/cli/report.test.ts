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
