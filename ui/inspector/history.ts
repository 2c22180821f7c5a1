import type { FirmEvent } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { figure, text } from "../i18n/text.ts";
import { networkNumber } from "../names.ts";
import { element } from "../parts/element.ts";
import { nameButton, subheading } from "./head.ts";

/** The same thing several times in a row, told once. */
export interface Spell {
  readonly kind: FirmEvent["kind"];
  readonly network: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly amount: number;
}

/** What is told once however often it happens in a row. */
const REPEATED: ReadonlySet<FirmEvent["kind"]> = new Set(["saidNo", "seen", "fined"]);

/** Events as they are told: repeated ones together, a yes with the joining that it led to. */
export function spellsOf(events: readonly FirmEvent[]): Spell[] {
  const spells: Spell[] = [];
  events.forEach(({ kind, network, month, amount }, k) => {
    const next = events[k + 1];
    if (kind === "saidYes" && next?.kind === "joined" && next.month === month) return;
    // A fine that follows what was seen in the same month belongs to it: two rows of their own would take turns.
    const back = spells.findLastIndex((one) => one.kind === kind && one.network === network);
    const isRun = back >= 0 && spells.slice(back + 1).every((one) => REPEATED.has(one.kind) && one.network === network);
    if (REPEATED.has(kind) && isRun) {
      const spell = spells[back];
      spells[back] = { ...spell, to: month, count: spell.count + 1, amount: spell.amount + amount };
    } else spells.push({ kind, network, from: month, to: month, count: 1, amount });
  });
  return spells;
}

/** A firm's history, the latest first. */
export function history(events: readonly FirmEvent[], app: App): HTMLElement[] {
  if (events.length === 0) return [];
  const rows = spellsOf(events)
    .toReversed()
    .map(({ kind, network, from, to, count, amount }, k) => {
      const words = text(`history.${kind}`, { count, amount: figure(amount, amount < 1 ? 2 : 1) });
      const about =
        network < 0
          ? []
          : [
              " ",
              nameButton(text("history.network", { network: networkNumber(network) }), `history ${k}`, () =>
                app.choose({ kind: "network", row: network }),
              ),
            ];
      return element(
        "li",
        { class: "happened-row" },
        element(
          "span",
          { class: "happened-month" },
          from === to ? text("history.month", { month: from }) : text("history.months", { from, to }),
        ),
        element("span", {}, words, ...about),
      );
    });
  return [subheading(text("history.heading")), element("ol", { class: "happened" }, ...rows)];
}
