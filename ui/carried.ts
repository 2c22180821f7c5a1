import type { CompareState } from "./compare/state.ts";
import type { LearnState } from "./learn/state.ts";
import { NOTHING_LEARNT } from "./learn/state.ts";
import { INITIAL } from "./compare/state.ts";
import type { State } from "./store.ts";

/**
 * What the address does not say and a page that is loaded again must not lose: in another language, in a new version.
 * The world, its month and its changes are in the address.
 */

/** Raised when a slice changes its form: what another form has carried is left aside. */
const FORM = 1;

interface Carried {
  readonly form: typeof FORM;
  readonly state: Pick<State, "theme" | "speed" | "tab" | "allNetworks" | "past" | "future">;
  readonly learn: LearnState;
  readonly compare: CompareState;
}

/** The state as text. What is under way is not carried: it begins anew. */
export function carriedText(state: State): string {
  const { theme, speed, tab, allNetworks, past, future, learn, compare } = state;
  const carried: Carried = {
    form: FORM,
    state: { theme, speed, tab, allNetworks, past, future },
    learn: {
      ...learn,
      asked: null,
      busy: false,
      failed: null,
      worlds: learn.worlds?.running === true ? null : learn.worlds,
    },
    compare: { ...compare, progress: null, doubting: null, staging: null, said: "" },
  };
  return JSON.stringify(carried);
}

/** What was carried, to be laid over the first state; nothing where there is nothing that can be read. */
export function carriedState(text: string | null): Partial<State> {
  if (text === null) return {};
  try {
    const carried = JSON.parse(text) as Carried | null;
    if (carried?.form !== FORM) return {};
    const { state, learn, compare } = carried;
    // JSON has no word for what is not known yet.
    const unknown = { invitation: undefined, group: undefined };
    return { ...state, learn: { ...NOTHING_LEARNT, ...unknown, ...learn }, compare: { ...INITIAL, ...compare } };
  } catch {
    return {};
  }
}
