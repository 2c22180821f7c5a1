import type { FirmCard, Opened, Turn, Why } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { figure, listed, percent, text } from "../i18n/text.ts";
import { linkLater } from "../glossary/linkLater.ts";
import { capital, firmName, networkNumber, tradeName } from "../names.ts";
import { element } from "../parts/element.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import { soon } from "../parts/soon.ts";
import type { Chosen, Reading, State, Store } from "../store.ts";
import type { Theme } from "../theme/theme.ts";
import { brokerCard } from "./brokerCard.ts";
import { census } from "./census.ts";
import { head, heading, nameButton } from "./head.ts";
import { history } from "./history.ts";
import "./inspector.css";
import { networkCard } from "./networkCard.ts";
import { termBars } from "./termBars.ts";
import { trialOf } from "./tryTurn.ts";

const DOTS = 20;
/** Terms of their own on a projector. */
const MOST_LARGE = 4;

/**
 * What is asked about on the page: a firm (why it said yes or no), a network or a broker; for whoever has chosen nothing,
 * the census of refusals.
 */
export function why(store: Store, app: App): HTMLElement {
  const body = element("div", { class: "why-body" });
  const root = element("section", { class: "why", attributes: { "aria-labelledby": "why-heading" } }, body);
  let width = 296;
  const draw = (): void => {
    const { reading, world, focus, subject, chosen } = store.state;
    if (focus === null && subject === null) {
      const parts = empty(store.state, app, width);
      keepFocus(body, () => body.replaceChildren(...parts));
      return;
    }
    if (world === null) return;
    const parts =
      focus !== null
        ? reading && about(reading, store.state, app, width)
        : chosen && aboutChosen(chosen, world.opened, app, width);
    if (parts === null) return;
    keepFocus(body, () => {
      body.replaceChildren(...parts);
      linkLater(body);
    });
  };
  const redraw = soon(draw);
  store.watch(
    ({ reading, world, focus, theme, subject, chosen, descriptions }) => [
      reading,
      world,
      focus,
      theme,
      subject,
      chosen,
      descriptions,
    ],
    redraw,
  );
  // The census follows the months; a card comes with its own.
  store.watch(
    ({ series, month, focus, subject }) => (focus === null && subject === null ? [series, month] : [null, null]),
    redraw,
  );
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width > 0) width = contentRect.width;
    redraw();
  }).observe(body);
  return root;
}

function typeOf(theme: Theme): number {
  return theme === "projector" ? 20 : 14;
}

function empty(state: State, app: App, width: number): HTMLElement[] {
  return [
    heading(text("why.heading.none")),
    element("p", { class: "empty" }, text("why.empty")),
    ...census(state, app, width, typeOf(state.theme)),
  ];
}

function aboutChosen(chosen: Chosen, opened: Opened, app: App, width: number): HTMLElement[] {
  return chosen.kind === "network"
    ? networkCard(chosen, opened, app, width)
    : brokerCard(chosen.card, opened, app, width);
}

function about({ card, partners }: Reading, state: State, app: App, width: number): HTMLElement[] {
  const { world, theme } = state;
  if (world === null) return [];
  const { opened } = world;
  const firm = firmName(card, opened);
  const { why: decision } = card;
  const question =
    decision === null
      ? text("why.heading.unasked", { firm })
      : text(decision.answer ? "why.heading.yes" : "why.heading.no", { firm });
  return [
    head(question, text("why.close"), () => app.focus(null)),
    element("p", { class: "why-who" }, whoWords(card, opened)),
    ...(decision === null
      ? [element("p", { class: "empty" }, text("why.unasked"))]
      : [...reasons(decision, width, theme === "projector"), turn(decision, state, app)]),
    ...history(card.history, app),
    partnerTable(card, partners, opened, app),
  ];
}

