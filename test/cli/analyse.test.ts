import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { distretto, inFolder } from "./command.ts";

/** What is worked out from experiments that have run, as a user does it. */

const SWEEP = {
  format: "distretto/experiment/1",
  scenario: "honduras",
  settings: { "firms.count": 60, months: 12 },
  design: { kind: "saltelli", base: 16, scramblings: 4 },
  parameters: { "region.trust": { low: 0.1, high: 0.6 }, "search.transactionCost": { low: 0.01, high: 0.2 } },
  seed: "sweep",
  measures: ["trust.neighbours", "networks.formed"],
};

function write(folder: string, content: object): string {
  const path = join(folder, "file.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** Every picture says what it rests on and what its range leaves out. */
function checkPictures(folder: string): void {
  const pictures = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  expect(pictures.length).toBeGreaterThan(1);
  for (const name of pictures) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text).toContain("they do not include the chance that the model is wrong");
    expect(text).toMatch(/>n (up to )?[\d,]+/);
    expect(text).toContain("seed ");
    expect(text).not.toContain("NaN");
  }
  const page = readFileSync(join(folder, "index.html"), "utf8");
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(page.match(/<svg/g)?.length).toBe(pictures.filter((name) => !name.startsWith("explore")).length);
}

test("analyse and explore a sweep; an incomplete one is said to be", async () => {
  await inFolder(async (cwd) => {
    const file = write(cwd, SWEEP);
    expect((await distretto(["plan", file, "sweep"], { cwd })).code).toBe(0);
    const early = await distretto(["analyse", "sweep"], { cwd });
    expect(early).toMatchObject({ code: 3, out: "" });
    expect(early.err).toContain("96 runs are missing");
    expect((await distretto(["batch", file, "sweep", "--resume", "--workers", "1"], { cwd })).code).toBe(0);

    const { code, out } = await distretto(["analyse", "sweep", "--json"], { cwd });
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ design: "saltelli", seed: "sweep", runs: 96, failed: 0, problems: [] });
    const { indices, names } = found.measures[0].finding;
    expect(names).toEqual(["region.trust", "search.transactionCost"]);
    expect(indices.n).toBe(16);
    expect(indices.total[0].value).toBeGreaterThan(indices.total[1].value);
    expect(indices.total[0].low).toBeLessThan(indices.total[0].value);
    expect(indices.total[0].bootstrap.high).toBeGreaterThan(indices.total[0].value);
    const people = await distretto(["analyse", "sweep", "--measure", "trust.neighbours"], { cwd });
    expect(people.out).toContain("region.trust × search.transactionCost");
    expect(people.out).not.toContain("networks.formed");
    await distretto(["analyse", "sweep"], { cwd });
    checkPictures(join(cwd, "sweep", "analysis"));

    const wrong = await distretto(["analyse", "sweep", "--measure", "trust.neighbour"], { cwd });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.err).toContain("Did you mean trust.neighbours?");

    const low = await distretto(["explore", "sweep", "--fails", "trust.neighbours < 0.3", "--json"], { cwd });
    const part = JSON.parse(low.out);
    expect(part.box[0]).toMatchObject({ path: "region.trust" });
    expect(part.box[0].limit).toMatch(/^at most/);
    expect(part.map.counts.flat().reduce((sum: number, n: number) => sum + n, 0)).toBe(96);
    const bad = await distretto(["explore", "sweep", "--fails", "trust is low"], { cwd });
    expect(bad).toMatchObject({ code: 2 });
    expect(bad.err).toContain("networks.alive<1");
  });
});

/** The truth is found again: trust in strangers leaves a mark on what firms think of their neighbours. */
const RECOVER = {
  format: "distretto/calibration/1",
  scenario: "honduras",
  settings: { "firms.count": 60, months: 12 },
  parameters: { "region.trust": { low: 0.1, high: 0.6 }, "sanctions.fines": [true, false] },
  truth: { "region.trust": 0.42, "sanctions.fines": true },
  targets: [
    { measure: "trust.population", tolerance: 0.02 },
    { measure: "trust.neighbours", tolerance: 0.02 },
  ],
  method: { kind: "smc", particles: 30, generations: 4 },
  seed: "recover",
};

test("calibrate finds a truth again, is the same when it goes on, and refuses another file", async () => {
  await inFolder(async (cwd) => {
    const file = write(cwd, RECOVER);
    const { code, out, err } = await distretto(["calibrate", file, "fit", "--workers", "2", "--json"], { cwd });
    expect([code, err]).toEqual([0, ""]);
    const fit = JSON.parse(out);
    const [trust] = fit.marginals;
    expect(trust.quantiles[0]).toBeLessThan(0.42);
    expect(trust.quantiles[4]).toBeGreaterThan(0.42);
    expect(trust.width).toBeLessThan(0.5);
    expect(fit.targets[0].within).toBeGreaterThan(0.2);
    checkPictures(join(cwd, "fit", "fit"));
    const points = readFileSync(join(cwd, "fit", "fit", "points.csv"), "utf8");
    expect(points.split("\n")[0]).toBe(
      "weight,distance,region.trust,sanctions.fines,trust.population,trust.neighbours",
    );

    const again = await distretto(["calibrate", file, "fit", "--resume", "--json"], { cwd });
    expect(again.out).toBe(out);
    expect((await distretto(["calibrate", file, "fit"], { cwd })).code).toBe(2);
    const other = write(cwd, { ...RECOVER, seed: "other" });
    const changed = await distretto(["calibrate", other, "fit", "--resume"], { cwd });
    expect(changed).toMatchObject({ code: 2 });
    expect(changed.err).toContain("/seed");
    expect((await distretto(["check", file], { cwd })).code).toBe(0);
    const strange = await distretto(["calibrate", file, cwd], { cwd });
    expect(strange.code).toBe(2);
    expect(strange.err).toContain("a new or empty folder");
    expect(readdirSync(cwd).sort()).toEqual(["file.json", "fit"]);
  });
});
