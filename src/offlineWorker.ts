/**
 * Keeps all files of one version of the page, so that it opens without a network. A page is always given files of the
 * version it began with: a newer version waits, with files of its own, until the page says that it may take over.
 */

/** What this script needs of a service worker; the page's own types have no word for it. */
interface Scope {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", listener: (event: Asked) => void): void;
  addEventListener(kind: "message", listener: (event: { readonly data: unknown }) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Files of the page, relative to it, and a name that changes with any of them: put in when the page is built. */
declare const FILES: readonly string[];
declare const VERSION: string;

const scope = globalThis as unknown as Scope;
const PREFIX = `distretto ${scope.registration.scope} `;
const NAME = PREFIX + VERSION;
const PAGE = new URL("./", scope.registration.scope).href;

/** Files whose name changes with what they hold may come from anywhere; the others are asked of the server anew. */
async function take(cache: Cache, file: string): Promise<void> {
  const url = new URL(file, PAGE).href;
  const isNamedByContent = file.startsWith("assets/");
  const known = isNamedByContent ? await caches.match(url) : undefined;
  const response = known ?? (await fetch(url, { cache: isNamedByContent ? "default" : "reload" }));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  await cache.put(url, response);
}

scope.addEventListener("install", (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(NAME);
    for (const file of FILES) await take(cache, file);
  };
  event.waitUntil(fill());
});

scope.addEventListener("activate", (event) => {
  const sweep = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
  };
  event.waitUntil(sweep());
});

scope.addEventListener("message", ({ data }) => {
  if (data === "takeOver") void scope.skipWaiting();
});

/** The address without what is said to the page itself; the folder is its index. */
function fileOf(request: Request): string {
  const url = new URL(request.url);
  url.search = url.hash = "";
  return url.href === PAGE ? new URL("index.html", PAGE).href : url.href;
}

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(PAGE)) return;
  const answer = async (): Promise<Response> => {
    const cache = await caches.open(NAME);
    return (await cache.match(fileOf(request))) ?? fetch(request);
  };
  event.respondWith(answer());
});
