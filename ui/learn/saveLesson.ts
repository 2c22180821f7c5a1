import { lessonFile, lessonFileName } from "../../src/formats/lessonFile.ts";
import { spoken, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import type { App } from "../app.ts";
import type { Lesson } from "./lesson.ts";

/** Saves a lesson as one file that needs no network; nothing where the page itself is such a file. */
export function saveLesson({ name }: Lesson, app: App): HTMLElement[] {
  const { lessonTemplate, save } = app.outside;
  if (lessonTemplate === null) return [];
  const answer = element("span", { class: "copy-answer", attributes: { role: "status" } });
  const make = async (): Promise<void> => {
    say(answer, text("learn.file.loading"));
    save(lessonFileName(name), lessonFile(await lessonTemplate(), name, spoken()), "text/html");
    say(answer, text("learn.file.saved"));
  };
  const button = element(
    "button",
    {
      class: "link-button",
      attributes: { type: "button" },
      on: { click: () => void make().catch(() => say(answer, text("learn.file.failed"))) },
    },
    text("learn.file"),
  );
  return [element("span", { class: "copyable" }, button, answer)];
}
