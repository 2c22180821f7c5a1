import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import type { Rollup } from "vite";
import { build } from "vite";
import { describe, expect, test } from "vitest";
import { Refusal, compare, describe as describeProduct, openScenario, run } from "../../src/library.ts";
import { distretto, jsonOf } from "./command.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const small = { seed: 5, months: 12, settings: { "firms.count": 200 } };
const flags = ["--seed", "5", "--months", "12", "--firms", "200"];

describe("the library gives what the command prints", () => {
  test("run", async () => {
    expect(JSON.parse(JSON.stringify(await run("honduras", small)))).toEqual(
      await jsonOf(["run", "honduras", ...flags]),
    );
  });

  test("compare, with arms as the command takes them", async () => {
    const arms = ["honduras", "honduras:brokers.count=0"];
    const ours = await compare(arms, { ...small, replicates: 2 });
    expect(JSON.parse(JSON.stringify(ours))).toEqual(await jsonOf(["compare", ...arms, ...flags, "--replicates", "2"]));
  });

  test("describe", async () => {
    const { confidence: _, ...printed } = await jsonOf(["describe"]);
    expect(JSON.parse(JSON.stringify(describeProduct()))).toEqual(printed);
  });

  test("a world played by hand ends where a run ends", async () => {
    const world = openScenario("honduras", small);
    expect(world).toMatchObject({ scenario: "honduras", seed: "5", months: 12, month: 0 });
    world.playTo(11);
    world.step();
    const { hash, measures } = await run("honduras", small);
    expect([world.month, world.hash(), world.measures()]).toEqual([12, hash, measures]);
    expect(world.measure("networks.alive")).toBe(measures["networks.alive"]);
    expect(world.measure("no.such")).toBeUndefined();
  });

  test("series and progress", async () => {
    const months: number[] = [];
    const { series } = await run("honduras", { ...small, series: true, onMonth: (month) => months.push(month) });
    expect(months).toEqual(series?.months);
    const worlds: string[] = [];
    await compare(["honduras", "honduras"], {
      ...small,
      replicates: 1,
      onWorld: (done, all) => worlds.push(`${done}/${all}`),
    });
    expect(worlds).toEqual(["1/2", "2/2"]);
  });
});

describe("bad input", () => {
  test("is refused with problems", async () => {
    expect(() => openScenario("hondurs")).toThrow(Refusal);
    await expect(run("honduras", { settings: { "a.b": 1 } })).rejects.toMatchObject({ problems: [{ path: "a.b" }] });
    await expect(compare(["honduras"])).rejects.toMatchObject({ problems: [{ path: "arms" }] });
  });

  test("is a mistake to the compiler where it can be", () => {
    const never = () => {
      // @ts-expect-error a number of months is a number
      void run("honduras", { months: "12" });
      // @ts-expect-error arms are a list
      void compare("honduras");
      // @ts-expect-error there is no such option
      openScenario("honduras", { sead: 1 });
      // @ts-expect-error a measure is named by text
      openScenario("honduras").measure(1);
    };
    expect(never).toBeTypeOf("function");
  });
});

test("behind a bundler it runs without anything of Node, and gives the same", async () => {
  await distretto(["--version"]);
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, "dist/distretto.js"), formats: ["iife"], name: "library" },
    },
  })) as Rollup.RollupOutput[];
  const { code } = built[0].output[0];
  const page = createContext({ setTimeout, performance, console });
  runInContext(code, page);
  const hash: unknown = await runInContext(
    `library.run("honduras", { seed: 5, months: 12, settings: { "firms.count": 200 } }).then((result) => result.hash)`,
    page,
  );
  expect(hash).toBe((await run("honduras", small)).hash);
});
