import { element } from "../../parts/element.ts";
import type { Store } from "../../store.ts";
import type { Learning } from "../learning.ts";
import type { Lesson } from "../lesson.ts";
import { LESSONS, wordsOf } from "../lesson.ts";
import { MOST_SEATS } from "../place.ts";
import { said } from "../words.ts";

/** What a student sees first: which seat is yours? Every seat watches another world. */
export function joinPage(named: Lesson | null, store: Store, learning: Learning): HTMLElement {
  const lesson = named ?? LESSONS[0];
  const seats = store.state.learn.seats ?? MOST_SEATS;
  const buttons = Array.from({ length: seats }, (_, k) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          class: "button seat",
          attributes: { type: "button", "aria-label": said("class.seatNumber", { seat: k + 1 }) },
          on: { click: () => learning.sit(lesson.name, k + 1) },
        },
        String(k + 1),
      ),
    ),
  );
  return element(
    "article",
    { class: "learn-page" },
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, wordsOf(lesson, "question")),
    element("h2", { class: "learn-prompt" }, said("class.whichSeat")),
    element("p", {}, said("class.seatIsWorld")),
    element("ol", { class: "seats" }, ...buttons),
  );
}
