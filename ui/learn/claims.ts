import outcomes from "../../scenarios/lessons/outcomes/claims.json";

/** In how many worlds each claim of a lesson was found to hold, by the id of its check; renewed with the checks. */
export const claimShares: Readonly<
  Record<string, { readonly text: string; readonly held: number; readonly of: number } | undefined>
> = outcomes;
