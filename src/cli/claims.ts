import type { PatternFailure, PatternResult } from "../../sim/index.ts";
import { PRODUCT } from "../host/opened.ts";
import { json } from "./verb.ts";

/**
 * What was measured of each claim, as a document that pages read: `figure` is the share of worlds in which a claim of
 * the kind `mostly` holds, else a mean, a difference or a ratio; its interval is of 95 %.
 */
export function claimsDocument(results: readonly (PatternResult | PatternFailure)[], worlds: number): string {
  const checks = results.flatMap((result) => {
    if ("error" in result) return [];
    const { id, held, seed, claims, bare } = result;
    const figures = claims.map(({ kind, claim, figure, low, high, n }) => ({ kind, claim, figure, low, high, n }));
    const without = bare === undefined ? {} : { without: { what: bare.what, held: bare.held } };
    return [{ id, held, seeds: `${seed}/1 to ${seed}/${worlds}`, claims: figures, ...without }];
  });
  return json({ format: "distretto/claims/1", modelVersion: PRODUCT.modelVersion, worlds, checks });
}
