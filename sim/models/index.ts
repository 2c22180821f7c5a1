import { distretto } from "./distretto.ts";
import type { Model } from "./model.ts";

/** Every model there is. */
export const MODELS: readonly Model[] = [distretto];

export { MODEL_VERSION } from "./distretto.ts";
