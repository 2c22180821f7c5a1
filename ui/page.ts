import "./controls/course.css";
import type { App } from "./app.ts";
import { header, phoneTools } from "./controls/header.ts";
import { listenToKeys } from "./controls/keyboard.ts";
import { levers } from "./controls/levers.ts";
import { messages } from "./controls/messages.ts";
import { notices } from "./controls/notices.ts";
import { sentence } from "./controls/sentence.ts";
import { tabs } from "./controls/tabs.ts";
import { timeline } from "./controls/timeline.ts";
import { course } from "./controls/course.ts";
import { transport } from "./controls/transport.ts";
import { views } from "./controls/views.ts";
import { charts } from "./figures/charts.ts";
import { dialogs } from "./dialogs/dialogs.ts";
import { text } from "./i18n/text.ts";
import { numbers } from "./inspector/numbers.ts";
import { why } from "./inspector/why.ts";
import { list } from "./list/list.ts";
import { element, say } from "./parts/element.ts";
import { key } from "./stage/key.ts";
import { stageTools } from "./stage/stageTools.ts";
import { stageView } from "./stage/stageView.ts";
import { rooms } from "./rooms.ts";
import type { Store } from "./store.ts";
import { onSystemTheme, wear } from "./theme/theme.ts";

/** Puts the page together. The first room is Explore: question, stage, key, sentence and timeline between the levers and the numbers. */
export function page(root: HTMLElement, store: Store, app: App): void {
  // The theme is worn before anything measures or reads a colour.
  store.watch(
    ({ theme }) => [theme],
    ([theme]) => wear(theme),
  );
  onSystemTheme((theme) => app.setTheme(theme));

  // A file that misses its place would take the browser away from the page.
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    app.dropped(files);
  });

  const question = element("h1", { class: "question" });
  store.watch(
    ({ world, arrival }) => [(world ?? arrival)?.opened],
    ([opened]) => {
      if (opened === undefined) return;
      say(question, opened.question);
      question.title = opened.question;
      document.title = text("page.title", { scenario: opened.title });
    },
  );
  const leverBox = element(
    "div",
    { class: "lever-column", attributes: { id: "levers" } },
    phoneTools(store, app),
    levers(store, app),
  );
  const main = element(
    "main",
    { class: "explore" },
    leverBox,
    element("div", { class: "question-row" }, question, stageTools(store, app), views(store, app)),
    stageView(store, app),
    key(store, app),
    charts(store, app),
    list(store, app),
    sentence(store),
    transport(store, app, course(store, app)),
    timeline(store, app),
    element("div", { class: "side" }, numbers(store, app), why(store, app)),
  );
  store.watch(
    ({ learn }) => [learn.embed],
    ([embed]) => document.body.toggleAttribute("data-embed", embed !== null),
  );
  store.watch(
    ({ tab }) => [tab],
    ([tab]) => {
      document.body.dataset["tab"] = tab;
    },
  );
  root.replaceChildren(
    header(store, app),
    messages(store, app),
    notices(store, app),
    rooms(store, app, main),
    tabs(store, app),
    dialogs(store, app),
  );
  listenToKeys(store, app);
}
