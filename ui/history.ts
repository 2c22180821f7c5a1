import type { State, Step } from "./store.ts";

/** Undo and redo: one drag of a lever is one step. */

/** Steps that are kept. */
const MOST = 100;

type Steps = Pick<State, "past" | "future" | "world" | "opening" | "branch">;

/** Where the reader is now: the world that is open, or the one that is on its way. */
function hereOf({ world, opening, branch }: Steps): Step | null {
  const key = opening ?? world?.key;
  return key === undefined ? null : { key, branch };
}

/** The past once another step has been made. */
export function pastOf(state: Steps): readonly Step[] {
  const here = hereOf(state);
  return here === null ? state.past : [...state.past, here].slice(-MOST);
}

interface Travelled extends Pick<State, "past" | "future"> {
  readonly to: Step;
}

/** One step back, or null where there is none. */
export function undone(state: Steps): Travelled | null {
  const to = state.past.at(-1);
  const here = hereOf(state);
  if (to === undefined || here === null) return null;
  return { to, past: state.past.slice(0, -1), future: [here, ...state.future] };
}

/** One step forth, or null where there is none. */
export function redone(state: Steps): Travelled | null {
  const [to, ...future] = state.future;
  const here = hereOf(state);
  if (to === undefined || here === null) return null;
  return { to, past: [...state.past, here].slice(-MOST), future };
}
