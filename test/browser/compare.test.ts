import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { distretto, inFolder } from "../cli/command.ts";
import { brief } from "../../ui/brief/brief.ts";
import { htmlText } from "../../ui/brief/html.ts";
import { LANGUAGES, speak } from "../../ui/i18n/text.ts";
import { inputOf, tinyStudy } from "./tinyStudy.ts";
import type { Visitor } from "./visitor.ts";
import { violations } from "./axe.ts";
import { visitor } from "./visitor.ts";

/** Compare as somebody uses it: from the question to a brief that stands up, in a real Chromium. */

/** Height of a printed A4 page at 96 dots an inch. */
const A4 = (297 / 25.4) * 96;

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press("Tab");
}

async function saved(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return download;
}

/** The words of a command as a shell would split them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** A number as the page prints it. */
function printed(value: number, digits: number): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat("en", format).format(value).replace("-", "\u2212");
}

/** An empty sheet of A4, as a printer sees it. */
async function sheet(): Promise<Page> {
  const paper = await visiting.browser.newPage({ viewport: { width: 794, height: 1123 } });
  await paper.emulateMedia({ media: "print" });
  return paper;
}

/** Heights of the two pages. */
async function heightsOf(paper: Page): Promise<number[]> {
  await paper.evaluate(() => document.fonts.ready);
  return paper.locator(".brief-page").evaluateAll((pages) => pages.map((each) => each.clientHeight));
}

/** The style of a saved brief: where tests run, sheets are left out of what is imported. */
function style(): string {
  const read = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
  const font = read("node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2");
  const face = `font-family:"Source Sans 3";font-weight:200 900;src:url(data:font/woff2;base64,${font.toString("base64")})`;
  const sheets = ["ui/charts/comparison.css", "ui/brief/brief.css"].map((path) => read(path).toString());
  return `<style>@font-face{${face}}body{margin:0}${sheets.join("")}</style>`;
}

