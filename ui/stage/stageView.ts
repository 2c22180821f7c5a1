import "./stage.css";
import { select, zoom, zoomIdentity } from "d3";
import type { App } from "../app.ts";
import { figure, text } from "../i18n/text.ts";
import { firmName } from "../names.ts";
import { element, say } from "../parts/element.ts";
import type { OpenWorld, Reading, State, Store, Subject } from "../store.ts";
import { CALM_SPEED, MONTHS_PER_SECOND } from "../store.ts";
import type { Theme } from "../theme/theme.ts";
import { palette } from "../theme/theme.ts";
import { brush } from "./brush.ts";
import { hoverCard } from "./hoverCard.ts";
import type { Look } from "./look.ts";
import { GLIDE, PART } from "./tempo.ts";
import type { Picker } from "./pick.ts";
import { pickerOf } from "./pick.ts";
import { pickedCard } from "./pickedCard.ts";
import type { Places } from "./places.ts";
import type { Focus, Wish } from "./scene.ts";
import type { Signs } from "./signs.ts";
import { LAPTOP, PHONE, PROJECTOR } from "./signs.ts";
import { Stage } from "./stage.ts";
import { targetLines, targetName } from "./targetWords.ts";
import type { Target } from "./touch.ts";
import { firmsOf, targetAt } from "./touch.ts";
import { stageWords } from "./words.ts";

const REACH = 14;
const LEAST_ZOOM = 8;
/** Zoomed in as far as one can, neighbours are so far apart, px. */
const NEAREST = 34;
const ZOOM_STEP = 1.5;
/** Screens narrower than this get the signs of a phone. */
const NARROW = 560;
/** A stage wider than this is seen from far: it gets the signs of a projector. */
const WALL = 2400;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function signsFor(theme: Theme, width: number): Signs {
  if (width < NARROW) return PHONE;
  return theme === "projector" || width > WALL ? PROJECTOR : LAPTOP;
}

/** The places that the reader looks at. */
export function placesShown(world: OpenWorld | null, { layout }: Look): Places | null {
  return world === null ? null : layout === "map" ? world.map : world.places;
}

