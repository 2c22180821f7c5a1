import { wordFor } from "../i18n/text.ts";
import type { Store } from "../store.ts";

/** A measure by its name in this language. */
export function measureName(id: string, store: Store): string {
  const own = store.state.descriptions?.measures.find((measure) => measure.id === id)?.title ?? id;
  return wordFor(`measure.${id}`, own);
}
