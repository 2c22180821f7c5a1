import type { FirmCard, Opened, Turn, Why } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import type { Bar } from "../charts/signedBars.ts";
import { signedBars } from "../charts/signedBars.ts";
import { figure, percent, text } from "../i18n/text.ts";
import { capital, firmName, networkNumber, tradeName } from "../names.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import { soon } from "../parts/soon.ts";
import { svg } from "../parts/svg.ts";
import type { Reading, Store } from "../store.ts";
import type { Theme } from "../theme/theme.ts";

const DOTS = 20;
/** Terms of their own on a projector. */
const MOST_LARGE = 4;

/** Why a firm said yes or no: the terms of its last decision, the chance, and what would have turned it. */
export function why(store: Store, app: App): HTMLElement {
  const body = element("div", { class: "why-body" });
  const root = element("section", { class: "why", attributes: { "aria-labelledby": "why-heading" } }, body);
  let width = 296;
  const draw = (): void => {
    const { reading, world, focus, theme } = store.state;
    if (focus === null || world === null) body.replaceChildren(...empty());
    else if (reading !== null) {
      const parts = about(reading, world.opened, app, width, theme);
      keepFocus(body, () => body.replaceChildren(...parts));
    }
  };
  const redraw = soon(draw);
  store.watch(({ reading, world, focus, theme }) => [reading, world, focus, theme], redraw);
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width > 0) width = contentRect.width;
    redraw();
  }).observe(body);
  return root;
}

function empty(): HTMLElement[] {
  return [heading(text("why.heading.none")), element("p", { class: "empty" }, text("why.empty"))];
}

function heading(words: string): HTMLElement {
  return element("h2", { class: "why-heading", attributes: { id: "why-heading" } }, words);
}

function about({ card, partners }: Reading, opened: Opened, app: App, width: number, theme: Theme): HTMLElement[] {
  const firm = firmName(card, opened);
  const close = element(
    "button",
    {
      class: "icon-button",
      attributes: { type: "button", "data-key": "close", "aria-label": text("why.close"), title: text("why.close") },
      on: { click: () => app.focus(null) },
    },
    icon("close", 20),
  );
  const { why: decision } = card;
  const question =
    decision === null
      ? text("why.heading.unasked", { firm })
      : text(decision.answer ? "why.heading.yes" : "why.heading.no", { firm });
  return [
    element("div", { class: "section-line" }, heading(question), close),
    element("p", { class: "why-who" }, whoWords(card, opened)),
    ...(decision === null
      ? [element("p", { class: "empty" }, text("why.unasked"))]
      : reasons(decision, width, theme === "projector")),
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
  return `${words.join(", ")}.`;
}

function reasons(decision: Why, width: number, isLarge: boolean): HTMLElement[] {
  const others = decision.members - 1;
  const bars: Bar[] = decision.terms
    .map(({ id, value }) => ({
      label: isLarge ? text(`term.short.${id}`) : text(`term.${id}`, { others }),
      value,
      figure: percent(value, 1, true),
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (isLarge) bars.splice(MOST_LARGE, Infinity, rest(bars.slice(MOST_LARGE)));
  const sum = { label: text("why.sum"), value: decision.utility, figure: percent(decision.utility, 1, true) };
  const picture = svg(
    signedBars(bars, { against: text("why.against"), for: text("why.for"), sum }, width, isLarge ? 20 : 14),
  );
  const spoken = element(
    "table",
    { class: "aside-spoken" },
    ...[...bars, sum].map(({ label, figure: words }) =>
      element("tr", {}, element("th", { attributes: { scope: "row" } }, label), element("td", {}, `${words} %`)),
    ),
  );
  return [
    element("figure", { class: "why-bars" }, picture as unknown as HTMLElement, spoken),
    chance(decision),
    turn(decision),
  ];
}

/** Small terms in one bar, for a screen that is read from afar. */
function rest(bars: readonly Bar[]): Bar {
  const value = bars.reduce((sum, bar) => sum + bar.value, 0);
  return { label: text("term.short.other"), value, figure: percent(value, 1, true) };
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

function turn({ turn: change, members }: Why): HTMLElement {
  const words = change === null ? text("why.turn.none") : turnWords(change, members - 1);
  const lead = change === null ? [] : [element("strong", {}, text("why.turn")), " "];
  return element("p", { class: "turn" }, ...lead, words);
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
