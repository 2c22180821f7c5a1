import { availableParallelism, loadavg } from "node:os";
import { gzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import { startChromium } from "./chromium.ts";

/** How fast the page is, through a real browser on software rendering: until it moves, and while it plays. */

/** Times from the click on a link, ms, and what had to be loaded. */
export interface StartRow {
  readonly firms: number;
  /** Firms are on the stage. */
  readonly firstPicture: number;
  /** Play can be pressed. */
  readonly ready: number;
  /** Play was pressed as soon as it could be, and another month is on the stage. */
  readonly firstMotion: number;
  /** All scripts that were loaded until then, in kB, gzipped. */
  readonly scriptKb: number;
}

/** A stretch of play. */
export interface PlayRow {
  readonly firms: number;
  readonly ties: number;
  readonly speed: number;
  /** Pictures of the page, a second, and the time that 95 % of them stay below, ms. */
  readonly framesPerSecond: number;
  readonly frame95: number;
  /** Longest piece of work on the page's own thread, ms; below 50 the browser counts none and it is 0. */
  readonly longestTask: number;
  /** Work of the page's own thread for a month, ms of processor time: unlike the others hardly touched by other programs. */
  readonly threadMs: number;
  /** Months on the stage, a second; the speed asks for two at 1x. */
  readonly monthsPerSecond: number;
  /** Drawing a month in the stage's worker, ms: median and 95 %. */
  readonly draw: number;
  readonly draw95: number;
}

export interface PageRows {
  readonly starts: readonly StartRow[];
  readonly plays: readonly PlayRow[];
  /** How busy the machine was, or why there are no rows: a sentence each. */
  readonly notes: readonly string[];
}

/** Why nothing can be measured where there is no page. */
export const UNBUILT = "The page was not measured: it is not built (npm run build:page).";

const SIZES = [500, 10_000] as const;
const STARTS = 5;
const SPEEDS = ["1", "4", "16"] as const;
/** Play of one speed, ms. */
const STRETCH = 5000;
const FROM_MONTH = 30;
const PATIENCE = 120_000;
const VIEW = { width: 1440, height: 900 } as const;

/** @param url where the built page is served */
export async function benchPage(url: string, note: (text: string) => void): Promise<PageRows> {
  const found = await startChromium();
  if ("missing" in found) return { starts: [], plays: [], notes: [found.missing] };
  const { browser } = found;
  try {
    const starts: StartRow[] = [];
    for (const firms of [1500, 500]) {
      const runs: StartRow[] = [];
      for (let at = 0; at < STARTS; at++) {
        note(`page: start with ${firms} firms, ${at + 1} of ${STARTS}`);
        runs.push(await start(browser, url, firms));
      }
      starts.push(runs.sort((a, b) => a.firstMotion - b.firstMotion)[Math.floor(STARTS / 2)]);
    }
    const plays: PlayRow[] = [];
    for (const firms of SIZES) plays.push(...(await playAll(browser, url, firms, note)));
    return { starts, plays, notes: [busyness()] };
  } finally {
    await browser.close();
  }
}

/** Times on a busy machine are not those of the page. */
function busyness(): string {
  const [load] = loadavg();
  return `The machine had a load of ${load.toFixed(1)} on ${availableParallelism()} processors, this bench included.`;
}

function linkOf(url: string, firms: number, month: number): string {
  return `${url}#scenario=honduras&month=${month}&set.firms.count=${firms}`;
}

async function start(browser: Browser, url: string, firms: number): Promise<StartRow> {
  const context = await browser.newContext({ viewport: VIEW });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  context.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    scripts.push(
      response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    );
  });
  // Counted from within the page, so that asking does not stand in the way.
  await page.addInitScript(() => {
    const seen: Record<string, number> = {};
    (window as unknown as { seen: typeof seen }).seen = seen;
    const look = (): void => {
      const month = document.getElementById("stage")?.dataset["month"];
      const play = document.querySelector<HTMLButtonElement>(".play");
      if (month !== undefined && month !== "-1") seen["firstPicture"] ??= performance.now();
      if (play?.disabled === false && seen["ready"] === undefined) {
        seen["ready"] = performance.now();
        play.click();
      }
      if (month !== undefined && Number(month) >= 1) seen["firstMotion"] ??= performance.now();
      if (seen["firstMotion"] === undefined) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(linkOf(url, firms, 0));
  await page.waitForFunction(() => "firstMotion" in (window as unknown as { seen: object }).seen, undefined, {
    timeout: PATIENCE,
  });
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
  const bytes = await Promise.all(scripts);
  await context.close();
  return {
    firms,
    firstPicture: seen["firstPicture"],
    ready: seen["ready"],
    firstMotion: seen["firstMotion"],
    scriptKb: bytes.reduce((sum, size) => sum + size, 0) / 1000,
  };
}

async function playAll(browser: Browser, url: string, firms: number, note: (text: string) => void): Promise<PlayRow[]> {
  const context = await browser.newContext({ viewport: VIEW });
  const page = await context.newPage();
  note(`page: opening ${firms} firms`);
  await page.goto(linkOf(url, firms, FROM_MONTH));
  await page.locator(`#stage[data-month="${FROM_MONTH}"]`).waitFor({ timeout: PATIENCE });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const rows: PlayRow[] = [];
  for (const speed of SPEEDS) {
    note(`page: ${firms} firms at ${speed}x`);
    rows.push({ firms, speed: Number(speed), ...(await playAt(page, session, speed)) });
  }
  await context.close();
  return rows;
}

/** Processor time that the page's own thread has had so far, s. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

async function playAt(page: Page, session: CDPSession, speed: string): Promise<Omit<PlayRow, "firms" | "speed">> {
  await page.locator("#stage").press("Escape");
  await page.getByLabel("Month shown").fill(String(FROM_MONTH));
  await page.locator(`#stage[data-month="${FROM_MONTH}"]`).waitFor({ timeout: PATIENCE });
  await page.getByLabel("Speed", { exact: true }).selectOption(speed);
  const before = await threadTime(session);
  const measured = await page.evaluate(async (stretch) => {
    const frames: number[] = [];
    const draws: number[] = [];
    let longest = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    tasks.observe({ entryTypes: ["longtask"] });
    const stage = document.getElementById("stage");
    const months = new Set<string>();
    const drawn = new MutationObserver(() => {
      const { month, ms } = stage?.dataset ?? {};
      if (month === undefined || months.has(month)) return;
      months.add(month);
      draws.push(Number(ms));
    });
    if (stage !== null) drawn.observe(stage, { attributes: true, attributeFilter: ["data-ms"] });
    document.querySelector<HTMLButtonElement>(".play")?.click();
    const begin = performance.now();
    await new Promise<void>((resolve) => {
      let last = begin;
      const step = (now: number): void => {
        frames.push(now - last);
        last = now;
        if (now - begin < stretch) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
    const passed = (performance.now() - begin) / 1000;
    document.querySelector<HTMLButtonElement>(".play")?.click();
    tasks.disconnect();
    drawn.disconnect();
    const count = (sign: string): number =>
      Number((document.querySelector(`.key-entry-${sign} b`)?.textContent ?? "0").replace(/\D/g, ""));
    const ties = count("low") + count("middle") + count("high");
    return { frames, draws, longest, passed, ties };
  }, STRETCH);
  const worked = (await threadTime(session)) - before;
  return {
    ties: measured.ties,
    framesPerSecond: measured.frames.length / measured.passed,
    frame95: share(measured.frames, 0.95),
    longestTask: measured.longest,
    threadMs: (worked * 1000) / Math.max(1, measured.draws.length),
    monthsPerSecond: measured.draws.length / measured.passed,
    draw: share(measured.draws, 0.5),
    draw95: share(measured.draws, 0.95),
  };
}

/** The value that a share of all values lies below. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
