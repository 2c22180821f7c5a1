import { valueOfText } from "../../sim/index.ts";
import type { BenchRow } from "../bench/index.ts";
import { COURSE_NAMES, bench } from "../bench/index.ts";
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
  { terminal, rivals }: Surroundings,
): Promise<void> {
  const given = (text: string | undefined) => (text === undefined ? undefined : valueOfText(text));
  const options = { only, firms: given(firms), threads: given(threads), folder: rivals };
  const rows = await bench(options, terminal.progress);
  terminal.progress("");
  if (asJson === true) {
    terminal.out(json({ rows }));
    return;
  }
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
  terminal.out([...table(columns, cells), ...rows.flatMap(comparisons)].join("\n"));
}

/** `bench`: time and memory. */
export const benchVerb: Verb = (program, surroundings) => {
  program
    .command("bench")
    .summary("time and memory of worlds")
    .description(
      "Plays worlds after two full warm-up runs and prints the time of a firm-month (the months alone, the median of several runs, one thread) and the bytes of a firm's state; in a checkout also how dyadic-trust compares, run by run, with the same rules in plain C and in plain objects.",
    )
    .option("--only <name>", `one of the worlds: ${COURSE_NAMES.join(", ")}`)
    .option("--firms <n>", "number of firms; 10,000 where it is left out")
    .option("--threads <n>", "threads inside one world; 1")
    .option("--json", "one JSON document")
    .addHelpText("after", examples("distretto bench", "distretto bench --only dyadic-trust --firms 100000 --json"))
    .action((options: BenchCommand) => run(options, surroundings));
};
