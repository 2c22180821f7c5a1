import type { DoubtReading, PairReading, ParameterDescription, StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { gainFills } from "../charts/whoGained.ts";
import { figure, text } from "../i18n/text.ts";
import { annex } from "./annex.ts";
import { answerWords, basisWords, settledWords, sizeWords } from "./answer.ts";
import { costBlock, gainsBlock, optionsBlock, resultBlock, targetBlock } from "./firstPage.ts";
import { block, paragraph } from "./layout.ts";
import { optionArms } from "./pictures.ts";
import { courseBlock, doubtBlock, limitsBlock, worstBlock, worthBlock } from "./secondPage.ts";

/**
 * The brief: two pages and an annex, in the order in which a reader needs it. It is data until it is put on the page or
 * written as a file, so both say the same.
 */
export interface BriefInput {
  readonly reading: StudyReading;
  readonly pair: PairReading;
  /** What the answer hangs on; null where it was not tried. */
  readonly doubt: DoubtReading | null;
  readonly question: string;
  readonly currency: string;
  /** Settings in which options differ from each other or from no programme, by path. */
  readonly differing: readonly string[];
  readonly parameters: readonly ParameterDescription[];
  /** What works against itself in an option. */
  readonly clashes: readonly string[];
  /** What opens the same comparison on the page, and what repeats it on the command line. */
  readonly link: string;
  readonly command: string;
}

/** Paths in which the arms of a comparison differ. */
export function differingPaths({ comparison }: StudyReading): string[] {
  const [first, ...others] = comparison.arms.map(({ settings }) => settings);
  return Object.keys(first).filter((path) => others.some((settings) => settings[path] !== first[path]));
}

export function brief(input: BriefInput): Mark {
  const { reading, pair, question, currency, doubt } = input;
  return mark(
    "article",
    { class: optionArms(reading).length > 3 ? "brief brief-dense" : "brief" },
    gainFills(),
    mark(
      "section",
      { class: "brief-page" },
      head(input, 1),
      paragraph(question, "brief-question"),
      mark("h1", { class: "brief-answer" }, answerWords(reading, pair)),
      paragraph(`${sizeWords(reading, pair, currency)} ${settledWords(reading, pair)}`, "brief-size"),
      optionsBlock(input),
      resultBlock(input),
      targetBlock(input),
      costBlock(input),
      gainsBlock(input),
      block(text("brief.quote"), paragraph(quoteWords(reading, doubt))),
      foot(reading, text("brief.overleaf")),
    ),
    mark(
      "section",
      { class: "brief-page" },
      head(input, 2),
      doubtBlock(input),
      limitsBlock(),
      worthBlock(input),
      courseBlock(input),
      worstBlock(input),
      foot(reading, text("brief.annexFollows")),
    ),
    annex(input),
  );
}

/** The one caveat that travels with every number, and what was assumed that matters most. */
function quoteWords(reading: StudyReading, doubt: DoubtReading | null): string {
  const first = text("compare.caveat", { n: reading.pairs });
  return `${first} ${text(doubt === null ? "brief.quote.untried" : "brief.quote.tried", { pairs: doubt?.pairs ?? 0 })}`;
}

function head({ reading }: BriefInput, page: number): Mark {
  const { arms } = reading.comparison;
  const firms = figure(Number(arms[0].settings["firms.count"]));
  return mark(
    "header",
    { class: "brief-head" },
    mark("strong", {}, text("brief.name")),
    mark("span", {}, text("brief.head", { title: reading.title, firms, page })),
  );
}

function foot(reading: StudyReading, words: string): Mark {
  return mark("footer", { class: "brief-foot" }, mark("span", {}, words), mark("span", {}, basisWords(reading)));
}
