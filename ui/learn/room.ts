import "./learn.css";
import "./guess.css";
import type { App } from "../app.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { classPage } from "./class/classPage.ts";
import { joinPage } from "./class/joinPage.ts";
import { conceptPage } from "./concepts/conceptPage.ts";
import { contents } from "./contents.ts";
import { Learning } from "./learning.ts";
import { lessonOf } from "./lesson.ts";
import { lessonView } from "./lessonView.ts";
import { sheet } from "./sheet.ts";
import { teacher } from "./teacher.ts";

/** Learn: the list of lessons, or the one that is open; its teacher's page and its sheet beside it. */
export function room(store: Store, app: App): HTMLElement {
  const learning = new Learning(store, app);
  const main = element("main", { class: "learn" });
  store.watch(
    ({ learn }) => [learn.asked],
    ([asked]) => {
      if (asked !== null && !learning.isAt(asked)) learning.enter(asked);
    },
  );
  store.watch(
    ({ learn }) => [learn.lesson, learn.page],
    ([name, page]) => {
      const lesson = lessonOf(name);
      if (page === "class") main.replaceChildren(classPage(store, app, learning));
      else if (page === "join") main.replaceChildren(joinPage(lesson, store, learning));
      else if (page === "concepts") main.replaceChildren(conceptPage(app, learning));
      else if (lesson === null) main.replaceChildren(contents(learning));
      else if (page === "teacher") main.replaceChildren(teacher(lesson, store, app, learning));
      else if (page === "sheet") main.replaceChildren(sheet(lesson, learning));
      else main.replaceChildren(lessonView(lesson, store, app, learning));
      main.querySelector<HTMLElement>("h1")?.focus();
    },
  );
  return main;
}