function whoWords(card: FirmCard, opened: Opened): string {
  const { why: decision } = card;
  const words = [
    text("why.who", { trade: capital(tradeName(opened, card.sector)), workers: Math.round(card.workers) }),
    text(`why.conduct.${card.conduct}`),
  ];
  if (card.born > 0) words.push(text("why.who.born", { month: card.born }));
  if (card.network >= 0) words.push(text("why.who.network", { network: networkNumber(card.network) }));
  if (decision !== null) {
    const stage = decision.stage === 2 ? "strategic" : "pilot";
    words.push(
      text("why.who.month", { month: decision.month }),
      text("why.who.stage", { stage, others: decision.members - 1 }),
    );
  }
  return text("join.sentence", { words: listed(words) });
}

function reasons(decision: Why, width: number, isLarge: boolean): HTMLElement[] {
  return [
    isLarge ? termBars(decision, width, 20, MOST_LARGE) : termBars(decision, width, 14),
    chance(decision),
    draw(decision),
  ];
}

function chance({ chance: share }: Why): HTMLElement {
  const filled = Math.round(share * DOTS);
  const dots = Array.from({ length: DOTS }, (_, k) => element("span", { class: k < filled ? "dot dot-full" : "dot" }));
  // 0 and 100 % would say more than a draw can.
  const words = share < 0.005 ? "< 1" : share > 0.995 ? "> 99" : percent(share);
  return element(
    "p",
    { class: "chance" },
    element("span", {}, `${text("why.chance")} `, element("strong", {}, text("why.chance.value", { chance: words }))),
    element("span", { class: "dots", attributes: { "aria-hidden": "true" } }, ...dots),
  );
}

/** What fell: the answer is yes where it lies below the chance. */
function draw({ draw: drawn, chance: share, answer }: Why): HTMLElement {
  const digits = Math.round(drawn * 100) === Math.round(share * 100) ? 2 : 0;
  const values = { drawn: percent(drawn, digits), chance: percent(share, digits), answer: answer ? "yes" : "no" };
  return element("p", { class: "draw" }, text("why.draw", values));
}

function turn(decision: Why, state: State, app: App): HTMLElement {
  const { turn: change, members, month } = decision;
  const words = change === null ? text("why.turn.none") : turnWords(change, members - 1);
  const lead = change === null ? [] : [element("strong", {}, text("why.turn")), " "];
  const trial = state.world === null ? null : trialOf(decision, state.world, state.descriptions);
  if (trial === null) return element("p", { class: "turn" }, ...lead, words);
  const { path, label, value } = trial;
  const digits = Number.isInteger(value) ? 0 : value < 0.1 ? 3 : 2;
  const button = nameButton(text("why.try"), "try", () => app.tryFrom(month, { [path]: value }));
  return element(
    "div",
    { class: "turn" },
    element("p", {}, ...lead, words),
    button,
    element("p", { class: "turn-note" }, text("why.try.note", { label, value: figure(value, digits) })),
  );
}

/** Shares of sales as per cent, counts as whole numbers, the rest with two decimals. */
function turnWords({ lever, from, to }: Turn, others: number): string {
  const show = (value: number): string => {
    if (lever === "members") return String(value);
    if (lever === "fee") return percent(value, 2);
    return lever === "finding" ? percent(value, 1) : figure(value, 2);
  };
  if (lever === "members") return text("why.turn.members", { from, to });
  return text(`why.turn.${lever}`, { from: show(from), to: show(to), others });
}

function partnerTable(card: FirmCard, known: readonly FirmCard[], opened: Opened, app: App): HTMLElement {
  const rows = known.map((partner, k) => {
    const { trust, trustedBack } = card.partners[k];
    const name = element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "data-key": partner.firm },
        on: { click: () => app.focus(partner.firm) },
      },
      firmName(partner, opened),
    );
    return element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, name),
      element("td", {}, figure(trust, 2)),
      element("td", {}, figure(trustedBack, 2)),
    );
  });
  const head = ["why.partner.column.firm", "why.partner.column.trust", "why.partner.column.back"] as const;
  return element(
    "div",
    { class: "partners" },
    element("h3", { class: "small-heading" }, text("why.partners", { count: card.partners.length })),
    element(
      "table",
      { class: "table" },
      element(
        "thead",
        {},
        element("tr", {}, ...head.map((name) => element("th", { attributes: { scope: "col" } }, text(name)))),
      ),
      element("tbody", {}, ...rows),
    ),
  );
}
