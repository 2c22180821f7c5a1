import type {
  BrokerCard,
  Descriptions,
  FirmCard,
  Frame,
  NetworkCard,
  Opened,
  Problem,
  Series,
  SettingsChange,
  Story,
  Value,
} from "../sim/contract.ts";
import type { CompareState } from "./compare/state.ts";
import { INITIAL as NOTHING_COMPARED } from "./compare/state.ts";
import type { Door } from "./door.ts";
import type { LearnState } from "./learn/state.ts";
import { NOTHING_LEARNT } from "./learn/state.ts";
import type { Look } from "./stage/look.ts";
import { FIRST_LOOK } from "./stage/look.ts";
import type { Places } from "./stage/places.ts";
import type { Theme } from "./theme/theme.ts";

/** The one state of the page, the only ways in which it changes, and how views hear of it. */

export type Settings = Readonly<Record<string, Value>>;

/** A world as the reader asks for it: what differs from the scenario, nothing else. */
export interface WorldKey {
  readonly scenario: string;
  /** Undefined for the scenario's own. */
  readonly seed: string | undefined;
  readonly settings: Settings;
  /** What changes while it runs, the earlier month first. */
  readonly changes: readonly SettingsChange[];
  /** The scenario itself, where it is not one of those that are shipped. */
  readonly document?: object;
}

/** A world and where its levers act, to come back to. */
export interface Step {
  readonly key: WorldKey;
  readonly branch: number | null;
}

/** The last change, played again: what the world would have been without it. */
export interface Replay {
  readonly from: number;
  /** The watched measures of the world before the change, to its last month. */
  readonly before: Series;
}

/** What the page tells once, with a way to undo it. */
export type Notice =
  /** What was open at the last visit is open again. */
  | { readonly kind: "restored" }
  /** Somebody is here for the first time. */
  | { readonly kind: "first" }
  /** The link's world was made by another model, or is not what it was. */
  | {
      readonly kind: "otherModel" | "otherWorld";
      readonly then: string;
      readonly now: string;
      readonly month: number;
      readonly hash: string | null;
    }
  /** A newer version of the page waits to be loaded. */
  | { readonly kind: "newVersion" }
  /** The world of an experiment's run is here as the run saw it, or is not. */
  | {
      readonly kind: "sameRun" | "otherRun";
      readonly run: number;
      readonly month: number;
      readonly hash: string | null;
    }
  /** The scenario is too large for a link. */
  | { readonly kind: "tooLarge" };

export const DIALOGS = ["settings", "assumptions", "scenarios", "help", "glossary"] as const;
export type Dialog = (typeof DIALOGS)[number];

/** A world that is open. */
export interface OpenWorld {
  readonly key: WorldKey;
  readonly opened: Opened;
  /** The scenario's own settings: the start value of every lever. */
  readonly start: Settings;
  readonly places: Places;
  /** The same firms as they lie on the map. */
  readonly map: Places;
}

/** A new region before its whole course is known: where firms are on the map, and the start. */
export interface Arrival {
  readonly opened: Opened;
  readonly map: Places;
  readonly frame: Frame;
}

/** A firm as it is read, and those it trusts most. */
export interface Reading {
  readonly card: FirmCard;
  readonly partners: readonly FirmCard[];
}

/** What the reader asks about, where it is no firm. */
export interface Subject {
  readonly kind: "network" | "broker";
  readonly row: number;
}

/** A network or a broker as it is read, in the month it was read for. */
export type Chosen =
  | {
      readonly kind: "network";
      readonly month: number;
      readonly card: NetworkCard;
      readonly members: readonly FirmCard[];
    }
  | { readonly kind: "broker"; readonly month: number; readonly card: BrokerCard };

export const TABS = ["stage", "levers", "why", "charts", "list"] as const;
export type Tab = (typeof TABS)[number];

/** Months of one second at 1x. */
export const MONTHS_PER_SECOND = 2;
/** Above this speed nothing is tweened, and what is said aloud is said less often. */
export const CALM_SPEED = 4;
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

