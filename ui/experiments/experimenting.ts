import type { Experimenter, ExperimentFacts, Problem, RunCell, RunsProgress, RunTable } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";

/** An experimenter in a worker, and the end of it. */
export interface ExperimenterHost extends Experimenter {
  /** Resolves with the reason when the worker has died. */
  readonly died: Promise<Error>;
  end(): void;
}

/** What is known of an experiment and its runs. */
export interface ExperimentState {
  readonly facts: ExperimentFacts | null;
  readonly problems: readonly Problem[];
  readonly progress: RunsProgress | null;
  readonly table: RunTable | null;
  /** Name of the file that the table is from; null where its runs were played here. */
  readonly source: string | null;
  /** Why it ended before it was done. */
  readonly stopped: string | null;
}

const NOTHING: ExperimentState = {
  facts: null,
  problems: [],
  progress: null,
  table: null,
  source: null,
  stopped: null,
};

/** The largest file that is read, bytes. */
const MOST_BYTES = 100_000_000;
/** How a Parquet file begins. */
const PARQUET = "PAR1";

/** What a reader can do with an experiment: each intent changes the state and asks the experimenter. */
export class Experimenting {
  state = NOTHING;
  /** Told of every change; one view at a time looks. */
  listen: () => void = () => undefined;
  private host: ExperimenterHost | null = null;

  constructor(private readonly app: App) {}

  /** Takes an experiment, the table of its runs, or both. */
  async take(files: readonly File[]): Promise<void> {
    this.change({ problems: [], stopped: null });
    for (const file of files) {
      if (file.size > MOST_BYTES) this.refuse([problemOf(file.name, `${file.size}`, text("experiments.tooLarge"))]);
      else await this.read(file);
    }
  }

  /** Plays so many of its runs here. */
  async play(most: number): Promise<void> {
    this.change({ progress: { done: 0, of: most, failed: 0, left: 0 }, problems: [], stopped: null });
    const table = await this.asked((host) =>
      host.play(most, (progress) => this.state.progress && this.change({ progress })),
    );
    if (table !== null && table.rows.length > 0) this.change({ table, source: null });
    this.change({ progress: null });
  }

  async stop(): Promise<void> {
    await this.asked((host) => host.stop());
  }

  /** Opens the world of a row on the stage. */
  async open(row: readonly RunCell[]): Promise<void> {
    const { table } = this.state;
    if (table === null) return;
    const { columns } = table;
    const reply = await this.asked((host) => host.world({ columns }, row));
    if (reply === null) return;
    if (!reply.ok) return this.refuse(reply.problems);
    const { scenario, document, seed, settings, month } = reply.value;
    const cell = (name: string): RunCell => row[columns.findIndex((column) => column.name === name)] ?? null;
    const key = { scenario, seed, settings, changes: [], ...(document && { document }) };
    this.app.openRun(key, { run: Number(cell("run")), month, hash: String(cell("hash")) });
  }

  private async read(file: File): Promise<void> {
    // What a file is says its beginning; its name may have been changed.
    const isParquet = (await file.slice(0, PARQUET.length).text()) === PARQUET;
    const content = isParquet ? await file.arrayBuffer() : await file.text();
    if (typeof content === "string" && content.trimStart().startsWith("{")) {
      const reply = await this.asked((host) => host.open(content));
      if (reply?.ok === true) this.change({ facts: reply.value });
      else if (reply !== null) this.refuse(reply.problems);
      return;
    }
    const reply = await this.asked((host) => host.read(content));
    if (reply?.ok === true) this.change({ table: reply.value, source: file.name });
    else if (reply !== null) this.refuse(reply.problems);
  }

  private refuse(problems: readonly Problem[]): void {
    this.change({ problems: [...this.state.problems, ...problems] });
  }

  private change(change: Partial<ExperimentState>): void {
    this.state = { ...this.state, ...change };
    this.listen();
  }

  /** What the experimenter answers; null where it died, which the reader is told. */
  private async asked<T>(ask: (host: ExperimenterHost) => Promise<T>): Promise<T | null> {
    const host = (this.host ??= this.app.outside.startExperimenter());
    try {
      return await Promise.race([ask(host), host.died.then((reason) => Promise.reject(reason))]);
    } catch (reason) {
      host.end();
      if (this.host === host) this.host = null;
      // With its worker the experiment is gone; the table stays, to be read.
      const words = reason instanceof Error ? reason.message : String(reason);
      this.change({ facts: null, progress: null, stopped: text("experiments.died", { reason: words }) });
      return null;
    }
  }
}

function problemOf(path: string, value: string, expected: string): Problem {
  return { path, value, expected, mend: text("experiments.tooLarge.mend") };
}