/** The stage on the page: it follows the store, the pointer and the keys. */
export function stageView(store: Store, app: App, id = "stage"): HTMLElement {
  const glass = element("div", {
    class: "glass",
    attributes: { id, tabindex: 0, role: "application", "aria-label": text("stage.label") },
  });
  // Which month was last drawn and how long that took stand on the page for whoever measures it.
  const stage = new Stage(({ month, ms }) => {
    glass.dataset["month"] = String(month);
    glass.dataset["ms"] = ms.toFixed(1);
  });
  glass.append(...stage.canvases);
  const empty = element("p", { class: "stage-empty" });
  const spoken = element("p", { class: "aside-spoken", attributes: { role: "status", "aria-live": "polite" } });
  const whole = element(
    "button",
    { class: "button stage-whole", attributes: { type: "button", hidden: true } },
    text("stage.whole"),
  );
  const hover = hoverCard(store);
  const root = element("section", { class: "stage" }, glass, empty, hover.root, pickedCard(store, app), whole, spoken);

  let picker: Picker | null = null;
  const pick = (): Picker | null => {
    const { positions } = stage;
    if (positions === null) return null;
    return (picker ??= pickerOf(positions));
  };
  const targetUnder = (event: MouseEvent): { target: Target | null; x: number; y: number } => {
    const box = glass.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const firmNear = (reach: number): number | null => {
      const firm = pick()?.at(x, y, reach) ?? null;
      return firm === null || store.state.frame?.conduct[firm] === 0 ? null : firm;
    };
    return { target: targetAt(stage.touch, x, y, REACH, firmNear), x, y };
  };
  /** Asks about what was chosen; suppliers of a buyer and sellers in a market are picked together. */
  const choose = (target: Target | null): void => {
    const { frame } = store.state;
    if (target === null) {
      app.focus(null);
      app.choose(null);
    } else if (target.kind === "firm") app.focus(target.firm);
    else if (target.kind === "network" || target.kind === "broker") app.choose({ kind: target.kind, row: target.row });
    else if (frame !== null) app.look({ picked: firmsOf(target, frame) });
  };

  const lens = zoom<HTMLDivElement, unknown>()
    // One finger scrolls the page until the reader has zoomed in; a drag with Shift picks firms.
    .filter((event: Event) => {
      if (event instanceof TouchEvent) return event.touches.length > 1 || !whole.hidden;
      return !(event instanceof MouseEvent && (event.shiftKey || event.button !== 0) && event.type === "mousedown");
    })
    .on("zoom", ({ transform }: { transform: { k: number; x: number; y: number } }) => {
      picker = null;
      hover.hide();
      whole.hidden = transform.k === 1;
      glass.classList.toggle("glass-near", transform.k > 1);
      stage.show({ pan: { k: transform.k, x: transform.x, y: transform.y } });
    })
    .on("end", ({ transform }: { transform: { k: number; x: number; y: number } }) =>
      app.look({ pan: { k: transform.k, x: transform.x, y: transform.y } }),
    );
  const glassOf = select(glass).call(lens).on("dblclick.zoom", null);
  const home = (): void => void glassOf.call(lens.transform, zoomIdentity);
  whole.addEventListener("click", () => {
    home();
    glass.focus();
  });

  brush(glass, stage, store, app);
  glass.addEventListener("click", (event) => {
    if (!event.shiftKey) choose(targetUnder(event).target);
  });
  glass.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
    const { target, x, y } = targetUnder(event);
    glass.classList.toggle("glass-on", target !== null);
    const at = stage.positions;
    if (target?.kind === "firm" && at !== null) hover.show(target, at[2 * target.firm], at[2 * target.firm + 1]);
    else hover.show(target, x, y);
  });
  glass.addEventListener("pointerleave", () => hover.hide());
  glass.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    const { focus, subject, look } = store.state;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction !== undefined) {
      const next = focus === null ? firstFirm(store) : pick()?.beside(focus, ...direction);
      if (next !== null && next !== undefined) app.focus(next);
    } else if (event.key === "Enter" && focus === null && subject === null) app.focus(firstFirm(store));
    else if (event.key === "Enter") app.setTab("why");
    else if (event.key === "Escape" && focus === null && subject === null) app.look({ picked: [] });
    else if (event.key === "Escape") choose(null);
    else if (event.key in TURNS) app.choose(nextSubject(store.state, ...TURNS[event.key]));
    else if (event.key === "s" && focus !== null) {
      const { picked } = look;
      app.look({ picked: picked.includes(focus) ? picked.filter((firm) => firm !== focus) : [...picked, focus] });
    } else if (event.key === "+" || event.key === "=") glassOf.call(lens.scaleBy, ZOOM_STEP);
    else if (event.key === "-") glassOf.call(lens.scaleBy, 1 / ZOOM_STEP);
    else if (event.key === "0") home();
    else if (event.key === " ") app.toggle();
    else return;
    event.preventDefault();
  });

  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = glass;
    if (width === 0 || height === 0) return;
    picker = null;
    const extent: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    lens.translateExtent(extent).extent(extent);
    stage.show({ size: { width, height }, density: devicePixelRatio || 1, signs: signsFor(store.state.theme, width) });
    reach();
  };
  /** So far in that neighbours stand clear of each other, also on a map of a whole country. */
  const reach = (): void => {
    const places = placesShown(store.state.world, store.state.look);
    if (places === null || glass.clientWidth === 0) return;
    const fit = Math.min(glass.clientWidth / places.width, glass.clientHeight / places.height);
    lens.scaleExtent([1, Math.max(LEAST_ZOOM, NEAREST / (places.spacing * fit))]);
  };
  new ResizeObserver(resize).observe(glass);

  store.watch(
    ({ theme }) => [theme],
    () => {
      stage.dress(palette());
      resize();
    },
  );
  // Until the course of a world is known its firms stand where they are on the map; then they glide to their places.
  store.watch(
    ({ world, look, arrival }) => [
      (world ?? arrival)?.opened ?? null,
      placesShown(world, look) ?? arrival?.map ?? null,
    ],
    ([opened, places]) => {
      picker = null;
      stage.show({ places, words: stageWords(opened ?? undefined), glide: isStill() ? 0 : GLIDE });
      reach();
    },
  );
  store.watch(
    ({ world, look }) => [placesShown(world, look)],
    () => home(),
  );
  store.watch(
    ({ frame, arrival, focus, subject, reading, look }) => [
      frame ?? arrival?.frame ?? null,
      focus,
      subject,
      reading,
      look.signs,
      look.picked,
    ],
    ([frame, focus, subject, reading, signs, picked]) => {
      const wish: Wish = {
        focus: focus === null ? null : focusOf(focus, reading, store.state.world),
        signs,
        picked,
        subject,
        contrast: null,
      };
      stage.show({ frame, wish, pace: pace(store) });
      hover.hide();
      const isEmpty = frame !== null && frame.month > 0 && frame.ties.from.length === 0;
      const isLoading = frame === null || store.state.frame === null;
      root.classList.toggle("stage-early", isLoading && frame !== null);
      say(empty, isLoading ? text("loading") : isEmpty ? text("stage.empty") : "");
    },
  );
  store.watch(
    ({ reading, focus }) => [reading?.card.firm === focus ? focus : null],
    ([firm]) => {
      const { reading, world } = store.state;
      if (firm === null || reading === null || world === null) return;
      say(spoken, `${firmName(reading.card, world.opened)}, ${text(`why.conduct.${reading.card.conduct}`)}`);
    },
  );
  store.watch(
    ({ subject }) => [subject],
    ([subject]) => {
      const { frame, world } = store.state;
      if (subject === null || frame === null || world === null) return;
      const lines = [targetName(subject, frame, world.opened), ...targetLines(subject, frame, world.opened)];
      say(spoken, lines.join(", "));
    },
  );
  return root;
}

