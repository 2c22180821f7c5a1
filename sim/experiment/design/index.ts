import type { DesignKind } from "./design.ts";
import { factorial } from "./factorial.ts";
import { lhs } from "./lhs.ts";
import { list } from "./list.ts";
import { morris } from "./morris.ts";
import { oat } from "./oat.ts";
import { saltelli } from "./saltelli.ts";
import { sobol } from "./sobol.ts";

/** Every kind of design, in the order in which they are offered. */
export const DESIGNS: readonly DesignKind[] = [list, factorial, oat, lhs, sobol, saltelli, morris];
