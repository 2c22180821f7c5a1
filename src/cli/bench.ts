import { valueOfText } from "../../sim/index.ts";
import type { BatchRow, Ratio } from "../bench/batch.ts";
import { benchBatch } from "../bench/batch.ts";
import type { BenchRow } from "../bench/index.ts";
import type { CompareRow } from "../bench/compare.ts";
import type { ComparePageRow } from "../bench/comparePage.ts";
import { benchCompare } from "../bench/compare.ts";
import { BATCH, COMPARE, COURSE_NAMES, PAGE, bench } from "../bench/index.ts";
import type { PageRows } from "../bench/page.ts";
import { UNBUILT, benchPage } from "../bench/page.ts";
import { servedPage } from "./serve.ts";
import { figure, table } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface BenchCommand {
  readonly only?: string;
  readonly firms?: string;
  readonly threads?: string;
  readonly json?: boolean;
}

/** How a row compares with other programs, or why it does not: a sentence each. */
function comparisons({ name, comparisons: all, missing }: BenchRow): string[] {
  const said = all.map(({ rival, ratio, pairs }) => {
    const how = ratio < 1 ? `${(1 / ratio).toFixed(1)} times as fast as` : `${ratio.toFixed(2)} times the time of`;
    return `${name}: ${how} ${rival} (median of ${pairs} pairs).`;
  });
  return [...said, ...missing];
}

async function run(
  { only, firms, threads, json: asJson }: BenchCommand,
  { terminal, rivals, page: folder, worker }: Surroundings,
): Promise<void> {
  const given = (text: string | undefined) => (text === undefined ? undefined : valueOfText(text));
  const options = { only, firms: given(firms), threads: given(threads), folder: rivals };
  const rows = await bench(options, terminal.progress);
  const asked = (name: string) => only === undefined || only === name;
  const batch = asked(BATCH) ? await benchBatch(worker, terminal.progress) : null;
  const served = asked(COMPARE) || asked(PAGE) ? await servedPage(folder) : undefined;
  const measured = async () => {
    try {
      const compare = asked(COMPARE) ? await benchCompare(worker, served?.url, terminal.progress) : null;
      return { compare, page: asked(PAGE) ? await measuredPage(served?.url, terminal.progress) : NO_PAGE };
    } finally {
      served?.stop();
    }
  };
  const { compare, page } = await measured();
  terminal.progress("");
  if (asJson === true) {
    terminal.out(json({ rows, batch, compare, page }));
    return;
  }
  if (rows.length > 0) terminal.out(worldTable(rows));
  if (batch !== null) terminal.out(batchText(batch));
  if (compare !== null) terminal.out(compareText(compare));
  if (asked(PAGE)) terminal.out(pageTables(page));
}

/** What a batch costs and gains, in sentences. */
function batchText(row: BatchRow): string {
  const { firms, months, runs, rounds, memory, load, processors } = row;
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  const range = ({ least, most }: Ratio, said: (value: number) => string) => `${said(least)} to ${said(most)}`;
  const times = (value: number) => value.toFixed(2);
  const wall = `${percent(row.overhead.median)} on the wall (${range(row.overhead, percent)})`;
  const work = `${percent(row.overheadWork.median)} of processor time (${range(row.overheadWork, percent)})`;
  return [
    `batch: ${runs} runs of ${figure(firms)} firms and ${months} months, medians of ${rounds} rounds (and their range).`,
    `batch: from file to tables on one worker adds to the same worlds in a plain loop ${wall}, ${work}.`,
    `batch: without its worlds it takes ${percent(row.around.median)} of their processor time (${range(row.around, percent)}).`,
    `batch: two workers are ${times(row.scaling.median)} times as fast as one (${range(row.scaling, times)}) and take ${times(row.scalingWork.median)} times its processor time.`,
    `batch: ${figure(memory.many)} planned runs take ${(memory.growth / 1e6).toFixed(0)} MB more than ${figure(memory.few)}, ${figure(memory.played)} of either being played.`,
    loadText(load, processors),
  ].join("\n");
}

/** What else the machine had to do. */
function loadText(load: number, processors: number): string {
  const others = load > 0.5 ? ": on a quiet machine the times on the wall are others" : "";
  return `Before it, ${load.toFixed(1)} programs wanted one of ${processors} processors${others}.`;
}

