import type { DoubtReading, StudyReading } from "../../sim/contract.ts";
import { shortName } from "../brief/answer.ts";
import { assumptionName, doubtHeads, doubtRows, guessWords, heatOf, regretRows } from "../brief/doubts.ts";
import { armSign } from "../brief/pictures.ts";
import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import type { Comparing } from "./comparing.ts";
import { timeWords } from "./running.ts";
import { pictureWidth } from "./pictureWidth.ts";
import { section } from "./section.ts";

/** What would change our mind: tornado, switching values, regret, and the two that matter most against each other. */
const WIDTH = 400;
const HEAT_WIDTH = 420;

export function doubt(store: Store, comparing: Comparing): HTMLElement {
  const { root, note, body } = section("doubt", text("compare.doubt"));
  const start = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => void comparing.doubt() } },
    text("compare.doubt.start"),
  );
  const stop = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => void comparing.stop() } },
    text("compare.doubt.stop"),
  );
  const words = element("p", { class: "fine", attributes: { role: "status" } });
  const found = element("div", { class: "doubt-found" });
  const bar = element("div", { class: "compare-run" }, start, stop, words);
  body.append(bar, found);
  store.watch(
    ({ compare }) => [compare.doubt, compare.doubting, compare.progress, compare.reading],
    ([result, doubting, progress]) => {
      const now = chosen(store.state);
      start.hidden = doubting !== null || result !== null;
      start.disabled = progress !== null;
      stop.hidden = doubting === null;
      bar.hidden = start.hidden && stop.hidden;
      if (doubting !== null) {
        const left = doubting.left === null ? "" : timeWords(doubting.left);
        say(
          words,
          text("compare.doubt.running", {
            worlds: doubting.worlds,
            of: doubting.of,
            left,
            known: left === "" ? "no" : "yes",
          }),
        );
      } else say(words, result === null ? text("compare.doubt.ready") : "");
      if (result === null || now === null) {
        found.replaceChildren();
        note.textContent = "";
        return;
      }
      note.textContent = doubtHeads(now.reading, result).note;
      found.replaceChildren(
        tornado(now.reading, result, pictureWidth(body, WIDTH)),
        element("p", { class: "doubt-guesses" }, guessWords(result)),
        regret(now.reading, result),
        heat(now.reading, result, pictureWidth(body, HEAT_WIDTH)),
      );
    },
  );
  return root;
}

function head(words: string, kind = ""): HTMLElement {
  return element("th", { class: kind, attributes: { scope: "col" } }, words);
}

function tornado(reading: StudyReading, result: DoubtReading, width: number): HTMLElement {
  return element(
    "table",
    { class: "changes-table" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        head(text("compare.doubt.assumption")),
        head(doubtHeads(reading, result).ahead),
        head(text("compare.doubt.switch"), "sum-head"),
      ),
    ),
    element(
      "tbody",
      {},
      ...doubtRows(reading, result, width).map(({ name, source, span, low, high, switching, picture }) =>
        element(
          "tr",
          {},
          element(
            "th",
            { attributes: { scope: "row", title: source } },
            element("span", { class: "measure-name" }, name),
            element("span", { class: "measure-note" }, span),
          ),
          element(
            "td",
            {},
            element("span", { class: "aside-spoken" }, text("compare.range", { low: low.mean, high: high.mean })),
            svg(picture),
          ),
          element("td", { class: "sum-cell" }, switching),
        ),
      ),
    ),
  );
}

function regret(reading: StudyReading, result: DoubtReading): HTMLElement {
  return element(
    "table",
    { class: "plain-table" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        head(text("compare.regret")),
        head(text("compare.regret.most"), "sum-head"),
        head(text("compare.regret.mean"), "sum-head"),
      ),
    ),
    element(
      "tbody",
      {},
      ...regretRows(reading, result).map(({ arm, name, most, mean }) =>
        element(
          "tr",
          {},
          element("th", { class: "target-name", attributes: { scope: "row" } }, svg(armSign(reading, arm, 16)), name),
          element("td", { class: "sum-plain" }, most),
          element("td", { class: "sum-plain" }, mean),
        ),
      ),
    ),
  );
}

function heat(reading: StudyReading, result: DoubtReading, width: number): HTMLElement {
  const picture = heatOf(reading, result, width);
  const { heat: map } = result;
  if (picture === null || map === null) return element("div");
  const values = {
    first: assumptionName({ assumption: map.first }),
    second: assumptionName({ assumption: map.second }),
  };
  return element(
    "figure",
    { class: "doubt-heat" },
    element(
      "figcaption",
      { class: "fine" },
      text("compare.heat", { ...values, a: shortName(reading, result.a), b: shortName(reading, result.b) }),
    ),
    svg(picture),
  );
}