export interface State {
  readonly door: Door;
  readonly descriptions: Descriptions | null;
  readonly world: OpenWorld | null;
  /** The world that is being opened, while it is. */
  readonly opening: WorldKey | null;
  /** What can be shown of it so far, where nothing else is. */
  readonly arrival: Arrival | null;
  readonly frame: Frame | null;
  /** The month the reader is at; the frame follows. */
  readonly month: number;
  /** The latest month that was played in this world. */
  readonly played: number;
  readonly story: Story | null;
  readonly series: Series | null;
  readonly playing: boolean;
  readonly speed: number;
  readonly focus: number | null;
  readonly reading: Reading | null;
  /** A network or a broker, where one is chosen and no firm is. */
  readonly subject: Subject | null;
  readonly chosen: Chosen | null;
  /** The network that is unfolded in the list. */
  readonly unfolded: number | null;
  readonly network: { readonly card: NetworkCard; readonly members: readonly FirmCard[] } | null;
  readonly problems: readonly Problem[];
  /** Set when the engine has died: the last month that was shown, and why. */
  readonly stopped: { readonly month: number; readonly reason: string } | null;
  readonly theme: Theme;
  readonly tab: Tab;
  readonly allNetworks: boolean;
  readonly look: Look;
  readonly compare: CompareState;
  readonly learn: LearnState;
  /** Month after which levers act: the world branches there. Null where they act from the start. */
  readonly branch: number | null;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly replay: Replay | null;
  /** State hash at a month of the open world. */
  readonly hash: { readonly month: number; readonly text: string } | null;
  readonly notice: Notice | null;
  readonly dialog: Dialog | null;
}

export type Action =
  | { readonly kind: "described"; readonly descriptions: Descriptions }
  | { readonly kind: "opening"; readonly key: WorldKey }
  | { readonly kind: "arrived"; readonly arrival: Arrival }
  | {
      readonly kind: "opened";
      readonly world: OpenWorld;
      readonly month: number;
      readonly replay?: Replay | undefined;
    }
  | { readonly kind: "branched"; readonly month: number | null }
  | { readonly kind: "stepped"; readonly past: readonly Step[]; readonly future: readonly Step[] }
  | { readonly kind: "replayEnded" }
  | { readonly kind: "hashed"; readonly month: number; readonly text: string }
  | { readonly kind: "noticed"; readonly notice: Notice | null }
  | { readonly kind: "dialog"; readonly dialog: Dialog | null }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "dismissed" }
  | { readonly kind: "went"; readonly month: number }
  | { readonly kind: "framed"; readonly frame: Frame }
  | { readonly kind: "told"; readonly story: Story; readonly series: Series }
  | { readonly kind: "played" }
  | { readonly kind: "paused" }
  | { readonly kind: "speed"; readonly speed: number }
  | { readonly kind: "focused"; readonly firm: number | null }
  | { readonly kind: "read"; readonly reading: Reading }
  | { readonly kind: "chose"; readonly subject: Subject | null }
  | { readonly kind: "learnt"; readonly chosen: Chosen }
  | { readonly kind: "unfolded"; readonly row: number | null }
  | { readonly kind: "networked"; readonly card: NetworkCard; readonly members: readonly FirmCard[] }
  | { readonly kind: "stopped"; readonly reason: string }
  | { readonly kind: "restarted" }
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "entered"; readonly door: Door }
  | { readonly kind: "tab"; readonly tab: Tab }
  | { readonly kind: "allNetworks"; readonly all: boolean }
  | { readonly kind: "looked"; readonly look: Partial<Look> }
  | { readonly kind: "compare"; readonly change: Partial<CompareState> }
  | { readonly kind: "learn"; readonly change: Partial<LearnState> };

export function initialState(theme: Theme): State {
  return {
    door: "explore",
    descriptions: null,
    world: null,
    opening: null,
    arrival: null,
    frame: null,
    month: 0,
    played: 0,
    story: null,
    series: null,
    playing: false,
    speed: 1,
    focus: null,
    reading: null,
    subject: null,
    chosen: null,
    unfolded: null,
    network: null,
    problems: [],
    stopped: null,
    theme,
    tab: "stage",
    allNetworks: false,
    look: FIRST_LOOK,
    compare: NOTHING_COMPARED,
    learn: NOTHING_LEARNT,
    branch: null,
    past: [],
    future: [],
    replay: null,
    hash: null,
    notice: null,
    dialog: null,
  };
}

