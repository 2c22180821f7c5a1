import type { App } from "../app.ts";
import { partingOf } from "../course.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { State, Store } from "../store.ts";

/** The course of a world: branch off here, play the last change again, go to the end. */
export function course(store: Store, app: App): HTMLElement {
  const words = element("span", {});
  const branch = element(
    "button",
    { class: "button course-button", attributes: { type: "button" } },
    icon("branch", 20),
    words,
  );
  branch.addEventListener("click", () => (store.state.branch === null ? app.branchHere() : app.leaveBranch()));
  const replay = element(
    "button",
    {
      class: "button course-button",
      attributes: { type: "button" },
      on: { click: () => app.replayLast() },
    },
    icon("replay", 20),
    element("span", {}, text("course.replay")),
  );
  const end = element(
    "button",
    { class: "button course-button", attributes: { type: "button" }, on: { click: () => app.runToEnd() } },
    icon("end", 20),
    element("span", {}, text("course.end")),
  );
  store.watch(
    ({ world, month, branch: from, past, stopped }) => [world, month, from, past, stopped],
    ([world, month, from, past, stopped]) => {
      const isOff = world === null || stopped !== null;
      say(words, from === null ? text("course.branch", { month }) : text("course.leave", { month: from }));
      branch.setAttribute("aria-pressed", String(from !== null));
      branch.disabled = isOff || (from === null && month >= world.opened.months);
      const before = past.at(-1)?.key;
      replay.disabled = isOff || before === undefined || partingOf(before, world.key) === null;
      end.disabled = isOff || month >= world.opened.months;
    },
  );
  return element("div", { class: "course" }, branch, replay, end, replayWords(store, app));
}

/** While the last change is played again: the three numbers now, and what they would be without it. */
function replayWords(store: Store, app: App): HTMLElement {
  const now = element("p", {});
  const leave = element(
    "button",
    { class: "link-button", attributes: { type: "button" }, on: { click: () => app.endReplay() } },
    text("course.replay.end"),
  );
  const root = element("div", { class: "replay", attributes: { role: "group" } }, now, leave);
  root.setAttribute("aria-label", text("course.replay"));
  store.watch(
    ({ replay, frame }) => [replay, frame],
    () => {
      root.hidden = store.state.replay === null;
      say(now, wordsOf(store.state));
    },
  );
  return root;
}

function wordsOf({ replay, frame }: State): string {
  if (replay === null || frame === null) return "";
  const at = replay.before.months.indexOf(frame.month);
  const before = (id: string): number | null => replay.before.measures[id]?.[at] ?? null;
  const now = (id: string): number | null => frame.measures[id] ?? null;
  const share = (value: number | null): string => (value === null ? text("number.none") : percent(value));
  const count = (value: number | null): string => (value === null ? text("number.none") : figure(value));
  return text("course.replay.words", {
    from: replay.from,
    month: frame.month,
    networks: count(now("networks.alive")),
    networksBefore: count(before("networks.alive")),
    share: share(now("contribution.rate")),
    shareBefore: share(before("contribution.rate")),
  });
}
