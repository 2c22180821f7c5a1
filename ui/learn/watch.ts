import type { App } from "../app.ts";
import { sentence } from "../controls/sentence.ts";
import { transport } from "../controls/transport.ts";
import { figure, percent, text, wordFor } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { stageView } from "../stage/stageView.ts";
import type { Store } from "../store.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { onward, prompt, reading } from "./prompt.ts";
import type { LearnState, Worlds } from "./state.ts";
import { worldDots } from "./worldDots.ts";

/** The stage of the first room, over the same store. */
export function watchScene(store: Store, app: App): HTMLElement {
  return element(
    "div",
    { class: "learn-watch" },
    stageView(store, app, "lesson-stage"),
    sentence(store),
    transport(store, app),
  );
}

/** Watch: two places one after the other, then twenty worlds of each as dots. */
export function watchPanel(lesson: Lesson, store: Store, learning: Learning): HTMLElement[] {
  const { learn } = store.state;
  const arms = (["a", "b"] as const).map((arm) =>
    element(
      "button",
      {
        class: "learn-sure",
        attributes: { type: "button", "data-key": `arm-${arm}`, "aria-pressed": String(learn.arm === arm) },
        on: { click: () => learning.watch(arm) },
      },
      wordsOf(lesson, `watch.${arm}`),
    ),
  );
  return [
    prompt(...linkedWords(lesson, "watch.prompt")),
    ...(isOne(lesson)
      ? []
      : [element("div", { class: "learn-sureness" }, element("span", {}, text("learn.show")), ...arms)]),
    element("h3", { class: "small-heading" }, text("learn.worlds")),
    ...worldsPart(lesson, learn, store, learning),
    onward(() => learning.next()),
  ];
}

function worldsPart(lesson: Lesson, { worlds }: LearnState, store: Store, learning: Learning): HTMLElement[] {
  const button = (words: string, act: () => void) =>
    element(
      "button",
      { class: "button", attributes: { type: "button", "data-key": "worlds" }, on: { click: act } },
      words,
    );
  // One world is played for the result code; it makes no picture.
  if (worlds === null || (!worlds.running && worlds.of <= 2))
    return [button(text("learn.worlds.run"), () => void learning.playWorlds())];
  const progress = worlds.running
    ? [
        element("p", {}, text("learn.worlds.running", { done: worlds.done, of: worlds.of })),
        button(text("learn.worlds.stop"), () => learning.stopWorlds()),
      ]
    : [];
  return [...progress, ...(worlds.a.length < 2 ? [] : dots(lesson, worlds, store))];
}

/** Whether both rows are read in one place, by two measures. */
function isOne({ watch: { other } }: Lesson): boolean {
  return other !== undefined;
}

/** The measure by its name in this language. */
function measureName(id: string, store: Store): string {
  const own = store.state.descriptions?.measures.find((measure) => measure.id === id)?.title ?? id;
  return wordFor(`measure.${id}`, own);
}

function dots(lesson: Lesson, { a, b, running }: Worlds, store: Store): HTMLElement[] {
  const { measure, months } = lesson.watch;
  const unit = store.state.descriptions?.measures.find(({ id }) => id === measure)?.unit ?? "";
  const show = (value: number): string =>
    unit === "share" ? `${percent(value)} %` : figure(value, Number.isInteger(value) ? 0 : 1);
  const name = measureName(measure, store);
  const rows = [
    { label: wordsOf(lesson, "watch.a"), values: a },
    { label: wordsOf(lesson, "watch.b"), values: b },
  ];
  const pairs = a.flatMap((value, k) => {
    const second = b[k];
    return value === null || second === null || second === undefined ? [] : [[value, second] as const];
  });
  const ahead = pairs.filter(([first, second]) => first > second).length;
  const behind = pairs.filter(([first, second]) => first < second).length;
  const table = element(
    "table",
    { class: "aside-spoken" },
    element("caption", {}, text("learn.worlds.table", { measure: name })),
    element(
      "tbody",
      {},
      ...a.map((value, k) =>
        element(
          "tr",
          {},
          element("th", { attributes: { scope: "row" } }, `${text("learn.world")} ${k + 1}`),
          ...[value, b[k] ?? null].map((each) => element("td", {}, each === null ? "–" : show(each))),
        ),
      ),
    ),
  );
  return [
    element("figure", { class: "learn-dots" }, svg(worldDots(rows, show)) as unknown as HTMLElement, table),
    ...(running
      ? []
      : [
          reading(
            text("learn.worlds.more", { first: rows[0].label, second: rows[1].label, ahead, behind, n: pairs.length }),
          ),
          verdict(lesson, store),
        ]),
    element("p", { class: "learn-note" }, text("learn.worlds.note", { measure: name, months })),
  ];
}

/** The guess held against what the worlds show. */
function verdict(lesson: Lesson, store: Store): HTMLElement {
  const { guess } = store.state.learn;
  const right = wordsOf(lesson, `predict.option.${lesson.predict.right}`);
  const given =
    guess === null
      ? text("learn.noGuess")
      : text("learn.guessed", { guess: wordsOf(lesson, `predict.option.${guess}`) });
  const known = guess === lesson.predict.right ? text("learn.wasRight") : text("learn.wasOther", { right });
  return element("p", {}, `${given} ${known}`);
}
