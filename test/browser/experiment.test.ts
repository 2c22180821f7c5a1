import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { batch } from "../../src/experiment/batch.ts";
import { DISK } from "../../src/experiment/disk.ts";
import { hereCrew } from "../experiment/hereCrew.ts";
import { SMALL, smallFolder } from "../experiment/small.ts";
import { violations } from "./axe.ts";
import type { Visitor } from "./visitor.ts";
import { visitor } from "./visitor.ts";
import { picture } from "./picture.ts";

/** An experiment on the page: its file, some of its runs, and rows of a finished one with their worlds. */

const SETTINGS = { "firms.count": 60, months: 24, "brokers.start": 1 };

let visiting: Visitor;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "distretto-experiment-page-"));
  await batch({ disk: DISK, folder: smallFolder(folder, { settings: SETTINGS }), crew: hereCrew() });
  visiting = await visitor();
});
afterAll(async () => {
  await visiting?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const document = () => join(folder, "experiment.json");
const results = () => join(folder, "results", "runs.csv");

/** Rows of the finished experiment by their column. */
function finishedRows(): Record<string, string>[] {
  const [head, ...lines] = readFileSync(results(), "utf8").trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell])));
}

async function openPart(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Scenarios: gallery/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Experiments", exact: true }).click();
}

const choose = (page: Page, ...files: string[]) =>
  page.getByLabel("Experiment, or the table of its runs").setInputFiles(files);

/** Cells of the table as they are shown, by the row's number. */
const shownRows = (page: Page) => page.locator("#experiment-runs-filter, .experiment-table tbody tr").allTextContents();

test("a file tells what it is, some of its runs are played here, and can be stopped", async () => {
  await visiting.visit("scenario=honduras&set.firms.count=60", {}, async (page) => {
    await openPart(page);
    await choose(page, document());
    await page.getByText("Design factorial: 4 points, 6 worlds each, 24 runs in all.").waitFor();
    await page.getByText("2 parameters vary: region.trust, fees.schedule").waitFor();
    await page.getByLabel("Runs to play here").fill("6");
    await page.getByRole("button", { name: "Play them" }).click();
    await page.getByText(/^6 of 24 runs, played here/).waitFor();
    // The same runs as on the command line: spread over the design, with the same hashes.
    const hashes = await page.locator(".experiment-table tbody tr td:last-child").allTextContents();
    const rows = finishedRows();
    expect(hashes).toEqual([1, 5, 9, 13, 17, 21].map((run) => rows[run - 1]["hash"]));

    const long = { ...SMALL, settings: { ...SETTINGS, "firms.count": 600, months: 240 }, replicates: 200 };
    writeFileSync(join(folder, "long.json"), JSON.stringify(long));
    await choose(page, join(folder, "long.json"));
    await page.getByText(/800 runs in all/).waitFor();
    await page.getByLabel("Runs to play here").fill("800");
    await page.getByRole("button", { name: "Play them" }).click();
    await page.getByText(/^[1-9]\d* of 800 runs\. About/).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText(/^\d+ of 800 runs, played here/).waitFor();
    await page.getByRole("button", { name: "Play them" }).waitFor();
  });
});

test("what is wrong with a file is told as on the command line", async () => {
  await visiting.visit("scenario=honduras&set.firms.count=60", {}, async (page) => {
    await openPart(page);
    writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...SMALL, measures: ["networks.fromed"] }));
    await choose(page, join(folder, "bad.json"));
    await page.getByText(/^\/measures\/0: .*networks\.fromed.* networks\.formed/).waitFor();
    writeFileSync(join(folder, "other.csv"), "a,b\n1,2\n");
    await choose(page, join(folder, "other.csv"));
    await page.getByText(/Expected the table `runs` of an experiment/).waitFor();
  });
});

test("a finished sweep shows its rows, and one click on a row leads to its world with the same hash", async () => {
  await visiting.visit("scenario=honduras&set.firms.count=60", {}, async (page) => {
    const rows = finishedRows();
    // Dropped somewhere on the page, the table alone is read, but its worlds need the experiment.
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "runs.csv", { type: "text/csv" }));
        return transfer;
      },
      readFileSync(results(), "utf8"),
    );
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await page.getByText(/^24 runs from runs\.csv\. Open experiment\.json/).waitFor();
    await page.getByRole("button", { name: "Open the world of run 17 on the stage" }).click();
    await page.getByText(/^experiment: none\. Expected the experiment of this table/).waitFor();
    await choose(page, document());
    await page.getByText(/^24 runs from runs\.csv\. A run's number/).waitFor();
    expect(await shownRows(page)).toHaveLength(25);
    for (const theme of ["light", "dark", "projector"]) {
      await page.evaluate((worn) => (window.document.documentElement.dataset["theme"] = worn), theme);
      expect(await violations(page), theme).toEqual([]);
      await picture(page, `experiment-${theme}`);
    }
    await page.getByRole("button", { name: "Open the world of run 17 on the stage" }).click();
    const row = rows[16];
    await page
      .getByText(`Run 17 is the same world here as in the experiment: month 24 has the hash ${row["hash"]}.`)
      .waitFor();
    expect(await page.locator(".dialog[open]").count()).toBe(0);
    await page.waitForURL((url) => url.hash.includes(`hash=${row["hash"]}`));
    expect(decodeURIComponent(page.url())).toContain(`seed=${row["seed"]}`);
    expect(decodeURIComponent(page.url())).toContain(`set.region.trust=${row["region.trust"]}`);

    // The table is still there for the next row; a row that was made by something else is found out.
    writeFileSync(
      join(folder, "wrong.csv"),
      readFileSync(results(), "utf8").replaceAll(rows[2]["hash"], "0".repeat(16)),
    );
    await page
      .getByRole("button", { name: /^Scenarios: gallery/ })
      .first()
      .click();
    await page.getByText(/^24 runs from runs\.csv/).waitFor();
    await choose(page, join(folder, "wrong.csv"));
    await page.getByRole("button", { name: "Open the world of run 3 on the stage" }).click();
    await page.getByText(/^Run 3 is another world here than in the experiment: month 24 had the hash 0{16}/).waitFor();
  });
});

test("on a phone, with the table as Parquet", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  await visiting.visit("scenario=honduras&set.firms.count=60", phone, async (page) => {
    const data = await page.evaluateHandle(
      (files) => {
        const transfer = new DataTransfer();
        for (const [name, bytes] of files) transfer.items.add(new File([Uint8Array.from(bytes)], name));
        return transfer;
      },
      [document(), results().replace(/csv$/, "parquet")].map((path) => [path, [...readFileSync(path)]] as const),
    );
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await page.getByText(/^24 runs from .*runs\.parquet\. A run's number/).waitFor();
    expect(await page.locator(".experiment-table tbody tr td:last-child").allTextContents()).toEqual(
      finishedRows().map((row) => row["hash"]),
    );
    const width = await page.evaluate(() => window.document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
    await picture(page, "experiment-phone");
  });
});
