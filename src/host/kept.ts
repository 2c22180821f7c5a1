/** What the browser keeps for the page where it may: a reader can forbid it, and room can run out. */

/** A text under a name, for the next visit or, where it is `carried`, for this tab alone. */
export interface Kept {
  readonly read: () => string | null;
  /** @param text null to forget */
  readonly write: (text: string | null) => void;
}

function keptIn(storage: () => Storage, name: string): Kept {
  return {
    read: () => {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        if (text === null) storage().removeItem(name);
        else storage().setItem(name, text);
      } catch {
        // Nothing is kept then, and nothing is lost: the address still says what is open.
      }
    },
  };
}

/** The link of what was open at the last visit. */
export const lastLink = keptIn(() => localStorage, "distretto.last");
/** The language that the reader chose. */
export const chosenLanguage = keptIn(() => localStorage, "distretto.language");
/** What was answered in the concept test. */
export const conceptAnswers = keptIn(() => localStorage, "distretto.concepts");
/** What a page that is loaded again in this tab goes on from. */
export const carried = keptIn(() => sessionStorage, "distretto.carried");
