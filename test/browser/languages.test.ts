import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "./findChromium.ts";
import { CLOSE, OPEN, pseudo, pseudoLanguage } from "./pseudo.ts";
import type { Site } from "./servePage.ts";
import { servePage } from "./servePage.ts";
import { picture } from "./picture.ts";

/** The page in another language, in longer words and from right to left: all of it is translated, and has room. */

const WORLD = "scenario=honduras&set.firms.count=500&month=38";
/** German is that language here. */
const TAG = "de";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await servePage([pseudoLanguage(TAG)]);
  browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function visit(width: number, direction: "ltr" | "rtl"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // The stand-in is written as the language in whose place it is; its direction is that of this visit.
  await page.addInitScript((dir) => {
    Object.defineProperty(HTMLElement.prototype, "dir", {
      set(this: HTMLElement) {
        this.setAttribute("dir", dir);
      },
    });
  }, direction);
  await page.goto(`${site.url}?lang=${TAG}#${WORLD}`);
  await atRest(page);
  return page;
}

/** Until the month on the page has its hash. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => location.hash.includes("&hash="));
  await page.waitForTimeout(400);
}

/** Texts and names that can be read or heard on the page and stand in English. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(
    ([open, close]) => {
      const found: string[] = [];
      const note = (words: string | null, where: Element): void => {
        if (words === null || !/\p{L}{2}/u.test(words) || words.includes(open) || words.includes(close)) return;
        // A piece of a message that a link to the glossary stands in: its letters have their marks.
        if (!/[aeiou]/i.test(words)) return;
        // Names of kinds of files and of the money.
        if (["CSV", "SVG", "PNG", "kUSD"].includes(words.trim())) return;
        // Data of no language: addresses of settings, keys of the keyboard, names of languages, what is typed.
        if (where.closest("[translate=no], kbd, code, pre, textarea, script, style, noscript")) return;
        found.push(`${where.tagName.toLowerCase()}.${where.getAttribute("class") ?? ""}: ${words.trim().slice(0, 60)}`);
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement !== null) note(node.textContent, node.parentElement);
      for (const one of document.body.querySelectorAll("*"))
        for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"])
          note(one.getAttribute(name), one);
      return [...new Set(found)];
    },
    [OPEN, CLOSE],
  );
}

/** Controls that are cut off, beside the page, or under another one. */
function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { clientWidth } = document.documentElement;
    if (document.documentElement.scrollWidth > clientWidth + 1)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${clientWidth}`);
    for (const one of document.body.querySelectorAll<HTMLElement>("button, select, input, summary, a[href]")) {
      if (!one.checkVisibility({ opacityProperty: false, visibilityProperty: true })) continue;
      const box = one.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (box.width < 2 || y < 0 || y > innerHeight || one.closest(".skip, [aria-hidden=true]")) continue;
      const name = `${one.tagName.toLowerCase()}.${one.className}: ${(one.ariaLabel ?? one.textContent).slice(0, 40)}`;
      if (one.closest(".timeline, .table-scroll") === null && (box.left < -1 || box.right > clientWidth + 1))
        found.push(`beside the page: ${name}`);
      const style = getComputedStyle(one);
      const cuts = style.overflowX !== "visible" && style.textOverflow !== "ellipsis";
      if (one.tagName === "BUTTON" && cuts && one.scrollWidth > one.clientWidth + 1) found.push(`cut off: ${name}`);
      const top = document.elementFromPoint(x, y);
      if (top === null || one.contains(top) || top.contains(one)) continue;
      const other = top.closest("button, select, input, summary, a[href]");
      if (other !== null && other.closest(".tabs") === null) found.push(`under ${other.className}: ${name}`);
    }
    return found;
  });
}

async function holds(page: Page, where: string): Promise<void> {
  expect.soft(await untranslated(page), `${where}: in English`).toEqual([]);
  expect.soft(await crowded(page), `${where}: crowded`).toEqual([]);
  await picture(page, `pseudo-${where}`);
}

test("the stand-in language keeps what code reads", () => {
  const message = "{count, plural, =0 {none} one {# tie} other {# ties}} of {name}, {n, number} in all";
  expect(pseudo(message)).toBe(
    "⟦{count, plural, =0 {ñóóñéé}one {# ţíéé}other {# ţíééš}} óóf {name}, {n, number} íñ ááll⟧",
  );
});

for (const direction of ["ltr", "rtl"] as const) {
  test(`Explore and its dialogs, ${direction}`, { timeout: 300_000 }, async () => {
    const page = await visit(1440, direction);
    await page.locator("#stage").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".why-heading").waitFor();
    await atRest(page);
    await holds(page, `explore-${direction}`);
    for (const [key, name] of [
      ["s", "settings"],
      ["?", "help"],
    ] as const) {
      // On the stage keys mean other things.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press(key);
      await page.locator("dialog[open]").waitFor();
      await page.waitForTimeout(400);
      await holds(page, `${name}-${direction}`);
      if (name === "help") {
        await page.locator(".help > .button").click();
        await page.locator(".glossary").waitFor();
        await holds(page, `glossary-${direction}`);
      }
      await page.keyboard.press("Escape");
    }
    // The stage and the play bar go as in every other language.
    await page.locator(".play").click();
    await page.waitForFunction(() => Number(/month=(\d+)/.exec(location.hash)?.[1] ?? 0) > 38);
    await page.locator(".play").click();
    await page.context().close();
  });

  test(`the other rooms, and a phone, ${direction}`, { timeout: 300_000 }, async () => {
    const page = await visit(1280, direction);
    await page.locator(".door").nth(1).click();
    await page.locator(".options-table").waitFor();
    await holds(page, `compare-${direction}`);
    await page.locator(".door").nth(2).click();
    await page.locator(".lesson-card").first().waitFor();
    await holds(page, `learn-${direction}`);
    await page.locator(".lesson-card").first().click();
    await page.locator(".learn-panel button:not([disabled])").first().waitFor();
    await holds(page, `lesson-${direction}`);
    for (const [name, link] of [
      ["teacher", "lesson=free-lunch&page=teacher"],
      ["sheet", "lesson=free-lunch&page=sheet"],
      ["class", "class=12"],
      ["seats", "lesson=free-lunch&class=12&page=join"],
      ["concepts", "page=concepts"],
    ] as const) {
      await page.evaluate((part) => (location.hash = `#view=learn&${part}`), link);
      const heading = `.learn-page:has(${name === "class" ? ".class-code svg" : name === "seats" ? ".seat" : "h1"})`;
      await page.locator(heading).waitFor();
      if (name === "concepts") await page.locator(".concept-page .accent").click();
      await page.waitForTimeout(400);
      await holds(page, `${name}-${direction}`);
    }
    await page.context().close();
    const phone = await visit(390, direction);
    await holds(phone, `phone-${direction}`);
    await phone.context().close();
  });
}

test("a reader chooses a language; world, month and theme stay, and the next visit is in it", async () => {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${site.url}#${WORLD}`);
  await atRest(page);
  const before = await page.evaluate(() => location.hash);
  await page.getByLabel("Theme").first().selectOption("dark");
  await page.getByLabel("Language").selectOption("zh");
  await page.locator("html[lang=zh]").waitFor();
  await atRest(page);
  expect(await page.evaluate(() => location.hash)).toBe(before);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await page.locator(".doors").textContent()).not.toMatch(/[A-Za-z]/);
  const next = await context.newPage();
  await next.goto(site.url);
  await next.locator("html[lang=zh]").waitFor();
  await next.goto(`${site.url}?lang=es`);
  await next.locator("html[lang=es]").waitFor();
  await context.close();
});
