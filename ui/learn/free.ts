import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { accent, onward, prompt } from "./prompt.ts";

/** Free play: three things to try, in the room where everything can be changed. */
export function freePanel(lesson: Lesson, learning: Learning): HTMLElement[] {
  const tries = ["1", "2", "3"].map((which) => element("li", {}, ...linkedWords(lesson, `free.try.${which}`)));
  return [
    prompt(...linkedWords(lesson, "free.prompt")),
    element("h3", { class: "small-heading" }, text("learn.tries")),
    element("ul", { class: "learn-tries" }, ...tries),
    element(
      "button",
      {
        class: "button",
        attributes: { type: "button", "data-key": "free" },
        on: { click: () => learning.playFreely() },
      },
      text("learn.free"),
    ),
    element("p", { class: "learn-note" }, text("learn.freeNote")),
    lesson.exit.length > 0 ? onward(() => learning.next()) : accent(text("learn.all"), () => learning.open(null)),
  ];
}