test("from the question to a printed brief of two pages; every number is that of the command line", async () => {
  await visiting.visit("scenario=emasim", { acceptDownloads: true }, async (page) => {
    // Worlds take their time on a busy machine.
    page.setDefaultTimeout(200_000);
    await page.getByRole("button", { name: "Compare" }).click();
    // The question, then the options as differences.
    await fill(page, "Firms", "40");
    await fill(page, "At least", "2");
    await fill(page, "Budget", "100");
    await fill(page, "Horizon, months", "60");
    await page.getByLabel("Worlds", { exact: true }).selectOption("20");
    await page.getByRole("button", { name: "Add a do-minimum" }).click();
    await fill(page, "Name of option C", "Two <years>");
    await fill(page, "Programme ends, Two <years>", "30");
    await page.getByText("the last broker leaves in month 90 and the horizon is month 60").waitFor();
    await page
      .getByRole("heading", {
        name: "Which programme leaves at least 2 networks alive in month 60, for at most 100 kUSD?",
      })
      .waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("button", { name: "Play 20 pairs of worlds" }).click();
    await page.getByRole("button", { name: "Save the brief" }).waitFor();
    const answer = await page.locator("h2.compare-answer").textContent();
    expect(answer).toMatch(
      /^(Pilot first keeps more networks alive than Strategic at once, in \d+ of 20 worlds|In 20 worlds .+ That is a result)\.$/,
    );
    await page.getByText("20 of 20 pairs run").waitFor();
    expect(await page.getByText(/13 comparisons, corrected by Holm: \d+ of them stand at 5 %/).textContent()).toMatch(
      /Pairing leaves 0\.\d\d of the variance/,
    );
    await page.getByRole("button", { name: "Try the assumptions" }).click();
    await page.getByRole("columnheader", { name: "Regret: what an option falls short of the best one" }).waitFor();
    expect(await violations(page)).toEqual([]);

    const numbers = JSON.parse(readFileSync(await (await saved(page, "Save the numbers")).path(), "utf8"));
    const file = await (await saved(page, "Save the brief")).path();
    await page
      .getByRole("status")
      .getByText("Brief saved: 2 pages and an annex, 20 worlds, seeds 101/1 to 101/20.")
      .waitFor({ state: "attached" });
    const spoken = await page
      .getByRole("row", { name: /^Networks alive/ })
      .locator("td")
      .first()
      .textContent();

    // The brief prints on two pages and an annex.
    const paper = await sheet();
    await paper.setContent(readFileSync(file, "utf8"));
    const heights = await heightsOf(paper);
    expect(heights).toHaveLength(2);
    for (const height of heights) expect(height).toBeLessThanOrEqual(A4);
    const sheets = async () =>
      (await paper.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    const all = (await sheets()) ?? 0;
    expect(all).toBeGreaterThan(2);
    expect(all).toBeLessThanOrEqual(14);
    const words = await paper.locator(".brief-page").allTextContents();
    const linkOfPage = (await paper.locator(".brief pre").first().textContent()) ?? "";
    const [compareLine, reportLine] = ((await paper.locator(".brief pre").nth(1).textContent()) ?? "").split("\n");
    expect(words[0]).toContain(answer);
    await paper.locator(".brief-annex").evaluate((annex) => annex.remove());
    expect(await sheets()).toBe(2);

    // The command lines that the brief prints give the same numbers and the same two pages.
    await inFolder(async (folder) => {
      const { code, out } = await distretto([...wordsOf(compareLine).slice(1), "--json"]);
      expect(code).toBe(0);
      const known = JSON.parse(out);
      expect(known.arms).toHaveLength(4);
      const bare = (name: string) =>
        JSON.parse(JSON.stringify(name === "page" ? numbers : known), (key, value) =>
          ["name", "a", "b"].includes(key) ? undefined : value,
        );
      expect(bare("page")).toEqual(bare("command line"));
      const means = known.arms.map(
        ({ measures }: { measures: Record<string, { mean: number }> }) => measures["networks.alive"].mean,
      );
      const names = ["Strategic at once", "Pilot first", "Two <years>", "No programme"];
      expect(spoken).toContain(names.map((name, arm) => `${name} ${printed(means[arm], 1)}`).join(", "));

      const again = join(folder, "brief.html");
      const reported = await distretto(
        wordsOf(reportLine)
          .slice(1)
          .map((word) => (word === "brief.html" ? again : word)),
      );
      expect([reported.code, reported.err.includes("rror")]).toEqual([0, false]);
      await paper.setContent(readFileSync(again, "utf8"));
      expect(await paper.locator(".brief-page").allTextContents()).toEqual(words);
    });
    const link = (await paper.locator(".brief pre").first().textContent()) ?? "";
    await paper.close();

    // The link of the brief puts the same question again, and plays nothing by itself.
    await page.goto(`about:blank`);
    await page.goto(linkOfPage);
    await page.getByRole("button", { name: "Play 20 pairs of worlds" }).waitFor();
    expect(await page.getByLabel("Name of option C", { exact: true }).inputValue()).toBe("Two <years>");
    expect(await page.getByLabel("Programme ends, Two <years>", { exact: true }).inputValue()).toBe("30");
    expect(await page.getByLabel("Budget", { exact: true }).inputValue()).toBe("100");
    expect(link.replace(/^#/, "")).toContain("ask.C.brokers.end=30");
  });
}, 400_000);

test("a brief keeps to two pages and to its margins in every language, with two, three and five options", async () => {
  const head = `<head>${style()}</head>`;
  const paper = await sheet();
  for (const options of [2, 3, 5]) {
    const study = await tinyStudy(options);
    for (const language of LANGUAGES) {
      await speak([language]);
      await paper.setContent(
        `<!doctype html><html lang="${language}">${head}${htmlText(brief(inputOf(study)))}</html>`,
      );
      const heights = await heightsOf(paper);
      expect(heights).toHaveLength(2);
      for (const height of heights) expect(height, `${options} options, ${language}`).toBeLessThanOrEqual(A4);
      const beyond = await paper.locator(".brief-block :is(table, svg)").evaluateAll((all) =>
        all.flatMap((each) => {
          const { right } = each.getBoundingClientRect();
          const most = each.closest(".brief-page, .brief-annex")?.getBoundingClientRect().right ?? 0;
          return right > most - 55 ? [`${each.closest(".brief-block")?.firstChild?.textContent}: ${right}`] : [];
        }),
      );
      expect(beyond, `${options} options, ${language}`).toEqual([]);
    }
  }
  await speak(["en"]);
  await paper.close();
});
