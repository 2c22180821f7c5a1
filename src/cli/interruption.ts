/** What must be done when the process is interrupted, before it ends. */
type Stop = () => Promise<void>;

const stops = new Set<Stop>();

/** How long an interruption waits for it, ms. */
const PATIENCE = 1500;

/** Notes what to do on an interruption. @returns forgets it */
function whenInterrupted(stop: Stop): () => void {
  stops.add(stop);
  return () => stops.delete(stop);
}

/**
 * Waits for work that an interruption may stop; `finish` is done once, whatever happens. After an interruption it never
 * comes back: whoever interrupted also ends the process.
 */
export async function untilInterrupted<T>(
  working: Promise<T>,
  stop: AbortController,
  finish: () => Promise<void>,
): Promise<T> {
  const forget = whenInterrupted(async () => {
    stop.abort();
    await working.catch(() => undefined);
    await finish();
  });
  try {
    const result = await working;
    return stop.signal.aborted ? await new Promise<never>(() => undefined) : result;
  } finally {
    if (!stop.signal.aborted) {
      forget();
      await finish();
    }
  }
}

/** Does what there is to do, for no longer than patience lasts. */
export async function stopAll(): Promise<void> {
  const done = Promise.allSettled([...stops].map((stop) => stop()));
  await Promise.race([done, new Promise((settle) => setTimeout(settle, PATIENCE))]);
}
