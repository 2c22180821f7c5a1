import type {
  Experimenter,
  ExperimentFacts,
  Problem,
  Reply,
  RunCell,
  RunColumn,
  RunsProgress,
  RunTable,
  RunWorld,
} from "../../sim/contract.ts";
import type { Catalogue, Plan, RunRecord } from "../../sim/index.ts";
import {
  adviceOf,
  jobOf,
  parseExperiment,
  parseJson,
  planOf,
  runCells,
  runColumns,
  runOf,
  settingsOfRun,
  shown,
} from "../../sim/index.ts";
import { csvRows, undefused } from "../formats/readCsv.ts";
import { NotRead } from "../formats/parquetPages.ts";
import { parquetTable } from "../formats/readParquet.ts";
import type { Hand } from "./inOrder.ts";

/** The model whose worlds can be shown. */
const SHOWN = "distretto";
/** Bytes that a world may take on a page. */
const ROOM = 500e6;
const MOST_ROWS = 200_000;
const MOST_CHARACTERS = 100_000_000;
/** Columns before the parameters. */
const LEADING: Readonly<Record<string, RunColumn["kind"]>> = {
  run: "integer",
  point: "integer",
  replicate: "integer",
  seed: "text",
  status: "text",
  error: "text",
  hash: "text",
};
/** Columns without which a row's world cannot be found. */
const NEEDED = ["run", "seed", "hash"];
/** Least time between two notes of progress, ms. */
const BETWEEN = 150;

function refused<T>(...problems: Problem[]): Reply<T> {
  return { ok: false, problems };
}

/** One experiment at a time, on whatever plays worlds; runs in a browser's worker and in Node. */
export class Experiments implements Experimenter {
  private plan: Plan | null = null;
  /** Counts what was asked for: an earlier request ends when a later one comes. */
  private turn = 0;
  /** Ends what is being played at once; runs in flight are dropped. */
  private endPlaying: () => void = () => undefined;

  /** @param hands whoever plays worlds, asked for when the first one is to be played */
  constructor(
    private readonly catalogue: Catalogue,
    private readonly hands: () => readonly Hand[],
  ) {}

  async open(text: string): Promise<Reply<ExperimentFacts>> {
    await this.stop();
    const parsed = parseJson(text, "experiment");
    if (!parsed.ok) return parsed;
    const reply = parseExperiment(parsed.value, this.catalogue, { room: ROOM });
    if (!reply.ok) return reply;
    const plan = planOf(reply.value);
    this.plan = plan;
    const { document, base, replicates, measures } = reply.value;
    const { design, runs } = plan;
    return {
      ok: true,
      value: {
        title: document.title ?? null,
        about: document.about ?? null,
        scenario: base.name,
        scenarioTitle: base.title,
        design: design.kind,
        points: design.points,
        replicates,
        runs,
        parameters: design.names,
        measures,
        advice: adviceOf(reply.value) ?? null,
      },
    };
  }

  async play(most: number, listen: (progress: RunsProgress) => void): Promise<RunTable> {
    await this.stop();
    const turn = this.turn;
    const { plan } = this;
    if (plan === null) throw new Error("No experiment is open.");
    const of = Math.min(most, plan.runs);
    // Spread over the whole design: the first runs alone would all be of one corner of it.
    const wanted = Array.from({ length: of }, (_, k) => 1 + Math.floor((k * plan.runs) / of));
    const rows = new Map<number, RunTable["rows"][number]>();
    const began = performance.now();
    let told = began;
    let failed = 0;
    let next = 0;
    const note = (run: number, record: RunRecord): void => {
      if (record.status !== "ok") failed += 1;
      rows.set(run, runCells(plan, runOf(plan, run), record));
      const now = performance.now();
      if (now - told < BETWEEN && rows.size < of) return;
      told = now;
      listen({ done: rows.size, of, failed, left: ((of - rows.size) * (now - began)) / 1000 / rows.size });
    };
    const work = async (hand: Hand): Promise<void> => {
      while (next < wanted.length && turn === this.turn) {
        const run = wanted[next++];
        const record = await played(plan, run, hand);
        if (turn === this.turn) note(run, record);
      }
    };
    const stopped = new Promise<void>((end) => (this.endPlaying = end));
    await Promise.race([Promise.all(this.hands().map(work)), stopped]);
    const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
    return { columns: runColumns(plan), rows: inOrder };
  }

  async read(file: string | ArrayBuffer): Promise<Reply<RunTable>> {
    const found = typeof file === "string" ? cellsOfText(file) : await cellsOfParquet(file);
    return found.ok ? tableOf(found.value) : found;
  }

