import "../brief/brief.css";
import "./compare.css";
import type { App } from "../app.ts";
import { linkLater } from "../glossary/linkLater.ts";
import { text } from "../i18n/text.ts";
import { element, setAttribute } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { answer } from "./answer.ts";
import { ask } from "./ask.ts";
import { changes } from "./changes.ts";
import { cost } from "./cost.ts";
import { courses } from "./courses.ts";
import { doubt } from "./doubt.ts";
import { gained } from "./gained.ts";
import { stages } from "./stages.ts";
import { taking } from "./taking.ts";
import { target } from "./target.ts";
import { worst } from "./worst.ts";
import { worth } from "./worth.ts";
import { Comparing } from "./comparing.ts";
import { head } from "./head.ts";
import { options } from "./options.ts";
import { whenSomebodyIsHere } from "./presence.ts";
import { running } from "./running.ts";
import type { Question } from "./state.ts";

/** Compare: the question, the options, the answer, what it rests on, what would change it. */
export function room(store: Store, app: App): HTMLElement {
  const comparing = new Comparing(store, app.outside.startComparer, app.outside.later);
  // The base follows the scenario and the levers of the first room.
  store.watch(
    ({ world, door }) => [door === "compare" ? (world?.key ?? null) : null],
    ([key]) => {
      if (key !== null) void comparing.open(key);
    },
  );
  store.watch(
    ({ door }) => [door === "compare"],
    ([isHere]) => {
      if (!isHere) comparing.leave();
    },
  );
  // A link alone plays nothing.
  let isSomebodyHere = false;
  let waiting: Question | null = null;
  store.watch(
    ({ door, compare: { question, answered, progress, doubting } }) => [
      door === "compare" && progress === null && doubting === null && question !== answered ? question : null,
    ],
    ([question]) => {
      if (isSomebodyHere) comparing.foresee(question);
      else waiting = question;
    },
  );
  whenSomebodyIsHere(() => {
    isSomebodyHere = true;
    comparing.foresee(waiting);
  });
  const editor = element(
    "details",
    { class: "compare-editor", attributes: { open: true } },
    element("summary", {}, text("compare.editor")),
    ask(store, comparing),
    options(store, comparing),
  );
  store.watch(
    ({ compare }) => [compare.question === null],
    ([isLoading]) => (editor.hidden = isLoading),
  );
  store.watch(
    ({ compare }) => [compare.answered],
    ([answered]) => (editor.open = answered === null),
  );
  const results = element(
    "div",
    { class: "compare-results" },
    changes(store),
    target(store),
    stages(store, app, comparing),
    courses(store),
    gained(store),
    cost(store),
    worth(store, comparing),
    doubt(store, comparing),
    worst(store, comparing),
  );
  store.watch(
    ({ compare }) => [compare.reading === null],
    ([isEmpty]) => (results.hidden = isEmpty),
  );
  // A reading that no longer changes has its terms linked.
  store.watch(
    ({ compare }) => [compare.reading?.done === true ? compare.reading : null, compare.pair, compare.currency],
    ([reading]) => {
      if (reading !== null) linkLater(results);
    },
  );
  // After all that is drawn of a reading: how many pairs are on the page.
  store.watch(
    ({ compare }) => [compare.reading?.pairs ?? 0],
    ([pairs]) => setAttribute(results, "data-pairs", pairs),
  );
  return element(
    "main",
    { class: "compare" },
    head(store),
    editor,
    running(store, comparing),
    answer(store, comparing),
    taking(store, app, comparing),
    results,
    caveat(store),
  );
}

function caveat(store: Store): HTMLElement {
  const words = element("p", { class: "compare-caveat" });
  store.watch(
    ({ compare }) => [compare.reading],
    ([reading]) => {
      words.hidden = reading === null;
      if (reading !== null) words.textContent = text("compare.caveat", { n: reading.pairs });
    },
  );
  return words;
}
