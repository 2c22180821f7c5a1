import { distretto } from "./distretto.ts";
import type { Model } from "./model.ts";

/** Every model there is. */
export const MODELS: readonly Model[] = [distretto as unknown as Model];

export { MODEL_VERSION } from "./distretto.ts";
