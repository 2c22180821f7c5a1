/** The page's files, kept by the browser, and what is done when there is a newer version. */

/** How long after its first picture the page begins to keep its files, ms: what is looked at goes first. */
const LATER = 3_000;

let waiting: ServiceWorker | null = null;

/**
 * Keeps the page for visits without a network. Does nothing where the browser cannot or may not, and while the page is
 * being written.
 * @param onNewer is called when another version is there and waits
 */
export function keepOffline(onNewer: () => void): void {
  if (import.meta.env.MODE !== "production" || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const told = (worker: ServiceWorker | null): void => {
    // Where no version is at work yet, the first one is no news.
    if (worker === null || serviceWorker.controller === null) return;
    waiting = worker;
    onNewer();
  };
  const begin = async (): Promise<void> => {
    const registration = await serviceWorker.register(new URL("offline.js", document.baseURI));
    told(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed") told(worker);
      });
    });
  };
  setTimeout(() => void begin().catch(() => undefined), LATER);
  // Another tab may have taken the newer version: this one must not ask it for files of the older.
  if (serviceWorker.controller !== null) {
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  }
}

/** Goes over to the newer version: the page is loaded again as soon as that is at work. */
export function takeNewer(): void {
  waiting?.postMessage("takeOver");
}
