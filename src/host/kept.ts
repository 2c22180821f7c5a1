/** What was open at the last visit, kept by the browser where it may be: a reader can forbid it, and room can run out. */

const NAME = "distretto.last";

export function kept(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** @param fragment a link, or null to forget */
export function keep(fragment: string | null): void {
  try {
    if (fragment === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, fragment);
  } catch {
    // Nothing is kept then, and nothing is lost: the address still says what is open.
  }
}
