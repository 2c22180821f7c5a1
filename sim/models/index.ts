import { distretto } from "./distretto.ts";
import type { Model } from "./model.ts";
import { REFERENCE_MODELS } from "./reference/index.ts";

/** Every model there is. */
export const MODELS: readonly Model[] = [distretto, ...REFERENCE_MODELS];

export { MODEL_VERSION } from "./distretto.ts";
