import type { DoubtReading, PairReading, StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { sourceWord } from "../declared/declared.ts";
import { figure, listed, text, wordFor } from "../i18n/text.ts";
import { basisWords, shortName, stopWords } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import { MOST_WITH_SIDES, sidesBlock } from "./sides.ts";
import { doubtRows, isGuess } from "./doubts.ts";
import { block, paragraph, table, withInterval } from "./layout.ts";
import { measureGap, measureInterval, measureName, measureNote, measureValue, range } from "./measures.ts";
import { optionArms } from "./pictures.ts";
import { valueText } from "./valueText.ts";

/** The annex: criteria, results chain, every difference, every setting, and how to repeat it all. */

/** The criteria of the OECD's Development Assistance Committee (2019), and the measures that speak to each. */
const CRITERIA: readonly (readonly [
  key: "relevance" | "coherence" | "effectiveness" | "efficiency" | "impact" | "sustainability",
  ids: readonly string[],
])[] = [
  ["relevance", ["firms.inNetworks.share"]],
  ["coherence", []],
  ["effectiveness", ["networks.alive", "contribution.rate"]],
  ["efficiency", ["cost.perSurvivingNetworkYear", "cost.programme"]],
  ["impact", ["sales.causal.change", "jobs.members.change", "gains.gini"]],
  ["sustainability", ["networks.aliveAfterExit24", "funding.public.share"]],
];

/** From money to sales: what goes in, what is done, what comes out, what it changes. */
const CHAIN: readonly (readonly [
  key: "inputs" | "activities" | "outputs" | "outcomes" | "impact",
  ids: readonly string[],
])[] = [
  ["inputs", ["cost.programme"]],
  ["activities", ["networks.brokered"]],
  ["outputs", ["networks.formed", "firms.inNetworks.share"]],
  ["outcomes", ["contribution.rate", "trust.members", "networks.alive"]],
  ["impact", ["sales.causal.change", "jobs.members.change"]],
];

export function annex(input: BriefInput): Mark {
  return mark(
    "section",
    { class: "brief-annex" },
    mark("h1", { class: "brief-annex-title" }, text("brief.annex")),
    criteriaBlock(input),
    chainBlock(input),
    ...(optionArms(input.reading).length > MOST_WITH_SIDES && input.reading.arms[0].additionality !== null
      ? [sidesBlock(input)]
      : []),
    differencesBlock(input),
    ...(input.doubt === null ? [] : [assumptionsBlock(input.reading, input.doubt)]),
    repeatBlock(input),
    settingsBlock(input),
  );
}

function meanOf({ reading }: BriefInput, arm: number, id: string): Mark {
  const found = reading.comparison.arms[arm].measures[id];
  if (found === undefined || found.mean === null) return mark("span", {}, text("compare.none"));
  return withInterval(measureValue(id, found.mean), measureInterval(id, found.low, found.high));
}

function measureRows(input: BriefInput, ids: readonly string[]): Mark[][] {
  const { reading, currency } = input;
  return ids.map((id) => [
    mark(
      "span",
      {},
      measureName(id),
      " ",
      mark("span", { class: "aside" }, measureNote(id, reading.comparison.months, currency)),
    ),
    ...optionArms(reading).map((arm) => meanOf(input, arm, id)),
  ]);
}

function armColumns(input: BriefInput) {
  return optionArms(input.reading).map((arm) => ({ title: shortName(input.reading, arm), isFigure: true }));
}

function criteriaBlock(input: BriefInput): Mark {
  const { clashes, reading } = input;
  const met = listed(
    optionArms(reading).map(
      (arm) =>
        `${shortName(reading, arm)} ${text("compare.target.all", { met: reading.arms[arm].met, n: reading.pairs })}`,
    ),
    "semicolon",
  );
  const words = {
    relevance: text("brief.dac.relevance.words"),
    coherence: clashes.length === 0 ? text("brief.dac.coherence.none") : clashes.join(" "),
    effectiveness: text("brief.dac.effectiveness.words", { met }),
    efficiency: text("brief.dac.efficiency.words"),
    impact: text("brief.dac.impact.words"),
    sustainability: text("brief.dac.sustainability.words"),
  };
  return block(
    text("brief.dac"),
    paragraph(text("brief.dac.note"), "fine"),
    ...CRITERIA.flatMap(([key, ids]) => [
      mark("h3", {}, text(`brief.dac.${key}`)),
      paragraph(words[key], "fine"),
      ...(ids.length === 0
        ? []
        : [table([{ title: "" }, ...armColumns(input)], measureRows(input, ids), { kind: "small measures" })]),
    ]),
  );
}

/** A link of the chain is a row of its own above its measures: five options need the width. */
function chainBlock(input: BriefInput): Mark {
  const rows = CHAIN.flatMap(([key, ids]) => [
    [mark("strong", {}, text(`brief.chain.${key}`)), ...optionArms(input.reading).map(() => "")],
    ...measureRows(input, ids),
  ]);
  return block(text("brief.chain"), table([{ title: "" }, ...armColumns(input)], rows, { kind: "small measures" }));
}

/** Every difference that is shown, with its interval, its p and its p held against all of them. */
function differencesBlock({ reading, pair }: BriefInput): Mark {
  const rows = reading.measures.map((id) => {
    const found = pair.measures[id];
    return [
      measureName(id),
      withInterval(measureGap(id, found.mean), range(id, found.low, found.high)),
      found.bca === null ? "" : range(id, found.bca[0], found.bca[1]),
      chance(found.p),
      chance(found.adjusted),
      String(found.n),
      found.varianceRatio === null ? text("compare.none") : figure(found.varianceRatio, 2),
    ];
  });
  const heads = ["mean", "bca", "p", "adjusted", "n", "ratio"] as const;
  const last = text("compare.pair.value", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  return block(
    text("brief.differences"),
    table(
      [{ title: last }, ...heads.map((key) => ({ title: text(`brief.differences.${key}`), isFigure: true }))],
      rows,
      { kind: "small" },
    ),
    paragraph(text("brief.differences.note", { tests: reading.tests }), "fine"),
    paragraph(looksWords(reading, pair), "fine"),
  );
}

/** Every assumption that was tried: its ends, the difference at each with its interval, and where the other draws level. */
function assumptionsBlock(reading: StudyReading, doubt: DoubtReading): Mark {
  const heads = ["span", "low", "high"] as const;
  const [a, b] = [shortName(reading, doubt.a), shortName(reading, doubt.b)];
  const measure = measureName(reading.target.measure);
  const rows = doubtRows(reading, doubt, 0).map(({ name, source, span, low, high, switching }) => [
    mark("span", {}, name, " ", mark("span", { class: "aside" }, `(${source})`)),
    span,
    withInterval(low.mean, low.interval),
    withInterval(high.mean, high.interval),
    switching,
  ]);
  return block(
    text("brief.assumptions"),
    paragraph(text("brief.assumptions.note", { measure, a, b, pairs: doubt.pairs }), "fine"),
    table(
      [
        { title: text("compare.doubt.assumption") },
        ...heads.map((key) => ({ title: text(`brief.assumptions.${key}`), isFigure: true })),
        { title: text("compare.doubt.switch"), isFigure: true },
      ],
      rows,
      { kind: "small" },
    ),
  );
}

/** Which looks were planned, which were taken, why the run ended, and what the looks cost. */
function looksWords(reading: StudyReading, pair: PairReading): string {
  const { looks, pairs, target } = reading;
  const planned = looks.map((look) =>
    text("brief.looks.one", { pairs: look.pairs, bar: figure(look.bar, look.bar < 0.0001 ? 6 : 4) }),
  );
  const taken = looks.filter((look) => look.pairs <= pairs).length;
  const found = pair.overLooks === null ? "" : range(target.measure, ...pair.overLooks);
  return [
    text("brief.looks", { looks: listed(planned, "semicolon") }),
    ...(found === "" ? [] : [text("brief.looks.taken", { taken, looks: looks.length, interval: found })]),
    stopWords(reading),
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** A p-value as it is printed. */
function chance(p: number | null): string {
  if (p === null) return text("compare.none");
  return p < 0.0001 ? `< ${figure(0.0001, 4)}` : figure(p, 4);
}

function repeatBlock({ reading, link, command, file }: BriefInput): Mark {
  const { product, version, modelVersion } = reading.comparison;
  return block(
    text("brief.repeat"),
    paragraph(`${basisWords(reading)} ${text("brief.repeat.version", { product, version, modelVersion })}`),
    ...(file === null ? [] : [paragraph(text("brief.repeat.file", { file }))]),
    ...(link === ""
      ? [paragraph(text("brief.repeat.noLink", { own: file === null ? "no" : "yes" }))]
      : [paragraph(text(link.startsWith("#") ? "brief.repeat.link" : "brief.repeat.open")), mark("pre", {}, link)]),
    paragraph(text("brief.repeat.command")),
    mark("pre", {}, command),
  );
}

/** All settings: what is common once, what differs for every arm. */
function settingsBlock({ reading, parameters, differing }: BriefInput): Mark {
  const { arms } = reading.comparison;
  const known = new Map(parameters.map(({ path, parameter }) => [path, parameter]));
  const differ = new Set(differing);
  const paths = Object.keys(arms[0].settings).filter((path) => path !== "seed");
  const entries = paths.map((path) => {
    const values = differ.has(path)
      ? arms.map(({ settings }, arm) => `${shortName(reading, arm)} ${valueText(settings[path])}`).join("; ")
      : valueText(arms[0].settings[path]);
    const { label = path, source = "" } = known.get(path) ?? {};
    return mark(
      "li",
      {},
      label,
      " ",
      mark("span", { class: "aside" }, `${path} = `),
      differ.has(path) ? mark("strong", {}, values) : values,
      mark("span", { class: "aside" }, ` (${sourceWord(source, wordFor)})`),
    );
  });
  const guessed = paths.filter((path) => isGuess(known.get(path)?.source ?? "")).length;
  return mark(
    "section",
    { class: "brief-settings" },
    mark("h2", { class: "brief-label" }, text("brief.settings")),
    paragraph(text("brief.settings.note", { all: paths.length, guessed }), "fine"),
    mark("ul", {}, ...entries),
  );
}
