import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import type { Comparing } from "./comparing.ts";

/** Run, stop, and how far it is: worlds done, time left, and what the stop keeps. */
export function running(store: Store, comparing: Comparing): HTMLElement {
  const run = element("button", {
    class: "button button-accent",
    attributes: { type: "button" },
    on: {
      // A field that is left says what it holds, which may move the page: the button must not slip from under the pointer.
      mousedown: (event) => event.preventDefault(),
      click: () => {
        const { activeElement } = document;
        if (activeElement instanceof HTMLElement && activeElement !== run) activeElement.blur();
        void comparing.run();
      },
    },
  });
  const stop = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => void comparing.stop() } },
    text("compare.stop"),
  );
  const bar = element("progress", {
    class: "compare-progress",
    attributes: { "aria-label": text("compare.progress") },
  });
  const words = element("p", { class: "compare-running" });
  const said = element("p", { class: "aside-spoken", attributes: { role: "status", "aria-live": "polite" } });
  const root = element("div", { class: "compare-run" }, run, bar, words, stop);
  store.watch(
    ({ compare }) => [compare.progress, compare.question, compare.answered, compare.reading, compare.stopped],
    ([progress, question, answered, reading, stopped]) => {
      const isRunning = progress !== null;
      const count = question?.options.length ?? 0;
      run.hidden = isRunning || (reading !== null && question === answered && stopped === null);
      run.disabled = count === 0;
      run.textContent = text(reading === null ? "compare.run" : "compare.rerun", { count: question?.pairs ?? 0 });
      stop.hidden = !isRunning;
      bar.hidden = !isRunning;
      if (progress !== null) {
        bar.max = progress.of;
        bar.value = progress.worlds;
      }
      words.textContent = wordsOf(store);
      root.hidden = run.hidden && !isRunning && words.textContent === "";
    },
  );
  // Said aloud now and then, not at every world.
  store.watch(
    ({ compare }) => [compare.progress === null, Math.floor((compare.reading?.pairs ?? 0) / 50), compare.said],
    ([isDone, , what]) => (said.textContent = what || (isDone ? "" : wordsOf(store))),
  );
  return element("div", {}, root, said);
}

function wordsOf(store: Store): string {
  const { progress, question, reading, answered, problems, stopped } = store.state.compare;
  if (stopped !== null) return text("compare.stopped", { reason: stopped, pairs: reading?.pairs ?? 0 });
  if (problems.length > 0) return problems.map((problem) => text("problem.text", { ...problem })).join(" ");
  if (progress === null) {
    if (question !== null && question.options.length === 0) return text("compare.empty");
    if (reading !== null && question !== answered) return text("compare.stale");
    return reading === null ? text("compare.ready") : "";
  }
  const planned = question?.pairs ?? 0;
  const left = progress.left === null ? "" : timeWords(progress.left);
  const mayEnd = question !== null && (question.stopEarly || question.precision !== null);
  const known = left === "" ? "no" : mayEnd ? "most" : "yes";
  return text("compare.running", { pairs: progress.pairs, planned, left, known });
}

/** Seconds as they are said. */
export function timeWords(seconds: number): string {
  if (seconds < 90) return text("compare.seconds", { count: Math.max(1, Math.round(seconds)) });
  return text("compare.minutes", { count: Math.round(seconds / 60) });
}
