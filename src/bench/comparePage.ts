import { median } from "simple-statistics";
import type { Browser, CDPSession } from "playwright-core";
import { startChromium } from "./chromium.ts";

/** How long a comparison takes in the page: from the press of its button to what is drawn, in a real Chromium. */

export interface PressRow {
  /** Seconds for which the question stood on the page before the button was pressed. */
  readonly pause: number;
  /** Seconds from the press until the first band is drawn, a median. */
  readonly first: number;
  /** Processor time of the browser meanwhile, s, a median. */
  readonly work: number;
}

export interface ComparePageRow {
  readonly presses: readonly PressRow[];
  readonly rounds: number;
  /** Seconds from the press until all pairs are drawn, and processor time meanwhile. */
  readonly all: { readonly pause: number; readonly time: number; readonly work: number };
}

/** What is compared, as the bench of workers compares it. */
export interface ComparedSize {
  readonly firms: number;
  readonly months: number;
  /** Pairs of the first band, and of all. */
  readonly first: number;
  readonly all: number;
}

const ROUNDS = 3;
/** Seconds that a reader takes at least to look at the question, and none. */
const PAUSES = [6, 0] as const;
const PATIENCE = 600_000;
const BUTTON = ".compare-editor:not([hidden]) + div .button-accent:enabled";

/** @param url where the built page is served. @returns why there is no row, a sentence, where there is none */
export async function benchComparePage(
  url: string,
  size: ComparedSize,
  note: (text: string) => void,
): Promise<ComparePageRow | { readonly missing: string }> {
  const found = await startChromium();
  if ("missing" in found) return found;
  const { browser } = found;
  try {
    const session = await browser.newBrowserCDPSession();
    const press = (pairs: number, pause: number) => pressed(browser, session, linkOf(url, size), pairs, pause);
    const presses: PressRow[] = [];
    for (const pause of PAUSES) {
      const rows: Pressed[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        note(`compare: ${size.first} pairs in the page, pressed after ${pause} s, ${round} of ${ROUNDS}`);
        rows.push(await press(size.first, pause));
      }
      const middle = (of: keyof Pressed) => median(rows.map((row) => row[of]));
      presses.push({ pause, first: middle("time"), work: middle("work") });
    }
    note(`compare: ${size.all} pairs in the page`);
    return { presses, rounds: ROUNDS, all: { pause: PAUSES[0], ...(await press(size.all, PAUSES[0])) } };
  } finally {
    await browser.close();
  }
}

interface Pressed {
  readonly time: number;
  readonly work: number;
}

/** One option against no programme; as many pairs as are asked for in the end, whichever are waited for. */
function linkOf(url: string, { firms, months, all }: ComparedSize): string {
  return `${url}#view=compare&scenario=honduras&ask.firms=${firms}&ask.months=${months}&ask.pairs=${all}&ask.A.name=Programme`;
}

/** Seconds of processor time that all processes of the browser have had so far. */
async function workOf(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** A new page in which the button is pressed `pause` seconds after it can be. */
async function pressed(
  browser: Browser,
  session: CDPSession,
  link: string,
  pairs: number,
  pause: number,
): Promise<Pressed> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(link);
    await page.locator(BUTTON).waitFor();
    // Somebody is there: until then a link plays nothing.
    if (pause > 0) await page.mouse.move(400, 300);
    await page.waitForTimeout(pause * 1000);
    const before = await workOf(session);
    const time = await page.evaluate(
      async ({ wanted, button }) => {
        const results = document.querySelector<HTMLElement>(".compare-results");
        const began = performance.now();
        document.querySelector<HTMLButtonElement>(button)?.click();
        await new Promise<void>((resolve) => {
          const look = (): void => {
            // Drawn is what has been given to the screen: after the next picture.
            if (Number(results?.dataset["pairs"] ?? 0) < wanted) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(resolve));
          };
          look();
        });
        return (performance.now() - began) / 1000;
      },
      { wanted: pairs, button: BUTTON },
    );
    return { time, work: (await workOf(session)) - before };
  } finally {
    await context.close();
  }
}
