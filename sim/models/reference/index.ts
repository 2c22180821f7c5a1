import type { Model } from "../model.ts";
import { dyadicTrust } from "./dyadicTrust.ts";
import { nowakMay } from "./nowakMay.ts";
import { publicGoods } from "./publicGoods.ts";
import { teamAssembly } from "./teamAssembly.ts";

/** Small published models on the same kernel. */
export const REFERENCE_MODELS = [dyadicTrust, nowakMay, teamAssembly, publicGoods] as unknown as readonly Model[];

export type { DyadicWorld } from "./dyadicTrust/world.ts";
