import type { DesignKind } from "./design.ts";
import { factorial } from "./factorial.ts";
import { list } from "./list.ts";

/** Every kind of design, in the order in which they are offered. */
export const DESIGNS: readonly DesignKind[] = [list, factorial];
