import type { DoubtReading, PairReading, ParameterDescription, StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { gainFills } from "../charts/whoGained.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { annex } from "./annex.ts";
import { answerWords, basisWords, settledWords, sizeWords } from "./answer.ts";
import { costBlock, gainsBlock, optionsBlock, resultBlock, targetBlock } from "./firstPage.ts";
import { block, paragraph } from "./layout.ts";
import { optionArms } from "./pictures.ts";
import { courseBlock, doubtBlock, limitsBlock, worstBlock, worthBlock } from "./secondPage.ts";
import { MOST_WITH_SIDES, sidesBlock } from "./sides.ts";

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
  /** What opens the same comparison on the page, empty where no link can; and what repeats it on the command line. */
  readonly link: string;
  /** The file of a scenario of one's own; null where the scenario is a shipped one. */
  readonly file: string | null;
  readonly command: string;
}

/** Letters from which on an answer is set smaller. */
const LONG = 90;

/** Paths in which the arms of a comparison differ. */
export function differingPaths({ comparison }: StudyReading): string[] {
  const [first, ...others] = comparison.arms.map(({ settings }) => settings);
  return Object.keys(first).filter((path) => others.some((settings) => settings[path] !== first[path]));
}

export function brief(input: BriefInput): Mark {
  const { reading, pair, question, currency, doubt } = input;
  // An experiment's folder keeps measures; what needs firms or monthly books is not there.
  const has = (part: "additionality" | "worth" | "course"): boolean =>
    optionArms(reading).some((arm) => reading.arms[arm][part] !== null);
  const options = optionArms(reading).length;
  const answer = answerWords(reading, pair);
  return mark(
    "article",
    { class: options > 2 ? "brief brief-dense" : "brief" },
    gainFills(),
    mark(
      "section",
      { class: "brief-page" },
      head(input, 1),
      paragraph(question, "brief-question"),
      mark("h1", { class: answer.length > LONG ? "brief-answer brief-long" : "brief-answer" }, answer),
      paragraph(`${sizeWords(reading, pair, currency)} ${settledWords(reading, pair)}`.trim(), "brief-size"),
      optionsBlock(input),
      resultBlock(input),
      targetBlock(input),
      costBlock(input),
      ...(has("additionality") ? [gainsBlock(input)] : []),
      block(text("brief.quote"), paragraph(quoteWords(reading, doubt, has("additionality")))),
      foot(reading, text("brief.overleaf")),
    ),
    mark(
      "section",
      { class: "brief-page brief-dense" },
      head(input, 2),
      doubtBlock(input),
      limitsBlock(),
      ...(has("worth") ? [worthBlock(input)] : []),
      ...(has("additionality") && options <= MOST_WITH_SIDES ? [sidesBlock(input)] : []),
      ...(has("course") ? [courseBlock(input)] : []),
      worstBlock(input),
      foot(reading, text("brief.annexFollows")),
    ),
    annex(input),
  );
}

/** The one caveat that travels with every number, and what was assumed that matters most. */
function quoteWords(reading: StudyReading, doubt: DoubtReading | null, hasFirms: boolean): string {
  const first = text("compare.caveat", { n: reading.pairs });
  const tried = text(doubt === null ? "brief.quote.untried" : "brief.quote.tried", { pairs: doubt?.pairs ?? 0 });
  return [first, tried, ...(hasFirms ? [] : [text("brief.quote.measures")])].join(" ");
}

/** What the scenario is called, in the reader's language where it is a shipped one. */
export function titleWords({ reading, file }: Pick<BriefInput, "reading" | "file">): string {
  const { title, comparison } = reading;
  return file === null ? wordFor(`scenario.${comparison.arms[0].scenario}.title`, title) : title;
}

function head(input: BriefInput, page: number): Mark {
  const { arms } = input.reading.comparison;
  const firms = figure(Number(arms[0].settings["firms.count"]));
  return mark(
    "header",
    { class: "brief-head" },
    mark("strong", {}, text("brief.name")),
    mark("span", {}, text("brief.head", { title: titleWords(input), firms, page })),
  );
}

function foot(reading: StudyReading, words: string): Mark {
  return mark("footer", { class: "brief-foot" }, mark("span", {}, words), mark("span", {}, basisWords(reading)));
}
