import type { Page } from "playwright-core";

/** A lesson played to its end with the Tab, Enter and Space keys alone. */

/** Tab stops of a page that are tried before something counts as out of the keyboard's reach. */
const STOPS = 150;

/** Tabs on until the first thing that fits the selector has the focus. */
export async function reach(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let stop = 0; stop < STOPS; stop++) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement === document.querySelector(wanted) && document.activeElement !== null,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

export async function push(page: Page, selector: string): Promise<void> {
  await reach(page, `${selector}:not([disabled])`);
  await page.keyboard.press("Enter");
}

const onward = (page: Page) => push(page, ".learn-panel [data-key=accent]");

async function act(page: Page): Promise<void> {
  const panel = page.locator(".learn-panel");
  await panel.locator("button:not([disabled], .term)").first().waitFor();
  if ((await panel.locator(".learn-choice").count()) > 0) await push(page, ".learn-panel .learn-choice");
  // An answer is given once, a round's payment as often as there are rounds: paid and skipped in turn.
  for (let turn = 0; (await panel.locator("[data-key=other]").count()) > 0; turn++) {
    await push(page, turn % 2 === 0 ? ".learn-panel [data-key=accent]" : ".learn-panel [data-key=other]");
    await panel.locator("button:not([disabled], .term)").first().waitFor();
  }
}

/** Guesses an option, a number or a line: whichever this lesson asks for. */
async function guess(page: Page): Promise<void> {
  const panel = page.locator(".learn-panel");
  await panel.locator("[data-key=skip]").waitFor();
  if ((await panel.locator(".guess-number").count()) > 0) {
    await reach(page, ".guess-number input");
    await page.keyboard.type("25");
    return;
  }
  const points = await panel.locator(".line-points input").count();
  if (points === 0) return push(page, ".learn-panel .learn-choice");
  for (let point = 0; point < points; point++) {
    await reach(page, `.line-points input:nth-of-type(${point + 1})`);
    // The first one makes a flat line, the others bend it.
    for (let step = 0; step <= point; step++) await page.keyboard.press("ArrowUp");
  }
}

/** What a visit to a lesson does at each of its steps, once all there is to do has been done. */
export type AtStep = (step: string) => Promise<void>;

/**
 * Plays the lesson that is open.
 *
 * @param right the right option of each question at the end
 * @param allWorlds whether to wait for all worlds; else they are stopped when some are there
 * @returns the result code's line
 */
export async function playByKeys(
  page: Page,
  right: readonly string[],
  allWorlds: boolean,
  atStep: AtStep,
): Promise<string> {
  await act(page);
  await atStep("act");
  await onward(page);
  await guess(page);
  await push(page, ".learn-panel [data-key=sure-very]");
  await atStep("predict");
  await onward(page);
  await push(page, ".learn-panel [data-key=worlds]");
  const pictures = page.locator(".learn-dots");
  if (allWorlds) await page.locator(".learn-panel .learn-reading").first().waitFor({ timeout: 120_000 });
  else {
    await pictures.waitFor({ timeout: 120_000 });
    if ((await page.locator(".learn-panel [data-key=worlds]").count()) > 0)
      await push(page, ".learn-panel [data-key=worlds]");
    await page.locator(".learn-panel .learn-reading").first().waitFor({ timeout: 60_000 });
  }
  await atStep("watch");
  await onward(page);
  await push(page, ".learn-panel .learn-choice");
  await atStep("explain");
  await onward(page);
  await atStep("free");
  await onward(page);
  for (const [at, option] of right.entries()) {
    // A group of radio buttons is one Tab stop; the arrows go about in it.
    const name = `fieldset:nth-of-type(${at + 1})`;
    await reach(page, `.learn-panel ${name} input`);
    const moves = "abc".indexOf(option);
    await page.keyboard.press("Space");
    for (let move = 0; move < moves; move++) await page.keyboard.press("ArrowDown");
  }
  await atStep("check");
  return (await page.locator(".learn-code").textContent()) ?? "";
}