  async world({ columns }: Pick<RunTable, "columns">, row: readonly RunCell[]): Promise<Reply<RunWorld>> {
    const { plan } = this;
    if (plan === null) {
      const mend = "Open its file as well: experiment.json, which lies beside the results.";
      return refused({ path: "experiment", value: "none", expected: "the experiment of this table", mend });
    }
    const cell = (name: string): RunCell => row[columns.findIndex((column) => column.name === name)] ?? null;
    const run = cell("run");
    const another = "Open the experiment that this table came from.";
    if (typeof run !== "number" || !Number.isInteger(run) || run < 1 || run > plan.runs) {
      const expected = `a run from 1 to ${plan.runs}`;
      return refused({ path: "run", value: shown(run), expected, mend: another });
    }
    const planned = runOf(plan, run);
    const own = runCells(plan, planned, { status: "ok", error: null, hash: null, measures: [] });
    const varied = runColumns(plan).slice(0, -1 - plan.experiment.measures.length);
    const wrong = varied.flatMap(({ name }, at): Problem[] => {
      const isOpen = name === "status" || name === "error";
      if (isOpen || String(cell(name)) === String(own[at])) return [];
      const value = shown(cell(name));
      return [{ path: `run ${run}, ${name}`, value, expected: shown(own[at]), mend: another }];
    });
    if (wrong.length > 0) return refused(...wrong);
    const { document, base } = plan.experiment;
    const replay = "Play it again with `distretto replay`.";
    if (base.plan.model.id !== SHOWN)
      return refused({
        path: "scenario",
        value: base.name,
        expected: "a scenario of the main model",
        mend: replay,
      });
    if ((document.without ?? []).length > 0) {
      const expected = "a world with all its mechanisms";
      return refused({ path: "without", value: shown(document.without), expected, mend: replay });
    }
    const { seed, ...settings } = settingsOfRun(plan, planned);
    const mine = typeof document.scenario === "string" ? {} : { document: document.scenario };
    const month = Number(settings["months"] ?? base.plan.months);
    return { ok: true, value: { scenario: base.name, ...mine, seed: String(seed), settings, month } };
  }

  async stop(): Promise<void> {
    this.turn += 1;
    this.endPlaying();
  }
}

/** Plays a run; what goes wrong is in its record. */
async function played(plan: Plan, run: number, hand: Hand): Promise<RunRecord> {
  try {
    const { hash, readings } = await hand.play(jobOf(plan, runOf(plan, run)));
    const last = readings[readings.length - 1].measures;
    return { status: "ok", error: null, hash, measures: plan.experiment.measures.map((id) => last[id]) };
  } catch (reason) {
    const error = reason instanceof Error ? reason.message : String(reason);
    return { status: "failed", error, hash: null, measures: [] };
  }
}

/** A table as it stands in a file: cells of text are not yet what they mean. */
interface Cells {
  readonly names: readonly string[];
  readonly rows: readonly (readonly RunCell[])[];
  readonly isText: boolean;
}

function cellsOfText(text: string): Reply<Cells> {
  if (text.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS} characters`;
    return refused({ path: "results", value: `${text.length} characters`, expected, mend: "Take some of its rows." });
  }
  const [head, ...lines] = csvRows(text.replace(/^\uFEFF/, ""), ",", MOST_ROWS + 1);
  const names = head?.cells ?? [];
  const uneven = lines.find(({ cells }) => cells.length !== names.length);
  if (uneven !== undefined && hasRuns(names)) {
    const value = `${uneven.cells.length} cells`;
    const expected = `${names.length} cells`;
    return refused({ path: `results, line ${uneven.line}`, value, expected, mend: "Is the file whole?" });
  }
  return { ok: true, value: { names, rows: lines.map(({ cells }) => cells), isText: true } };
}

async function cellsOfParquet(file: ArrayBuffer): Promise<Reply<Cells>> {
  try {
    return { ok: true, value: { ...(await parquetTable(file, MOST_ROWS)), isText: false } };
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    const expected = `a whole Parquet file of at most ${MOST_ROWS} rows, packed with Snappy or not at all`;
    return refused({ path: "results", value: error.message, expected, mend: "Choose results/runs.csv of its folder." });
  }
}

function hasRuns(names: readonly string[]): boolean {
  return NEEDED.every((name) => names.includes(name));
}

/** What the cells of a table mean. */
function tableOf({ names, rows, isText }: Cells): Reply<RunTable> {
  if (!hasRuns(names)) {
    const expected = "the table `runs` of an experiment, with run, seed and hash";
    const mend = "Choose results/runs.csv of its folder.";
    return refused({ path: "results", value: shown(names.join(",")), expected, mend });
  }
  if (rows.length > MOST_ROWS) {
    const expected = `at most ${MOST_ROWS} runs`;
    return refused({ path: "results", value: "more", expected, mend: "Take some of its rows." });
  }
  const isFigure = (cell: RunCell): boolean =>
    cell === null || typeof cell === "number" || (isText && (cell === "" || Number.isFinite(Number(cell))));
  const columns = names.map((name, at): RunColumn => {
    const known = LEADING[name];
    if (known !== undefined) return { name, kind: known };
    return { name, kind: rows.every((row) => isFigure(row[at])) ? "number" : "text" };
  });
  const meant = (cell: RunCell, { kind }: RunColumn): RunCell => {
    if (cell === "" || cell === null) return null;
    if (!isText || typeof cell !== "string") return cell;
    if (kind === "text") return undefused(cell);
    const value = Number(cell);
    return Number.isFinite(value) ? value : null;
  };
  return { ok: true, value: { columns, rows: rows.map((row) => row.map((cell, at) => meant(cell, columns[at]))) } };
}
