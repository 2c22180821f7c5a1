/** A worker of the page computes and talks to nobody: a page's policy does not cover it, so the ways out are taken away. */
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "WebTransport"];

for (const name of WAYS_OUT) Object.defineProperty(globalThis, name, { value: undefined, configurable: false });
