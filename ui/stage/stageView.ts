import { select, zoom, zoomIdentity } from "d3";
import type { Opened } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { PHASE_LETTERS } from "../charts/phaseLine.ts";
import { figure, text } from "../i18n/text.ts";
import { firmName, networkNumber, phaseName, placeName } from "../names.ts";
import { element, say } from "../parts/element.ts";
import type { Reading, Store } from "../store.ts";
import { CALM_SPEED, MONTHS_PER_SECOND } from "../store.ts";
import type { Theme } from "../theme/theme.ts";
import { palette } from "../theme/theme.ts";
import { PART } from "./moving.ts";
import type { Picker } from "./pick.ts";
import { pickerOf } from "./pick.ts";
import type { Focus, StageWords } from "./scene.ts";
import type { Signs } from "./signs.ts";
import { LAPTOP, PHONE, PROJECTOR } from "./signs.ts";
import { Stage } from "./stage.ts";

const REACH = 14;
const MOST_ZOOM = 8;
const ZOOM_STEP = 1.5;
/** Screens narrower than this get the signs of a phone. */
const NARROW = 560;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function signsFor(theme: Theme, width: number): Signs {
  if (width < NARROW) return PHONE;
  return theme === "projector" ? PROJECTOR : LAPTOP;
}

/** The stage on the page: it follows the store, the pointer and the keys. */
export function stageView(store: Store, app: App): HTMLElement {
  const stage = new Stage(wordsOf(store), LAPTOP, palette());
  const empty = element("p", { class: "stage-empty" });
  const spoken = element("p", { class: "aside-spoken", attributes: { role: "status", "aria-live": "polite" } });
  const whole = element(
    "button",
    { class: "button stage-whole", attributes: { type: "button", hidden: true } },
    text("stage.whole"),
  );
  const glass = element(
    "div",
    {
      class: "glass",
      attributes: { id: "stage", tabindex: 0, role: "application", "aria-label": text("stage.label") },
    },
    ...stage.canvases,
  );
  const root = element("section", { class: "stage" }, glass, empty, whole, spoken);

  let picker: Picker | null = null;
  const pick = (): Picker | null => {
    const { positions } = stage;
    if (positions === null) return null;
    return (picker ??= pickerOf(positions));
  };

  const lens = zoom<HTMLDivElement, unknown>()
    .scaleExtent([1, MOST_ZOOM])
    // One finger scrolls the page until the reader has zoomed in.
    .filter((event: Event) => !(event instanceof TouchEvent) || event.touches.length > 1 || !whole.hidden)
    .on("zoom", ({ transform }: { transform: { k: number; x: number; y: number } }) => {
      picker = null;
      whole.hidden = transform.k === 1;
      glass.classList.toggle("glass-near", transform.k > 1);
      stage.look(transform);
    });
  const glassOf = select(glass).call(lens).on("dblclick.zoom", null);
  whole.addEventListener("click", () => glassOf.call(lens.transform, zoomIdentity));

  glass.addEventListener("click", (event) => {
    const box = glass.getBoundingClientRect();
    app.focus(pick()?.at(event.clientX - box.left, event.clientY - box.top, REACH) ?? null);
  });
  glass.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    const { focus } = store.state;
    if (direction !== undefined) {
      const next = focus === null ? firstFirm(store) : pick()?.beside(focus, ...direction);
      if (next !== null && next !== undefined) app.focus(next);
    } else if (event.key === "Enter" && focus === null) app.focus(firstFirm(store));
    else if (event.key === "Enter") app.setTab("why");
    else if (event.key === "Escape") app.focus(null);
    else if (event.key === "+" || event.key === "=") glassOf.call(lens.scaleBy, ZOOM_STEP);
    else if (event.key === "-") glassOf.call(lens.scaleBy, 1 / ZOOM_STEP);
    else if (event.key === "0") glassOf.call(lens.transform, zoomIdentity);
    else if (event.key === " ") app.toggle();
    else return;
    event.preventDefault();
  });

  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = glass;
    if (width === 0 || height === 0) return;
    picker = null;
    lens.translateExtent([
      [0, 0],
      [width, height],
    ]);
    lens.extent([
      [0, 0],
      [width, height],
    ]);
    stage.resize({ width, height }, signsFor(store.state.theme, width));
  };
  new ResizeObserver(resize).observe(glass);

  store.watch(
    ({ theme }) => [theme],
    () => {
      stage.dress(palette());
      resize();
    },
  );
  store.watch(
    ({ world }) => [world?.places ?? null],
    ([places]) => {
      picker = null;
      glassOf.call(lens.transform, zoomIdentity);
      stage.place(places);
    },
  );
  store.watch(
    ({ frame, focus, reading }) => [frame, focus, reading],
    ([frame, focus, reading]) => {
      const opened = store.state.world?.opened;
      stage.show(frame, focus === null ? null : focusOf(focus, reading, opened), pace(store));
      const isEmpty = frame !== null && frame.month > 0 && frame.ties.from.length === 0;
      say(empty, frame === null ? text("loading") : isEmpty ? text("stage.empty") : "");
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
  // Labels are measured on canvas: once the font is there they are measured again.
  document.fonts.addEventListener("loadingdone", resize);
  return root;
}

/** How long the change to the next month may take, ms; none where it would be in the way. */
function pace(store: Store): number {
  const { playing, speed } = store.state;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return 0;
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

function focusOf(firm: number, reading: Reading | null, opened: Opened | undefined): Focus {
  if (reading === null || opened === undefined || reading.card.firm !== firm) return { firm, lines: [] };
  const { trustInFellows, trustInStrangers } = reading.card;
  const number =
    trustInFellows === null
      ? text("stage.trustStrangers", { trust: figure(trustInStrangers, 2) })
      : text("stage.trust", { trust: figure(trustInFellows, 2) });
  return { firm, lines: [firmName(reading.card, opened), number] };
}

function wordsOf(store: Store): StageWords {
  return {
    town: (region) => {
      const opened = store.state.world?.opened;
      return opened === undefined ? "" : placeName(opened, region);
    },
    tag: (row, phase) => text("stage.tag", { number: networkNumber(row), phase: phaseName(phase) }),
    shortTag: (row, phase) => `${networkNumber(row)} ${PHASE_LETTERS[phase as 0] ?? ""}`,
    broker: text("stage.broker"),
    brokerLeft: text("stage.brokerLeft"),
    seeking: (count) => text("stage.seeking", { count }),
  };
}