/** Keys that go from network to network and from broker to broker, with Shift the other way. */
const TURNS: Readonly<Record<string, readonly [Subject["kind"], 1 | -1]>> = {
  m: ["network", 1],
  M: ["network", -1],
  d: ["broker", 1],
  D: ["broker", -1],
};

/** The next network that lives, or the next broker, after the one that is asked about. */
function nextSubject({ frame, subject }: State, kind: Subject["kind"], step: 1 | -1): Subject | null {
  if (frame === null) return null;
  const rows = kind === "network" ? [...frame.networks.row].sort((a, b) => a - b) : [...frame.brokers.keys()];
  if (rows.length === 0) return subject;
  const at = subject?.kind === kind ? rows.indexOf(subject.row) : -1;
  const next = at < 0 ? (step === 1 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length;
  return { kind, row: rows[next] };
}

/** Whether the reader wants nothing to glide or fade. */
function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** How long the change to the next month may take, ms; none where it would be in the way. */
function pace(store: Store): number {
  const { playing, speed } = store.state;
  if (isStill()) return 0;
  if (!playing) return 3 * PART;
  return speed > CALM_SPEED ? 0 : (900 / (speed * MONTHS_PER_SECOND)) | 0;
}

/** A member of a network, where there is one: the keys begin where something happens. */
function firstFirm(store: Store): number | null {
  const { frame } = store.state;
  if (frame === null) return null;
  const member = frame.network.findIndex((row) => row >= 0);
  return member >= 0 ? member : 0;
}

/** Its name and one number; none until it has been read. */
export function focusOf(firm: number, reading: Reading | null, world: OpenWorld | null): Focus {
  if (reading === null || world === null || reading.card.firm !== firm) return { firm, lines: [] };
  const { trustInFellows, trustInStrangers } = reading.card;
  const number =
    trustInFellows === null
      ? text("stage.trustStrangers", { trust: figure(trustInStrangers, 2) })
      : text("stage.trust", { trust: figure(trustInFellows, 2) });
  return { firm, lines: [firmName(reading.card, world.opened), number] };
}
