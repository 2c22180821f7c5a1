import type { Model } from "../model.ts";
import { dyadicTrust } from "./dyadicTrust.ts";
import { nowakMay } from "./nowakMay.ts";
import { teamAssembly } from "./teamAssembly.ts";

/** Small published models on the same kernel. */
export const REFERENCE_MODELS: readonly Model[] = [dyadicTrust, nowakMay, teamAssembly] as unknown as Model[];
