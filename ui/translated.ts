import type { Engine, Reply } from "../sim/contract.ts";
import { Declared } from "./declared/declared.ts";
import { wordFor } from "./i18n/text.ts";
import type { EngineHost } from "./requests.ts";

/** Engines that say in the reader's language what they declare: all of one page share what scenarios are known by. */
const declared = new Declared(wordFor);

function answered<T>(reply: Reply<T>, told: (value: T) => T): Reply<T> {
  return reply.ok ? { ok: true, value: told(reply.value) } : reply;
}

/** An engine whose answers are in the reader's words; what it is asked stays the same. */
export function translated(host: EngineHost): EngineHost {
  const { engine } = host;
  const inWords: Engine = {
    ...engine,
    describe: async () => declared.descriptions(await engine.describe()),
    open: async (request) => answered(await engine.open(request), (value) => declared.opened(value)),
    preview: async (scenario) => answered(await engine.preview(scenario), (value) => declared.preview(value)),
    network: async (row, month) => declared.network(await engine.network(row, month)),
  };
  return { ...host, engine: inWords };
}
