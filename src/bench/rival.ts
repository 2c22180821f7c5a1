/** Another program for the same rules, to be raced side by side with ours. */
export interface Rival {
  /** What it is, as in "takes 1.2 times as long as ...". */
  readonly name: string;
  /** One run: nanoseconds a firm-month, the months alone. */
  run(): number;
  /** Removes what it has left on the disk. */
  end(): void;
}

/** A rival, or why there is none: a sentence. */
export type Found = { readonly rival: Rival } | { readonly missing: string };
