import type { App } from "../../app.ts";
import { text } from "../../i18n/text.ts";
import { element } from "../../parts/element.ts";
import type { Store } from "../../store.ts";
import type { Learning } from "../learning.ts";
import type { Lesson } from "../lesson.ts";
import { LESSONS, lessonOf, wordsOf } from "../lesson.ts";
import { startLink } from "../place.ts";
import { said } from "../words.ts";
import { classPicture } from "./classPicture.ts";
import { readCodes } from "./codes.ts";
import { copyButton, pageAddress } from "./copyable.ts";

/** A class without a server: how students come in, what they read out at the end, and what it makes together. */

const USUAL_SEATS = 30;
/** Addresses that only the teacher's own machine can open. */
const OWN_MACHINE = /^(file:|https?:\/\/(localhost|127\.|\[::1\]))/;

export function classPage(store: Store, app: App, learning: Learning): HTMLElement {
  const { lesson: name, seats: asked } = store.state.learn;
  const lesson = lessonOf(name) ?? LESSONS[0];
  const seats = asked ?? USUAL_SEATS;
  const choose = element(
    "select",
    { class: "select", attributes: { id: "class-lesson" } },
    ...LESSONS.map((each) =>
      element(
        "option",
        { attributes: { value: each.name, selected: each === lesson } },
        `${each.number} ${wordsOf(each, "title")}`,
      ),
    ),
  );
  choose.addEventListener("change", () => learning.teach(choose.value, seats));
  return element(
    "article",
    { class: "learn-page class-page" },
    element(
      "p",
      { class: "learn-where" },
      element(
        "button",
        { class: "button", attributes: { type: "button" }, on: { click: () => learning.open(null) } },
        text("learn.all"),
      ),
      element("label", { attributes: { for: "class-lesson" } }, said("class.lesson")),
      choose,
    ),
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, said("class.heading", { seats })),
    ...joining(lesson, seats),
    ...collecting(lesson, seats, store, app),
  );
}

/** The link, its picture, and a card for each seat. */
function joining(lesson: Lesson, seats: number): HTMLElement[] {
  const address = element("input", {
    class: "class-address",
    attributes: { id: "class-address", type: "url", value: pageAddress(), autocomplete: "off" },
  });
  const linkTo = (seat: number | null): string => {
    const place =
      seat === null ? ({ lesson: lesson.name, seats, page: "join" } as const) : { lesson: lesson.name, seat };
    return `${address.value.split("#", 1)[0]}#${startLink(place)}`;
  };
  const picture = element("div", { class: "class-code" });
  const link = element("p", { class: "class-link", attributes: { translate: "no" } });
  const warning = element("p", { class: "learn-reading", attributes: { role: "status" } }, said("class.ownMachine"));
  const cards = element("ol", { class: "seat-cards" });
  const fold = element("details", {}, element("summary", {}, said("class.cards")), cards);
  const draw = async (): Promise<void> => {
    const { qrCode } = await import("./qr.ts");
    picture.replaceChildren(qrCode(linkTo(null), said("class.qr", { link: linkTo(null) })));
    link.textContent = linkTo(null);
    warning.hidden = !OWN_MACHINE.test(address.value);
    const seatCard = (seat: number): HTMLElement => {
      const name = said("class.seatNumber", { seat });
      const code = element("div", {});
      code.append(qrCode(linkTo(seat), said("class.qr", { link: linkTo(seat) })));
      const copy = copyButton(() => linkTo(seat), said("class.copySeat", { seat }));
      return element("li", { class: "seat-card" }, element("strong", {}, name), code, copy);
    };
    cards.replaceChildren(...(fold.open ? Array.from({ length: seats }, (_, k) => seatCard(k + 1)) : []));
  };
  const redraw = (): void => void draw().catch(() => (link.textContent = linkTo(null)));
  address.addEventListener("input", redraw);
  fold.addEventListener("toggle", redraw);
  redraw();
  return [
    element("h2", { class: "small-heading" }, said("class.join")),
    element("p", {}, said("class.joinHow")),
    picture,
    link,
    copyButton(() => linkTo(null), said("class.copyClass")),
    element("p", {}, element("label", { attributes: { for: "class-address" } }, said("class.address")), address),
    warning,
    fold,
  ];
}

/** Codes as they come in, and what they make together. */
function collecting(lesson: Lesson, seats: number, store: Store, app: App): HTMLElement[] {
  const typed = element("textarea", {
    class: "class-codes",
    attributes: { id: "class-codes", rows: 6, spellcheck: "false", autocapitalize: "characters", autocomplete: "off" },
  });
  const count = element("p", { attributes: { role: "status" } });
  const wrongs = element("ul", { class: "class-wrong" });
  const result = element("div", {});
  const read = (): void => {
    const { results, wrong } = readCodes(typed.value, lesson, seats);
    count.textContent = said("class.count", { count: results.length, seats });
    const items = wrong.map((each) => element("li", {}, said(`class.wrong.${each.kind}`, { ...each })));
    wrongs.replaceChildren(...items);
    result.replaceChildren(...(results.length === 0 ? [] : classPicture(lesson, results, store, app)));
  };
  typed.addEventListener("input", read);
  read();
  return [
    element("h2", { class: "small-heading" }, said("class.collect")),
    element("label", { attributes: { for: "class-codes" } }, said("class.codes")),
    typed,
    count,
    wrongs,
    result,
  ];
}
