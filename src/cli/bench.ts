import { valueOfText } from "../../sim/index.ts";
import { bench } from "../bench/index.ts";
import { figure, table } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface BenchCommand {
  readonly only?: string;
  readonly firms?: string;
  readonly threads?: string;
  readonly json?: boolean;
}

function run({ only, firms, threads, json: asJson }: BenchCommand, { terminal }: Surroundings): void {
  const given = (text: string | undefined) => (text === undefined ? undefined : valueOfText(text));
  const rows = bench({ only, firms: given(firms), threads: given(threads) }, terminal.progress);
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
  terminal.out(table(columns, cells).join("\n"));
}

/** `bench`: time and memory. */
export const benchVerb: Verb = (program, surroundings) => {
  program
    .command("bench")
    .summary("time and memory of worlds")
    .description(
      "Plays worlds after two full warm-up runs and prints the time of a firm-month (the months alone, the median of three runs, one thread) and the bytes of a firm's state.",
    )
    .option("--only <name>", "one of the worlds: dyadic-trust, honduras")
    .option("--firms <n>", "number of firms; 10,000 where it is left out")
    .option("--threads <n>", "threads inside one world; 1")
    .option("--json", "one JSON document")
    .addHelpText("after", examples("distretto bench", "distretto bench --only dyadic-trust --firms 100000 --json"))
    .action((options: BenchCommand) => run(options, surroundings));
};
