import type { Frame } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { armName, placeOf } from "../brief/answer.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import { contrastOf } from "../stage/contrast.ts";
import { PLAIN_WISH } from "../stage/scene.ts";
import { Stage } from "../stage/stage.ts";
import { signsFor } from "../stage/stageView.ts";
import { stageWords } from "../stage/words.ts";
import type { Store } from "../store.ts";
import { palette } from "../theme/theme.ts";
import { chosen } from "./answer.ts";
import type { Comparing } from "./comparing.ts";
import { optionSign } from "./options.ts";
import { section } from "./section.ts";
import type { Pair } from "./staging.ts";
import { Staging } from "./staging.ts";

/** Two stages side by side: the same world and places in two options, their difference in colour, played together. */

const MONTHS_PER_SECOND = 4;
const SIDES = ["A", "B"] as const;

export function stages(store: Store, app: App, comparing: Comparing): HTMLElement {
  const { root, note, body } = section("stages", text("compare.stages"));
  const open = element("button", {
    class: "button",
    attributes: { type: "button" },
    on: { click: () => stageWorld(store, comparing, 1) },
  });
  const play = element("button", {
    class: "icon-button",
    attributes: { type: "button" },
    on: { click: () => toggle() },
  });
  const scrub = element("input", {
    class: "slider",
    attributes: { type: "range", min: 0, step: 1, "aria-label": text("timeline.scrub") },
    on: { input: () => go(scrub.valueAsNumber) },
  });
  const month = element("span", { class: "stages-month" });
  const bar = element("div", { class: "stages-bar" }, play, scrub, month);
  const panels = SIDES.map(() => panel());
  const pair = element("div", { class: "stages-pair" }, ...panels.map(({ figure }) => figure));
  const state = element("p", { class: "fine", attributes: { role: "status" } });
  body.append(open, pair, bar, state);

  let staging: Staging | null = null;
  let shown: Pair | null = null;
  let wanted: number | null = null;
  let isBusy = false;
  let timer = 0;

  const go = (to: number): void => {
    const { staging: now } = store.state.compare;
    if (now !== null) comparing.change({ staging: { ...now, month: to, playing: false } });
  };
  const toggle = (): void => {
    const { staging: now, answered } = store.state.compare;
    if (now === null || answered === null) return;
    const isOver = now.month >= answered.months;
    comparing.change({ staging: { ...now, month: isOver ? 0 : now.month, playing: !now.playing } });
  };

  const draw = (): void => {
    if (shown === null) return;
    const { frames, sides } = shown;
    panels.forEach(({ stage, glass, words }, k) => {
      const own = frames[k];
      const contrast = contrastOf(own, frames[1 - k], SIDES[k]);
      const size = { width: glass.clientWidth, height: glass.clientHeight };
      stage.show({
        places: sides[k].places,
        words: stageWords(sides[k].opened),
        size,
        density: devicePixelRatio || 1,
        signs: signsFor(store.state.theme, size.width),
        palette: palette(),
        frame: own,
        wish: { ...PLAIN_WISH, contrast },
      });
      const alive = running(own);
      say(words, text("compare.stages.alive", { alive, alone: contrast.alone.length, side: SIDES[k] }));
    });
  };

  /** Fetches the month that is wanted, one request at a time. */
  const fetchMonth = async (): Promise<void> => {
    if (isBusy || staging === null) return;
    isBusy = true;
    try {
      while (wanted !== null) {
        const to = wanted;
        wanted = null;
        const found = await staging.at(to);
        if (found !== null) shown = found;
        draw();
      }
    } catch (reason) {
      fail(reason);
    }
    isBusy = false;
    const { staging: now } = store.state.compare;
    if (now?.playing === true) timer = window.setTimeout(() => playOn(), 1000 / MONTHS_PER_SECOND);
  };
  const playOn = (): void => {
    const { staging: now, answered } = store.state.compare;
    if (now === null || answered === null || !now.playing) return;
    const next = now.month + 1;
    comparing.change({ staging: { ...now, month: next, playing: next < answered.months } });
  };
  const fail = (reason: unknown): void => {
    say(state, text("compare.stages.failed", { reason: reason instanceof Error ? reason.message : String(reason) }));
  };

  store.watch(
    ({ compare }) => [compare.staging?.world ?? null, compare.pair, compare.answered],
    ([world]) => {
      const found = chosen(store.state);
      const { answered, staging: now } = store.state.compare;
      shown = null;
      pair.hidden = bar.hidden = world === null;
      if (world === null || found === null || answered === null || now === null) {
        staging?.stop();
        staging = null;
        return;
      }
      // The earlier option stands on the left, as A, whatever is subtracted from what.
      const { a, b } = found.pair;
      const arms = [b, a].sort((x, y) => x - y) as [number, number];
      panels.forEach(({ name }, k) => {
        name.replaceChildren(optionSign(placeOf(found.reading, arms[k])), armName(found.reading, arms[k]));
      });
      staging ??= new Staging(app);
      say(state, text("compare.stages.loading", { world }));
      staging
        .open(answered, arms, `${found.reading.comparison.seed}/${world}`)
        .then((sides) => {
          if (sides === null) return;
          say(state, "");
          wanted = store.state.compare.staging?.month ?? 0;
          void fetchMonth();
        })
        .catch(fail);
    },
  );
  store.watch(
    ({ compare }) => [compare.staging, compare.reading === null],
    ([now]) => {
      const found = chosen(store.state);
      const { answered } = store.state.compare;
      open.hidden = now !== null || found === null;
      say(open, text("compare.stages.open"));
      if (now === null || answered === null) return;
      note.textContent = text("compare.stages.note", { world: now.world, month: now.month });
      scrub.max = String(answered.months);
      scrub.value = String(now.month);
      scrub.style.setProperty("--share", String(now.month / Math.max(1, answered.months)));
      say(month, text("timeline.scrub.value", { month: now.month, months: answered.months }));
      play.replaceChildren(icon(now.playing ? "pause" : "play", 20));
      play.setAttribute("aria-label", text(now.playing ? "pause" : "play"));
      if (shown !== null && shown.frames[0].month !== now.month) {
        wanted = now.month;
        void fetchMonth();
      } else if (now.playing && !isBusy && timer === 0) playOn();
      if (!now.playing) {
        clearTimeout(timer);
        timer = 0;
      }
    },
  );
  store.watch(
    ({ theme }) => [theme],
    () => draw(),
  );
  new ResizeObserver(() => draw()).observe(pair);
  return root;
}

/** Opens a world of the comparison on the two stages, at its end. */
export function stageWorld(store: Store, comparing: Comparing, world: number): void {
  const { answered } = store.state.compare;
  if (answered !== null) comparing.change({ staging: { world, month: answered.months, playing: false } });
}

/** Networks at work: pilot, strategic or self-managed. */
function running({ networks }: Frame): number {
  return networks.phase.filter((phase) => phase >= 1 && phase <= 3).length;
}

function panel() {
  const stage = new Stage();
  const name = element("span", { class: "stages-name" });
  const words = element("span", { class: "section-note" });
  const glass = element("div", { class: "glass stages-glass" }, ...stage.canvases);
  const figure = element("figure", { class: "stages-side" }, element("figcaption", {}, name, words), glass);
  return { stage, glass, name, words, figure };
}