export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case "described":
      return { ...state, descriptions: action.descriptions };
    case "opening":
      return { ...state, opening: action.key, problems: [] };
    case "arrived":
      return state.world === null ? { ...state, arrival: action.arrival } : state;
    case "opened": {
      const { world, month } = action;
      const samePlaces = state.world?.places === world.places;
      return {
        ...state,
        world,
        opening: null,
        arrival: null,
        month,
        played: month,
        frame: samePlaces ? state.frame : null,
        story: null,
        series: samePlaces ? state.series : null,
        focus: samePlaces ? state.focus : null,
        reading: samePlaces ? state.reading : null,
        subject: samePlaces ? state.subject : null,
        chosen: null,
        unfolded: samePlaces ? state.unfolded : null,
        network: null,
        replay: action.replay ?? null,
        hash: null,
        look: samePlaces ? state.look : { ...FIRST_LOOK, layout: state.look.layout },
      };
    }
    case "refused":
      return { ...state, opening: null, arrival: null, problems: action.problems };
    case "dismissed":
      return { ...state, problems: [] };
    case "went": {
      const month = Math.max(0, Math.min(action.month, state.world?.opened.months ?? 0));
      return { ...state, month, playing: state.playing && month < (state.world?.opened.months ?? 0) };
    }
    case "framed":
      return { ...state, frame: action.frame, played: Math.max(state.played, action.frame.month) };
    case "told":
      return { ...state, story: action.story, series: action.series };
    case "played":
      return state.world === null || state.stopped !== null ? state : { ...state, playing: true };
    case "paused":
      return { ...state, playing: false };
    case "speed":
      return { ...state, speed: action.speed };
    case "focused":
      return {
        ...state,
        focus: action.firm,
        reading: null,
        ...(action.firm !== null && { subject: null, chosen: null }),
      };
    case "read":
      return action.reading.card.firm === state.focus ? { ...state, reading: action.reading } : state;
    case "chose":
      return {
        ...state,
        subject: action.subject,
        chosen: null,
        ...(action.subject !== null && { focus: null, reading: null }),
      };
    case "learnt": {
      const { subject } = state;
      const { kind, card } = action.chosen;
      const row = kind === "network" ? card.row : card.broker;
      return subject?.kind === kind && subject.row === row ? { ...state, chosen: action.chosen } : state;
    }
    case "unfolded":
      return { ...state, unfolded: action.row, network: null };
    case "networked":
      return action.card.row === state.unfolded
        ? { ...state, network: { card: action.card, members: action.members } }
        : state;
    case "stopped": {
      const month = state.frame?.month ?? state.month;
      return { ...state, stopped: { month, reason: action.reason }, playing: false, opening: null, month };
    }
    case "restarted":
      return { ...state, stopped: null };
    case "theme":
      return { ...state, theme: action.theme };
    case "entered":
      return { ...state, door: action.door, playing: state.playing && action.door !== "compare" };
    case "tab":
      return { ...state, tab: action.tab };
    case "allNetworks":
      return { ...state, allNetworks: action.all };
    case "branched":
      return { ...state, branch: action.month };
    case "stepped":
      return { ...state, past: action.past, future: action.future };
    case "replayEnded":
      return { ...state, replay: null };
    case "hashed":
      return { ...state, hash: { month: action.month, text: action.text } };
    case "noticed":
      return { ...state, notice: action.notice };
    case "dialog":
      return { ...state, dialog: action.dialog };
    case "looked":
      return { ...state, look: { ...state.look, ...action.look } };
    case "learn":
      return { ...state, learn: { ...state.learn, ...action.change } };
    case "compare":
      return { ...state, compare: { ...state.compare, ...action.change } };
  }
}

export class Store {
  private current: State;
  private readonly listeners = new Set<() => void>();

  constructor(state: State) {
    this.current = state;
  }

  get state(): State {
    return this.current;
  }

  act(action: Action): void {
    const next = reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  /**
   * Calls back now and whenever one of the chosen parts of the state is another.
   * @returns ends the watch
   */
  watch<const T extends readonly unknown[]>(choose: (state: State) => T, draw: (parts: T) => void): () => void {
    let last = choose(this.current);
    draw(last);
    const listener = (): void => {
      const next = choose(this.current);
      if (next.every((part, k) => Object.is(part, last[k]))) return;
      last = next;
      draw(next);
    };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
