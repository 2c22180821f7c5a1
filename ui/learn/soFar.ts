import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Round, Share } from "./state.ts";

/** What happened so far, as rows of dots: one row a round, one dot a member. */
export function soFar(rounds: readonly Round[], all: number, members: number): HTMLElement {
  const rows = Array.from({ length: all }, (_, k) => {
    const round = rounds[k];
    const shares: readonly (Share | null)[] = round?.shares ?? Array<null>(members).fill(null);
    const paid = shares.filter((share) => share === "paid").length;
    const order = [...shares].sort((a, b) => rank(a) - rank(b));
    return element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, text("learn.round", { round: k + 1 })),
      element(
        "td",
        { attributes: { "aria-hidden": "true" } },
        ...order.map((share) => element("span", { class: `share share-${share ?? "open"}` })),
      ),
      element("td", { class: "share-count" }, round === undefined ? "?" : text("learn.soFar.paid", { count: paid })),
    );
  });
  return element(
    "table",
    { class: "so-far" },
    element("caption", {}, text("learn.soFar")),
    element("tbody", {}, ...rows),
  );
}

function rank(share: Share | null): number {
  return share === "paid" ? 0 : share === "skipped" ? 1 : 2;
}
