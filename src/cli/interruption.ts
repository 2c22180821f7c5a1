/** What must be done when the process is interrupted, before it ends. */
type Stop = () => Promise<void>;

const stops = new Set<Stop>();

/** How long an interruption waits for it, ms. */
const PATIENCE = 1500;

/** Notes what to do on an interruption. @returns forgets it */
export function whenInterrupted(stop: Stop): () => void {
  stops.add(stop);
  return () => stops.delete(stop);
}

/** Does what there is to do, for no longer than patience lasts. */
export async function stopAll(): Promise<void> {
  const done = Promise.allSettled([...stops].map((stop) => stop()));
  await Promise.race([done, new Promise((settle) => setTimeout(settle, PATIENCE))]);
}
