import type { Spread } from "../../sim/contract.ts";
import type { ComparerHost } from "../compare/comparing.ts";
import { rangeStrip } from "../charts/rangeStrip.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import { svg } from "../parts/svg.ts";
import type { State, Store } from "../store.ts";
import "./spread.css";

/** How this world lies among others of the same settings: played when somebody asks, beside each of the numbers. */

/** A number that has a strip. */
export interface SpreadNumber {
  readonly measure: string;
  /** Where the strip goes. */
  readonly strip: HTMLElement;
  readonly show: (value: number) => string;
  /** The end of the scale, where it is not that of the worlds. */
  readonly end?: number;
  /** Whether it says something without the programme: what nobody pays for costs nothing. */
  readonly isProgrammes?: boolean;
}

/** Where the strips are asked for and explained. */
interface SpreadPlace {
  readonly foot: HTMLElement;
  readonly ask: HTMLElement;
  readonly worlds: number;
}

/** Worlds below which a range says nothing. */
const LEAST = 5;
/** The share of the months after which a cost for each network no longer stands on the first few networks. */
const SETTLED = 0.25;
/** Sizes of letters, and of the strip where there is room beside the number, px. */
const TYPE = { usual: 12, projector: 17 };

/** @returns what asks for the worlds, each time anew */
export function spreading(
  store: Store,
  start: () => ComparerHost,
  numbers: readonly SpreadNumber[],
  { foot, ask, worlds }: SpreadPlace,
): () => void {
  let host: ComparerHost | null = null;
  let spread: Spread | null = null;
  /** What the worlds were played for. */
  let asked = "";
  const stop = element(
    "button",
    { class: "link-button", attributes: { type: "button" }, on: { click: () => end() } },
    text("spread.stop"),
  );
  const words = element("span", { class: "spread-words", attributes: { role: "status", "aria-live": "polite" } });
  const note = element("p", { class: "spread-note" });
  const root = element("div", { class: "spread" }, element("p", {}, words, stop), note);

  const end = (): void => {
    host?.end();
    host = null;
    draw();
  };
  const clear = (said: string): void => {
    spread = null;
    asked = "";
    end();
    words.textContent = said;
    if (said === "") root.remove();
  };
  const draw = (): void => {
    const { frame, month, theme } = store.state;
    const known = spread !== null && spread.worlds >= LEAST ? spread : null;
    stop.hidden = host === null;
    ask.hidden = known !== null || host !== null;
    foot.parentElement?.classList.toggle("numbers-spread", known !== null);
    note.replaceChildren(...(known === null ? [] : keyOf(known)));
    for (const number of numbers) {
      number.strip.hidden = known === null;
      if (known === null) continue;
      const own = frame?.measures[number.measure] ?? null;
      const type = theme === "projector" ? TYPE.projector : TYPE.usual;
      number.strip.replaceChildren(...stripOf(number, known, { own, month, type }));
    }
  };
  const redraw = soon(draw);
  store.watch(({ frame, theme, month }) => [frame, theme, month], redraw);
  store.watch(
    ({ world }) => [world],
    () => {
      if (asked !== "" && asked !== askedIn(store.state)) clear("");
    },
  );
  addEventListener("resize", redraw);

  const play = async (): Promise<void> => {
    const { world } = store.state;
    if (world === null) return;
    clear("");
    foot.append(root);
    asked = askedIn(store.state);
    words.textContent = text("spread.running", { done: 0, of: worlds });
    const mine = start();
    host = mine;
    draw();
    const { scenario, document, settings, changes } = world.key;
    const measures = numbers.map(({ measure }) => measure);
    const listen = (known: Spread): void => {
      if (host !== mine) return;
      spread = known;
      words.textContent = text("spread.running", { done: known.worlds, of: known.of });
      redraw();
    };
    try {
      const request = { scenario: document ?? scenario, settings, changes, worlds, measures };
      const died = mine.died.then((reason) => Promise.reject(reason));
      const reply = await Promise.race([mine.spread(request, listen), died]);
      if (host !== mine) return;
      if (!reply.ok) return clear(reply.problems.map((problem) => text("problem.text", { ...problem })).join(" "));
      spread = reply.value;
      words.textContent = "";
      end();
    } catch (reason) {
      if (host !== mine) return;
      clear(text("spread.failed", { reason: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  return () => void play();
}

/** What worlds depend on, whichever of them is open. */
function askedIn({ world }: State): string {
  if (world === null) return "";
  const { scenario, document, settings, changes } = world.key;
  const { seed: _, ...own } = settings;
  return JSON.stringify([scenario, document ?? null, own, changes]);
}

function keyOf({ worlds, seed }: Spread): (HTMLElement | string)[] {
  const entry = (kind: string, said: string) =>
    element("span", { class: `spread-key spread-key-${kind}` }, element("i", {}), said);
  return [
    entry("own", text("spread.key.own")),
    entry("most", text("spread.key.most", { count: worlds })),
    entry("none", text("spread.key.none")),
    element("span", { class: "spread-source" }, text("spread.note", { first: `${seed}/1`, last: `${seed}/${worlds}` })),
  ];
}

function stripOf(
  { measure, strip, show, end, isProgrammes }: SpreadNumber,
  { measures }: Spread,
  { own, month, type }: { readonly own: number | null; readonly month: number; readonly type: number },
): HTMLElement[] {
  const { most, none: without } = measures[measure];
  const none = isProgrammes === true ? null : without;
  const [low, high] = [most[0][month], most[1][month]];
  const bare = none === null || Number.isNaN(none[month]) ? null : none[month];
  const isKnown = !Number.isNaN(low) && !Number.isNaN(high);
  const settled = most[1].slice(Math.floor(most[1].length * SETTLED)).filter((value) => !Number.isNaN(value));
  const to = end ?? Math.max(...settled, ...(none ?? []).filter((value) => !Number.isNaN(value)), 1e-9) * 1.1;
  const width = Math.max(84, Math.min(152, strip.clientWidth || 128));
  const range = isKnown ? { low, high, words: [show(low), show(high)] as const } : null;
  const said = [
    range === null ? text("spread.spoken.none") : text("spread.spoken", { low: range.words[0], high: range.words[1] }),
    bare === null ? "" : text("spread.spoken.without", { value: show(bare) }),
  ];
  const picture = svg(rangeStrip({ from: 0, to, own, most: range, none: bare, width, type }));
  return [
    element(
      "div",
      { attributes: { role: "img", "aria-label": said.join(" ").trim() } },
      picture as unknown as HTMLElement,
    ),
  ];
}
