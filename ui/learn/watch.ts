import type { App } from "../app.ts";
import { sentence } from "../controls/sentence.ts";
import { transport } from "../controls/transport.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { bandOf } from "./class/band.ts";
import { stageView } from "../stage/stageView.ts";
import type { Store } from "../store.ts";
import { valueAt } from "./guess.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { measureName } from "./measureName.ts";
import { onward, prompt, reading } from "./prompt.ts";
import { shownIn } from "./shown.ts";
import type { LearnState, Worlds } from "./state.ts";
import { verdict } from "./verdict.ts";
import { said } from "./words.ts";
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
  if (worlds === null || (!worlds.running && worlds.isForCode === true))
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

function dots(lesson: Lesson, worlds: Worlds, store: Store): HTMLElement[] {
  const { a, b, running } = worlds;
  const { measure, months } = lesson.watch;
  const show = shownIn(lesson, store);
  const name = measureName(measure, store);
  const { predict } = lesson;
  const { marks } = store.state.learn;
  const row = (arm: "a" | "b", values: readonly (number | null)[]) => {
    const label = wordsOf(lesson, `watch.${arm}`);
    if (predict.kind !== "number" || predict.arm !== arm || running) return { label, values };
    const guess = marks === null ? null : { value: valueAt(predict, marks[0]), words: said("guess.yours") };
    return { label, values, band: bandOf(values), guess };
  };
  const rows = [row("a", a), row("b", b)] as const;
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
          ...verdict(lesson, store.state.learn, worlds),
        ]),
    element("p", { class: "learn-note" }, text("learn.worlds.note", { measure: name, months })),
  ];
}
