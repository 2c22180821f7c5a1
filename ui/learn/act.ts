import { figure, percent, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { termBars } from "../inspector/termBars.ts";
import { circle } from "./circle.ts";
import type { Learning } from "./learning.ts";
import type { Lesson, PayAct } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { accent, choices, onward, prompt, reading } from "./prompt.ts";
import { soFar } from "./soFar.ts";
import type { LearnState } from "./state.ts";

/** Act: the reader does by hand what agents do later. */

/** What stands in the middle meanwhile: the table of an invitation, the group, or nothing yet. */
export function actScene(lesson: Lesson, learn: LearnState): HTMLElement[] {
  if (learn.busy && learn.rounds.length === 0 && learn.outcome === null) return [note(text("learn.loading"))];
  if (learn.invitation) {
    const { why, asked, needed } = learn.invitation;
    return [
      element("p", { class: "learn-table" }, text("learn.invited", { asked, needed })),
      element("div", { class: "learn-figure" }, termBars(why, 640, 18)),
    ];
  }
  if (learn.group) {
    const last = learn.rounds[learn.rounds.length - 1];
    return [
      circle(
        learn.group.members.map((_, k) => last?.shares[k] ?? null),
        last?.shares ?? [],
      ),
    ];
  }
  return lesson.act.kind === "choose" || learn.invitation === undefined ? [] : [note(text("learn.noInvitation"))];
}

function note(words: string): HTMLElement {
  return element("p", { class: "empty" }, words);
}

export function actPanel(lesson: Lesson, learn: LearnState, learning: Learning): HTMLElement[] {
  const lead = prompt(...linkedWords(lesson, "act.prompt"));
  switch (lesson.act.kind) {
    case "answer":
      return [lead, ...answerPanel(lesson, learn, learning)];
    case "pay":
      return [lead, ...payPanel(lesson, lesson.act, learn, learning)];
    case "choose": {
      const options = lesson.act.options.map((id) => ({ id, words: wordsOf(lesson, `act.option.${id}`) }));
      const after =
        learn.plan === null ? [] : [reading(...linkedWords(lesson, "act.after")), onward(() => learning.next())];
      return [lead, choices(options, learn.plan, (id) => learning.choose(id)), ...after];
    }
  }
}

function twoWays(lesson: Lesson, learn: LearnState, act: (yes: boolean) => void): HTMLElement {
  return element(
    "div",
    { class: "learn-ways" },
    accent(wordsOf(lesson, "act.yes"), () => act(true), learn.busy),
    element(
      "button",
      {
        class: "button learn-other",
        attributes: { type: "button", "data-key": "other", disabled: learn.busy },
        on: { click: () => act(false) },
      },
      wordsOf(lesson, "act.no"),
    ),
  );
}

function answerPanel(lesson: Lesson, learn: LearnState, learning: Learning): HTMLElement[] {
  const { invitation, outcome } = learn;
  if (invitation === undefined) return [note(text("learn.loading"))];
  if (invitation === null) return [reading(text("learn.noInvitation")), onward(() => learning.next())];
  if (outcome === null) return [twoWays(lesson, learn, (yes) => learning.answer(yes))];
  const { why } = invitation;
  const { yes, asked, needed } = outcome;
  return [
    reading(text(why.answer ? "learn.ownChoice.yes" : "learn.ownChoice.no", { chance: percent(why.chance) })),
    element("p", {}, text(outcome.began ? "learn.withYours.began" : "learn.withYours.failed", { yes, asked, needed })),
    element("p", {}, ...linkedWords(lesson, "act.after")),
    onward(() => learning.next()),
  ];
}

function payPanel(lesson: Lesson, act: PayAct, learn: LearnState, learning: Learning): HTMLElement[] {
  const { group, rounds, choices: given } = learn;
  if (group === undefined) return [note(text("learn.loading"))];
  if (group === null) return [reading(text("learn.noInvitation")), onward(() => learning.next())];
  const isOver = rounds.length >= act.rounds;
  const trust = rounds[rounds.length - 1]?.trust ?? group.trust;
  const paid = given.filter((pays) => pays).length;
  return [
    element(
      "p",
      { class: "learn-round", attributes: { role: "status" } },
      element(
        "strong",
        {},
        isOver
          ? text("learn.pay.done", { paid, rounds: act.rounds })
          : text("learn.roundOf", { round: rounds.length + 1, rounds: act.rounds }),
      ),
      // A blank for those who hear it or copy it; on the page each has a line of its own.
      " ",
      element("span", {}, text("learn.trustInYou", { trust: figure(trust, 2) })),
    ),
    ...(isOver
      ? [element("p", {}, ...linkedWords(lesson, "act.after")), onward(() => learning.next())]
      : [twoWays(lesson, learn, (pays) => learning.pay(pays))]),
    soFar(rounds, act.rounds, group.members.length),
  ];
}
