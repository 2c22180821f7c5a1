/**
 * Which scripts the page may start: its own workers, from the folder that its own scripts are in. Browsers with Trusted
 * Types ask here before any text becomes a script, since the policy of the page tells them to; nothing else is let
 * through, and text never becomes markup. It is the default policy because a bundler writes the calls.
 */
interface TrustedTypes {
  createPolicy(name: "default", rules: { createScriptURL: (text: string) => string | null }): unknown;
}

const OWN = /^(engine|layout|stage|comparison|experiment|player)Worker-[\w-]+\.js$/;

/** The one beside the page, which keeps its files. */
const OFFLINE = "../offline.js";

/** In a lesson of one file workers begin from text that the page has with it. */
const INSIDE = "blob:";

/** Whether an address is one of the page's own workers. @param folder address of the page's scripts */
export function isOwnWorker(text: string, folder: string): boolean {
  if (!URL.canParse(text, folder)) return false;
  const { href } = new URL(text, folder);
  if (href === new URL(OFFLINE, folder).href) return true;
  return href.startsWith(folder) && OWN.test(href.slice(folder.length));
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const isOneFile = import.meta.env.MODE === "lesson";

/** Where this script is. Not named in the call below: a bundler takes that for the name of a file. */
const here = import.meta.url;

function isOwn(text: string): boolean {
  if (isOneFile) return text.startsWith(INSIDE);
  return isOwnWorker(text, new URL(".", here).href);
}

trustedTypes?.createPolicy("default", { createScriptURL: (text) => (isOwn(text) ? text : null) });
