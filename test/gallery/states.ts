import type { Page } from "playwright-core";

/** Every view and what it can show, each with the link that leads to it and what is done there. */
export interface ViewState {
  /** Which of the three doors leads there, when it is not Explore. */
  readonly door?: "compare" | "learn";
  readonly name: string;
  readonly caption: string;
  readonly link: string;
  readonly act?: (page: Page) => Promise<void>;
}

const MONTH_38 = "scenario=honduras&month=38";
/** A firm of a pilot that said no. */
const FIRM = 1402;

/** Presses what has this name and can be seen: on a phone another button has it than on a laptop. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .filter({ visible: true })
    .first()
    .click();
}

/** Asks about a network or a broker by the stage's keys; on a phone its card is a tab of its own. */
async function ask(page: Page, key: string, times: number): Promise<void> {
  await page.locator("#stage").focus();
  for (let k = 0; k < times; k++) await page.keyboard.press(key);
  await page.locator(".why .facts").first().waitFor({ state: "attached" });
  await page.locator("#stage").blur();
  if (page.viewportSize()?.width === 390) await press(page, "Why?");
}

/** Opens a dialog by its key and waits for what is in it. */
async function open(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.locator("dialog .dialog-body > *").first().waitFor();
}

/** A part of the dialog on scenarios. */
async function part(page: Page, name: string): Promise<void> {
  await open(page, "g");
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
}

const FREE_LUNCH = /^2 The free lunch/;

const FIRMS = `id,place,sector,workers
kiln,Rio Alto,ceramics,4
wheel,Rio Alto,ceramics,3
glaze,Rio Alto,ceramics,6
lathe,San Juan,wood,2
plane,San Juan,wood,5
loom,San Juan,,3`;

const TIES = `from,to
kiln,wheel
wheel,glaze
lathe,plane`;

