import type { CDPSession, Page } from "playwright-core";

/** What the page holds on to while it plays: read after the garbage is collected. */
export interface Held {
  /** Of the page and of each of its workers, bytes. */
  readonly heap: number;
  readonly workers: number;
  readonly nodes: number;
  /** Nodes out of the document that a script still holds. */
  readonly detached: number;
  readonly listeners: number;
}

/** Reads what a page holds, as Chromium tells it. */
export async function watchHeld(page: Page): Promise<() => Promise<Held>> {
  const session = await page.context().newCDPSession(page);
  const ask = await workersOf(session);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    await ask("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const used = (await ask("Runtime.getHeapUsage")).map(({ usedSize }) => Number(usedSize));
    return {
      heap: metric("JSHeapUsedSize"),
      workers: used.reduce((sum, each) => sum + each, 0),
      nodes: metric("Nodes"),
      detached: await detached(session),
      listeners: metric("JSEventListeners"),
    };
  };
}

/**
 * Counts all nodes of all trees that were taken out of the document and are still held. Who asks holds them, too, until
 * it stops asking.
 */
async function detached(session: CDPSession): Promise<number> {
  await session.send("DOM.enable");
  const { detachedNodes } = (await session.send("DOM.getDetachedDomNodes" as "DOM.enable")) as unknown as {
    readonly detachedNodes: readonly { readonly retainedNodeIds: readonly number[] }[];
  };
  await session.send("DOM.disable");
  return detachedNodes.reduce((sum, { retainedNodeIds }) => sum + retainedNodeIds.length, 0);
}

type Answer = Readonly<Record<string, unknown>>;

/** @returns asks all workers of the page the same */
async function workersOf(session: CDPSession): Promise<(method: string) => Promise<Answer[]>> {
  const workers = new Set<string>();
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  session.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: Answer };
    if (id !== undefined) waiting.get(id)?.(result ?? {});
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return (method) =>
    Promise.all(
      [...workers].map(
        (sessionId) =>
          new Promise<Answer>((resolve, reject) => {
            const id = ++count;
            waiting.set(id, resolve);
            session
              .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
              .catch(reject);
          }),
      ),
    );
}

/** Plays for some seconds; where the world ends it begins again. */
export async function plays(page: Page, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    await page.waitForTimeout(Math.min(500, Math.max(0, end - Date.now())));
    const play = page.getByRole("button", { name: "Play", exact: true });
    if (await play.isVisible()) await play.click();
  }
}

/** Least squares: how much a figure grows from one reading to the next. */
export function slope(readings: readonly number[]): number {
  const middle = (readings.length - 1) / 2;
  const mean = readings.reduce((sum, each) => sum + each, 0) / readings.length;
  let above = 0;
  let below = 0;
  readings.forEach((each, k) => {
    above += (k - middle) * (each - mean);
    below += (k - middle) ** 2;
  });
  return below === 0 ? 0 : above / below;
}
