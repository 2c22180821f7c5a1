import "@fontsource-variable/source-sans-3/wght.css";
import "../ui/theme/tokens.css";
import "../ui/theme/base.css";
import "../ui/theme/page.css";
import "../ui/theme/screens.css";
import "../ui/theme/narrow.css";
// Before anything starts a worker.
import "./host/trust.ts";
import { App } from "../ui/app.ts";
import { carriedState, carriedText } from "../ui/carried.ts";
import { direction, speak } from "../ui/i18n/text.ts";
import { PLACE_PARTS } from "../ui/learn/place.ts";
import { page } from "../ui/page.ts";
import type { LayOut, Places } from "../ui/stage/places.ts";
import { initialState, Store } from "../ui/store.ts";
import { translated } from "../ui/translated.ts";
import { systemTheme } from "../ui/theme/theme.ts";
import { startComparer } from "./host/browserComparer.ts";
import { startExperimenter } from "./host/browserExperimenter.ts";
import { startEngine } from "./host/browserWorker.ts";
import { carried, conceptAnswers, lastLink } from "./host/kept.ts";
import { keepOffline, takeNewer } from "./host/offline.ts";
import { lessonTemplate, oneFile } from "./host/oneFile.ts";
import { changeLanguage, languageAsked, wantedLanguages } from "./host/languages.ts";

/** Joins the page to the engine's worker, the layout's worker and the address bar. */

/** A worker for layouts, one after the other: its script is there by the time a world is. */
function startLayouts(): LayOut {
  const worker = new Worker(new URL("./layoutWorker.ts", import.meta.url), { type: "module", name: "layout" });
  let last: Promise<unknown> = Promise.resolve();
  return (request, layout) => {
    const answer = last.then(
      () =>
        new Promise<Places>((resolve, reject) => {
          const fail = ({ message }: ErrorEvent): void =>
            reject(new Error(message || "The towns could not be laid out."));
          worker.onmessage = ({ data }: MessageEvent<Places>) => resolve(data);
          worker.onerror = fail;
          worker.postMessage({ request, layout });
        }),
    );
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** A file made on the page, saved as the browser saves downloads. */
function save(name: string, content: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What the address says: the fragment, and what a short link such as `?class=30` says before it. */
function readLink(): string {
  const before = [...new URLSearchParams(location.search)]
    .filter(([name]) => PLACE_PARTS.some((part) => part === name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const link = [...before, location.hash.replace(/^#/, "")].filter((part) => part !== "").join("&");
  return link === "" ? (oneFile?.start ?? "") : link;
}

/** Nobody hears it but the named origin; where none is named, the one that the browser says the frame is on. */
function tellFrame(message: object, origin: string): void {
  if (window.parent === window) return;
  const own = location.ancestorOrigins?.[0] ?? (document.referrer === "" ? "null" : new URL(document.referrer).origin);
  const target = origin === "" ? own : origin;
  if (target !== "null") window.parent.postMessage(message, target);
}

/** Whether this is the same visit of the same tab, and not a new link. */
function isReloaded(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.type === "reload";
}

async function start(root: HTMLElement): Promise<void> {
  const language = await speak(wantedLanguages());
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
  const store = new Store({ ...initialState(systemTheme()), ...(isReloaded() ? carriedState(carried.read()) : {}) });
  addEventListener("pagehide", () => carried.write(carriedText(store.state)));
  const app = new App(store, {
    startEngine: () => translated(startEngine()),
    layOut: startLayouts(),
    startComparer,
    changeLanguage,
    takeNewer,
    startExperimenter,
    save,
    clock: { nextPicture: (call) => requestAnimationFrame(call), cancel: (handle) => cancelAnimationFrame(handle) },
    later: (call, ms) => void setTimeout(call, ms),
    readLink,
    writeLink: (fragment) => history.replaceState(null, "", `${location.pathname}${languageAsked()}#${fragment}`),
    tellFrame,
    kept: lastLink.read,
    keep: lastLink.write,
    conceptAnswers,
    lessonTemplate: oneFile === null ? lessonTemplate : null,
  });
  page(root, store, app);
  app.followLink();
  addEventListener("hashchange", () => app.followLink());
  keepOffline(() => app.newerWaits());
}

const root = document.getElementById("page");
if (root !== null) void start(root);