/** How long a reader of Compare waits, in sentences. */
function compareText({ firms, months, workers, rounds, first, all, page, load, processors }: CompareRow): string {
  const spent = ({ pairs, time, world }: CompareRow["first"]) =>
    `${figure(pairs)} pairs after ${time.toFixed(1)} s, ${world.toFixed(0)} ms of processor time a world`;
  return [
    `compare: honduras against no programme, ${figure(firms)} firms, ${figure(months)} months, ${workers} new workers.`,
    `compare: ${spent(first)} (medians of ${rounds}); ${spent(all)}.`,
    ...("missing" in page ? [page.missing] : pressText(page, first.pairs, all.pairs)),
    loadText(load, processors),
  ].join("\n");
}

/** How long it takes in the page, for somebody who reads the question first and for somebody who does not. */
function pressText({ presses, rounds, all }: ComparePageRow, first: number, last: number): string[] {
  const when = (pause: number) => (pause === 0 ? "at once" : `${pause} s after the question was there`);
  const spent = (time: number, work: number) => `${time.toFixed(1)} s (${work.toFixed(1)} s of processor time)`;
  const bands = presses.map(
    (row) => `pressed ${when(row.pause)}, ${figure(first)} pairs are drawn after ${spent(row.first, row.work)}`,
  );
  return [
    `compare, in the page: ${bands.join("; ")}, medians of ${rounds}.`,
    `compare, in the page: pressed ${when(all.pause)}, ${figure(last)} pairs are drawn after ${spent(all.time, all.work)}.`,
  ];
}

const NO_PAGE: PageRows = { starts: [], plays: [], notes: [] };

async function measuredPage(url: string | undefined, note: (text: string) => void): Promise<PageRows> {
  return url === undefined ? { ...NO_PAGE, notes: [UNBUILT] } : benchPage(url, note);
}

function worldTable(rows: readonly BenchRow[]): string {
  const right = (title: string) => ({ title, side: "right" }) as const;
  const columns = [
    { title: "world" },
    right("firms"),
    right("months"),
    right("ns a firm-month"),
    right("bytes a firm"),
  ];
  const cells = rows.map((row) => [
    row.name,
    figure(row.firms),
    figure(row.months),
    row.nsPerFirmMonth.toFixed(1),
    row.bytesPerFirm.toFixed(0),
  ]);
  return [...table(columns, cells), ...rows.flatMap(comparisons)].join("\n");
}

/** Empty where the page was not asked for. */
function pageTables({ starts, plays, notes }: PageRows): string {
  const right = (title: string) => ({ title, side: "right" }) as const;
  const ms = (value: number): string => value.toFixed(0);
  const started = table(
    [{ title: "page, start" }, ...["first picture ms", "can play ms", "first motion ms", "scripts kB gz"].map(right)],
    starts.map((row) => [
      `${figure(row.firms)} firms`,
      ms(row.firstPicture),
      ms(row.ready),
      ms(row.firstMotion),
      row.scriptKb.toFixed(0),
    ]),
  );
  const played = table(
    [
      { title: "page, playing" },
      ...[
        "ties",
        "speed",
        "frames/s",
        "95 % ms",
        "longest task ms",
        "thread ms/month",
        "months/s",
        "drawing ms",
        "95 % ms",
      ].map(right),
    ],
    plays.map((row) => [
      `${figure(row.firms)} firms`,
      figure(row.ties),
      `${row.speed}x`,
      row.framesPerSecond.toFixed(1),
      row.frame95.toFixed(1),
      ms(row.longestTask),
      row.threadMs.toFixed(1),
      row.monthsPerSecond.toFixed(1),
      row.draw.toFixed(1),
      row.draw95.toFixed(1),
    ]),
  );
  return [...(starts.length > 0 ? started : []), ...(plays.length > 0 ? played : []), ...notes].join("\n");
}

/** `bench`: time and memory. */
export const benchVerb: Verb = (program, surroundings) => {
  program
    .command("bench")
    .summary("time and memory of worlds")
    .description(
      "Plays worlds after two full warm-up runs and prints the time of a firm-month (the months alone, the median of several runs, one thread) and the bytes of a firm's state; in a checkout also how dyadic-trust compares, run by run, with the same rules in plain C and in plain objects. Of a batch it says what it adds to its worlds and what a second worker gains, side by side; of a comparison, how long its first 20 pairs and its 200 take, in new threads and in the page. Where a Chromium is installed, the page is opened and played in it, without a graphics card, and its times are printed.",
    )
    .option("--only <name>", `one of ${COURSE_NAMES.join(", ")}`)
    .option("--firms <n>", "number of firms; 10,000 where it is left out")
    .option("--threads <n>", "threads inside one world; 1")
    .option("--json", "one JSON document")
    .addHelpText("after", examples("distretto bench", "distretto bench --only dyadic-trust --firms 100000 --json"))
    .action((options: BenchCommand) => run(options, surroundings));
};
