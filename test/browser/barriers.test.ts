import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import type { Visitor } from "./visitor.ts";
import { atMonth, visitor } from "./visitor.ts";

/** Barriers that can be found by rule: every view, every dialog and every state of them, in all three themes. */

let visiting: Visitor;

beforeAll(async () => {
  visiting = await visitor();
});

afterAll(() => visiting?.stop());

/** Looks at a state of the page by the rules; what is found is kept under its name. */
type Check = (state: string) => Promise<void>;

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

/** Who is looked for on the stage, found and picked. */
async function searches(page: Page, check: Check): Promise<void> {
  const find = page.getByRole("combobox", { name: "Find a firm or network" });
  await find.fill("danli 3");
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await check("stage, searching");
  await find.press("Enter");
  await page.locator(".why-bars, .why-heading", { hasText: "Danlí" }).first().waitFor();
  await check("stage, a firm");
  await find.fill("network 1");
  await find.press("Enter");
  await page.getByRole("complementary", { name: /picked$/ }).waitFor();
  await check("stage, firms picked");
  await press(page, "Let these firms go");
}

/** Explore: the stage with each kind of card, what lies over it, the list in its parts, the charts. */
async function explore(page: Page, hasTools: boolean, check: Check): Promise<void> {
  await check("a link that is refused in part");
  await press(page, "Close this message");
  await check("stage");
  if (hasTools) await searches(page, check);
  await press(page, /^Export/);
  await check("export menu");
  await page.keyboard.press("Escape");

  await page.keyboard.press("l");
  await page.getByRole("table").first().waitFor();
  await check("list, networks");
  const list = page.locator(".list");
  await list
    .getByRole("button", { name: /^Show the members/ })
    .first()
    .click();
  await page.locator(".members tbody tr").first().waitFor();
  await check("list, members");
  await list
    .getByRole("button", { name: /^How far network/ })
    .first()
    .click();
  await page.locator(".side").getByText("How far it has come").waitFor();
  await check("a network's card");
  await page.keyboard.press("l");
  for (const part of ["Firms", "Brokers", "Towns"]) {
    await list.getByRole("button", { name: part, exact: true }).click();
    await check(`list, ${part}`);
    if (part !== "Brokers") continue;
    await list
      .getByRole("button", { name: /^Broker / })
      .first()
      .click();
    await page.locator(".side").getByText("Where its month goes").waitFor();
    await check("a broker's card");
  }
  await page.keyboard.press("Escape");

  await press(page, "Charts");
  const chart = page.getByRole("img", { name: /^Networks by phase, month 38/ });
  await chart.waitFor();
  await check("charts");
  await press(page, "Networks by phase as a table");
  await check("charts, one as a table");
  await page.keyboard.press("Escape");
}

/** Every dialog in every part. */
async function dialogs(page: Page, check: Check): Promise<void> {
  const dialog = page.getByRole("dialog");
  const visit = async (key: string, name: string, inside: () => Promise<void> = async () => undefined) => {
    await page.keyboard.press(key);
    await dialog.locator(".dialog-body > *").first().waitFor();
    await check(name);
    await inside();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    // The page is told that it closed a moment after it is hidden, and hears no keys until then.
    await page.waitForTimeout(100);
  };
  await visit("s", "settings", async () => {
    await dialog.getByRole("searchbox").fill("trust in strangers");
    await dialog.getByRole("spinbutton", { name: "Trust in strangers" }).fill("7");
    await page.keyboard.press("Tab");
    await dialog.getByRole("alert").getByText("Expected").waitFor();
    await check("settings, a value refused");
  });
  await press(page, "Close this message");
  await visit("a", "assumptions");
  await visit("?", "help");
  await visit("g", "gallery", async () => {
    await dialog.getByRole("button", { name: "Write or open one" }).click();
    await check("editor");
    await dialog.getByRole("textbox", { name: /^Scenario as text/ }).fill('{"format": "distretto/scenario/1"');
    await dialog.getByText("Look at commas").waitFor();
    await check("editor, with a problem");
    await dialog.getByRole("button", { name: "Your region from tables" }).click();
    await check("tables");
    await dialog.getByRole("textbox", { name: "Firms" }).fill("id,place,sector\nA,North,pots\nA,,pots");
    await dialog.getByText("firms, line 3").first().waitFor();
    await check("tables, with problems");
  });
}

/** Learn: the list of lessons, the beginning of one, and the pages that are printed. */
async function learn(page: Page, check: Check): Promise<void> {
  await press(page, "Learn");
  const lesson = page.getByRole("button", { name: /^2 The free lunch/ }).first();
  await lesson.waitFor();
  await check("lessons");
  await lesson.click();
  await page.locator(".learn-ways").getByRole("button").first().waitFor();
  await check("a lesson");
  await press(page, "Teacher's page");
  await check("teacher's page");
  await press(page, "Back to the lesson");
  await press(page, "Student sheet");
  await check("student sheet");
}

/** Compare: the question, and the answer over twenty pairs of a small region. */
async function compare(page: Page, check: Check): Promise<void> {
  await press(page, "Compare");
  await page.locator(".compare-editor").waitFor();
  await page.getByLabel("Worlds", { exact: true }).selectOption("20");
  await check("compare, before");
  await press(page, "Play 20 pairs of worlds");
  await page.locator(".compare-caveat").waitFor({ timeout: 120_000 });
  await press(page, "Stop and keep").catch(() => undefined);
  await page.locator(".compare-results").waitFor();
  await page.getByText("7 more measures").click();
  await press(page, "Show world 1 on two stages");
  await page.getByText(/at work, \d+ only here \(dashed orange\)/).waitFor();
  await check("compare, after, with all measures and two stages");
}

test.each(["light", "dark", "projector"])("no barriers in any view, theme %s", async (theme) => {
  const link = "scenario=honduras&set.firms.count=500&month=38&set.region.trust=7";
  await visiting.visit(link, {}, async (page) => {
    const found: Record<string, string[]> = {};
    const check: Check = async (state) => {
      const barriers = await violations(page);
      if (barriers.length > 0) found[state] = barriers;
    };
    await page.getByLabel("Theme").selectOption(theme);
    await atMonth(page, 38);
    await page.locator(`[data-theme="${theme}"]`).waitFor();
    // A projector shows no tools.
    await explore(page, theme !== "projector", check);
    await dialogs(page, check);
    await learn(page, check);
    await press(page, "Explore");
    await page.getByLabel("Scenario", { exact: true }).selectOption("emasim");
    await page.waitForFunction(() => location.hash.includes("scenario=emasim"));
    await atMonth(page, 0);
    await check("stage, where nobody has met and there are no networks");
    await compare(page, check);
    expect(found).toEqual({});
  });
});