export const STATES: readonly ViewState[] = [
  { name: "arrival", caption: "A first visit: month 0, nobody has met", link: "" },
  { name: "stage", caption: "The stage, each network where its members meet", link: MONTH_38 },
  { name: "map", caption: "The same month on the map", link: `${MONTH_38}&layout=map` },
  { name: "late", caption: "Brokers have left", link: "scenario=honduras&month=100" },
  {
    name: "firm",
    caption: "A firm, and why it said no",
    link: `${MONTH_38}&firm=${FIRM}`,
    act: async (page) => {
      await page.locator(".why-bars").waitFor({ state: "attached" });
      if (page.viewportSize()?.width === 390) await press(page, "Why?");
    },
  },
  { name: "network", caption: "A network's card", link: MONTH_38, act: (page) => ask(page, "m", 4) },
  { name: "broker", caption: "A broker's card", link: MONTH_38, act: (page) => ask(page, "d", 2) },
  {
    name: "list",
    caption: "The list: the same facts as text",
    link: MONTH_38,
    act: async (page) => {
      await press(page, "List");
      await page
        .locator(".list")
        .getByRole("button", { name: /^Show the members/ })
        .first()
        .click();
      await page.locator(".members tbody tr").first().waitFor();
    },
  },
  {
    name: "charts",
    caption: "Charts, linked to the month",
    link: MONTH_38,
    act: async (page) => {
      await press(page, "Charts");
      await page.getByRole("img", { name: /^Networks by phase, month 38/ }).waitFor();
      const waiting = page.getByText("Going through the months").filter({ visible: true });
      await waiting.first().waitFor({ state: "hidden" });
    },
  },
  {
    name: "branch",
    caption: "A branch after month 38, with a lever that was moved",
    link: "scenario=honduras&month=60&at.38.brokers.count=0&branch=38",
    act: async (page) => {
      if (page.viewportSize()?.width === 390) await press(page, "Levers");
    },
  },
  {
    name: "settings",
    caption: "All settings; one is refused",
    link: `${MONTH_38}&set.region.trust=0.4`,
    act: async (page) => {
      await open(page, "s");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("searchbox").fill("trust");
      await dialog.getByRole("spinbutton", { name: "Trust in strangers" }).fill("7");
      await page.keyboard.press("Tab");
      await dialog.getByRole("alert").getByText("Expected").waitFor();
    },
  },
  { name: "assumptions", caption: "Assumptions", link: MONTH_38, act: (page) => open(page, "a") },
  {
    name: "scenarios",
    caption: "The gallery of scenarios",
    link: MONTH_38,
    act: async (page) => {
      await open(page, "g");
      await page.waitForTimeout(3000);
    },
  },
  {
    name: "editor",
    caption: "The editor, with a problem",
    link: MONTH_38,
    act: async (page) => {
      await part(page, "Write or open one");
      await page.getByRole("textbox", { name: /^Scenario as text/ }).press("x");
      await page.getByRole("dialog").getByText("Look at commas").first().waitFor();
    },
  },
  {
    name: "tables",
    caption: "A region from tables, with a problem",
    link: MONTH_38,
    act: async (page) => {
      await part(page, "Your region from tables");
      await page.getByRole("textbox", { name: "Firms" }).fill(FIRMS);
      await page.getByRole("textbox", { name: "Ties" }).fill(TIES);
      await page.getByRole("dialog").getByText("firms, line 7").first().waitFor();
    },
  },
  {
    name: "experiments",
    caption: "Experiments, before one is opened",
    link: MONTH_38,
    act: (page) => part(page, "Experiments"),
  },
  { name: "help", caption: "Help: the map of keys", link: MONTH_38, act: (page) => open(page, "?") },
  { name: "export", caption: "What can be taken away", link: MONTH_38, act: (page) => press(page, /^Export/) },
  {
    name: "worlds",
    caption: "One world held against twenty of the same settings",
    link: MONTH_38,
    act: async (page) => {
      await press(page, /^Hold against/);
      await page.getByText(/^Worlds 101\/1 to 101\/20/).waitFor();
      await page.getByText(/^\d+ of 20 worlds$/).waitFor({ state: "hidden", timeout: 120_000 });
    },
  },
  {
    name: "ten-thousand",
    caption: "10,000 firms",
    link: "scenario=honduras&set.firms.count=10000&month=38",
  },
  {
    door: "compare",
    name: "before",
    caption: "The question and its options",
    link: MONTH_38,
    act: async (page) => {
      await press(page, "Compare");
      await page.locator(".compare-editor").waitFor();
    },
  },
  {
    door: "compare",
    name: "after",
    caption: "The answer over 20 pairs of worlds",
    link: MONTH_38,
    act: async (page) => {
      await press(page, "Compare");
      await page.getByLabel("Worlds", { exact: true }).selectOption("20");
      await press(page, "Play 20 pairs of worlds");
      await page.locator(".compare-caveat").waitFor({ timeout: 120_000 });
      await page.getByRole("button", { name: "Stop and keep" }).waitFor({ state: "hidden", timeout: 120_000 });
    },
  },
  {
    door: "learn",
    name: "lessons",
    caption: "The lessons",
    link: MONTH_38,
    act: async (page) => {
      await press(page, "Learn");
      await page.getByRole("button", { name: FREE_LUNCH }).first().waitFor();
    },
  },
  {
    door: "learn",
    name: "lesson",
    caption: "A lesson begins",
    link: "view=learn&lesson=free-lunch",
    act: async (page) => {
      await page.locator(".learn-ways").getByRole("button").first().waitFor();
    },
  },
  {
    door: "learn",
    name: "teacher",
    caption: "Its page for teachers",
    link: "view=learn&lesson=free-lunch&page=teacher",
    act: (page) => page.getByRole("button", { name: "Back to the lesson" }).waitFor(),
  },
  {
    door: "learn",
    name: "sheet",
    caption: "Its sheet for students",
    link: "view=learn&lesson=free-lunch&page=sheet",
    act: (page) => page.getByRole("button", { name: "Back to the lesson" }).waitFor(),
  },
  { door: "learn", name: "concepts", caption: "The test of ideas", link: "view=learn&page=concepts" },
];
