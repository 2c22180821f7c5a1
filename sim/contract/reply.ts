import type { Problem } from "../kernel/problem.ts";

/** An answer, or the problems that stand in its way; nothing is thrown across the boundary for bad input. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
