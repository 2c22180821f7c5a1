/** What only somebody who is there does. */
const STIRS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

/** Calls back once somebody is there: at once where the reader has pressed anything, else when they first stir. */
export function whenSomebodyIsHere(call: () => void): void {
  if ((navigator as Partial<Navigator>).userActivation?.hasBeenActive === true) return call();
  const stirred = new AbortController();
  const stir = (): void => {
    stirred.abort();
    call();
  };
  for (const name of STIRS) addEventListener(name, stir, { signal: stirred.signal, passive: true });
}
