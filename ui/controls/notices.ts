import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Notice, State, Store } from "../store.ts";

/** The lesson that answers the question which a first visit asks. */
const FIRST_LESSON = "free-lunch";

/** What the page tells once: what it brought back, or that a link's world is not what it was. */
export function notices(store: Store, app: App): HTMLElement {
  const root = element("div", { class: "messages", attributes: { role: "status" } });
  const button = (words: string, act: () => void): HTMLElement =>
    element("button", { class: "button", attributes: { type: "button" }, on: { click: act } }, words);
  const watch = (): void => {
    app.dismissNotice();
    app.play();
  };
  const decide = (): void => app.openLesson(FIRST_LESSON);
  store.watch(
    ({ notice, hash, world }) => [notice, hash, world],
    ([notice]) => {
      if (notice === null) return root.replaceChildren();
      const close = button(text(`notice.${notice.kind}.close`), () => app.dismissNotice());
      const others =
        notice.kind === "restored"
          ? [button(text("notice.afresh"), () => app.startAfresh())]
          : notice.kind === "newVersion"
            ? [button(text("notice.newVersion.load"), () => app.outside.takeNewer())]
            : notice.kind === "first"
              ? [button(text("notice.first.watch"), watch), button(text("notice.first.decide"), decide)]
              : [];
      const words = element("p", {}, wordsOf(notice, store.state));
      root.replaceChildren(element("div", { class: "message notice" }, words, ...others, close));
    },
  );
  return root;
}

function wordsOf(notice: Notice, { world, hash }: State): string {
  const none = text("number.none");
  switch (notice.kind) {
    case "restored":
      return text("notice.restored", { scenario: world?.opened.title ?? none });
    case "newVersion":
      return text("notice.newVersion");
    case "first":
      return text("notice.first");
    case "tooLarge":
      return text("notice.tooLarge");
    case "sameRun":
    case "otherRun": {
      const { run, month } = notice;
      const hashes = { hashThen: notice.hash ?? none, hashNow: hash?.text ?? none };
      return text(`notice.${notice.kind}`, { run: String(run), month, ...hashes });
    }
    default: {
      const { then, now, month } = notice;
      const hashes = { then, now, month, hashThen: notice.hash ?? none, hashNow: hash?.text ?? none };
      return text(notice.kind === "otherModel" ? "notice.otherModel" : "notice.otherWorld", hashes);
    }
  }
}
