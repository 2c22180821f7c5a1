import type { Comparer, StudyRequest, StudySource, Value } from "../../sim/contract.ts";
import type { LinkedQuestion } from "../brief/asked.ts";
import { NOTHING_ASKED } from "../brief/asked.ts";
import { text } from "../i18n/text.ts";
import type { Store, WorldKey } from "../store.ts";
import { firstOptions } from "./firstOptions.ts";
import type { CompareState, Option, Question } from "./state.ts";
import { MOST_OPTIONS } from "./state.ts";

/** A comparer in a worker, and the end of it. */
export interface ComparerHost extends Comparer {
  /** Resolves with the reason when the worker has died. */
  readonly died: Promise<Error>;
  /** Says what will probably be asked next, so that its first worlds can be played meanwhile; null: nothing. */
  prepare(request: StudyRequest | null): void;
  end(): void;
}

/** Firms at the start: enough to see, few enough that the first answer is there in seconds. */
const FIRMS = 500;
const PAIRS = 200;
/** Pairs at each point where assumptions are tried. */
const DOUBT_PAIRS = 8;
/** A question that has stood unchanged for so long is probably the one that will be asked, ms. */
const REST = 300;
/** "No programme" as settings. */
const NONE: Readonly<Record<string, Value>> = { "brokers.count": 0 };

/** What a reader can do in Compare: each intent changes the slice and asks the comparer. */
export class Comparing {
  private host: ComparerHost | null = null;
  /** Counts runs: what an earlier one still brings is dropped. */
  private turn = 0;
  /** Counts questions as they were foreseen. */
  private foreseen = 0;

  constructor(
    private readonly store: Store,
    private readonly start: () => ComparerHost,
    private readonly later: (call: () => void, ms: number) => void,
  ) {}

  get state(): CompareState {
    return this.store.state.compare;
  }

  /** Takes the scenario as the base, with the levers as they stand, and proposes two options. */
  async open({ scenario, document, seed, settings: base }: Omit<WorldKey, "changes">): Promise<void> {
    const { question } = this.state;
    const isSame = question?.scenario === scenario && JSON.stringify(question.base) === JSON.stringify(base);
    if (isSame && question.seed === seed && question.document === document) return;
    await this.stop();
    this.turn += 1;
    const reply = await this.comparer().source(document ?? scenario);
    if (!reply.ok) return this.change({ problems: reply.problems, question: null, source: null, reading: null });
    const source = reply.value;
    this.change({
      source,
      question: { ...questionOf(source, seed, base), document, ...askedBy(this.state.linked) },
      linked: NOTHING_ASKED,
      progress: null,
      reading: null,
      answered: null,
      doubt: null,
      doubting: null,
      problems: [],
      stopped: null,
      pair: [1, 0],
      staging: null,
    });
  }

  ask(change: Partial<Question>): void {
    const { question } = this.state;
    if (question !== null) this.change({ question: { ...question, ...change } });
  }

  addOption(option?: Option): void {
    const { question } = this.state;
    if (question === null || question.options.length >= MOST_OPTIONS) return;
    const name = text("compare.option.new", { number: question.options.length + 1 });
    this.ask({ options: [...question.options, option ?? { name, changes: {} }] });
  }

  removeOption(at: number): void {
    const { question } = this.state;
    if (question === null) return;
    this.ask({ options: question.options.filter((_, k) => k !== at) });
  }

  changeOption(at: number, change: Partial<Option>): void {
    const { question } = this.state;
    if (question === null) return;
    this.ask({ options: question.options.map((option, k) => (k === at ? { ...option, ...change } : option)) });
  }

  /** Sets one path of one option; the base's own value is no difference. */
  set(at: number, path: string, value: Value): void {
    const { question, source } = this.state;
    const option = question?.options[at];
    if (question === null || option === undefined || source === null) return;
    const changes = { ...option.changes };
    const base = { ...source.settings, ...question.base };
    if (base[path] === value) delete changes[path];
    else changes[path] = value;
    this.changeOption(at, { changes });
  }

  /** Lets the first worlds of a question be played while the reader still thinks; null where none is to be expected. */
  foresee(question: Question | null): void {
    const turn = ++this.foreseen;
    if (question === null || question.options.length === 0) return;
    this.later(() => {
      if (turn === this.foreseen) this.host?.prepare(requestOf(question, this.state));
    }, REST);
  }

  /** Nobody is there who might ask. */
  leave(): void {
    this.foresee(null);
    this.host?.prepare(null);
  }

  /** Plays pairs until all are there; what comes in is shown as it comes. */
  async run(): Promise<void> {
    const { question } = this.state;
    if (question === null || question.options.length === 0) return;
    const turn = ++this.turn;
    const isMine = (): boolean => turn === this.turn;
    const last = question.options.length;
    this.change({
      progress: { worlds: 0, of: question.pairs * (last + 1), pairs: 0, left: null },
      reading: null,
      answered: question,
      doubt: null,
      doubting: null,
      problems: [],
      stopped: null,
      staging: null,
      pair: last > 1 ? [1, 0] : [0, 1],
      said: "",
    });
    try {
      const reply = await this.comparer().compare(requestOf(question, this.state), (progress, reading) => {
        // It comes by another way than the answer, and may be overtaken by it.
        if (!isMine() || this.state.progress === null) return;
        this.change(reading === null ? { progress } : { progress, reading });
      });
      if (!isMine()) return;
      if (!reply.ok) this.change({ progress: null, answered: null, problems: reply.problems });
      else this.change({ progress: null, ...(reply.value !== null && { reading: reply.value }) });
    } catch (reason) {
      if (isMine()) this.fail(reason);
    }
  }

  /** Ends what is under way and keeps what is there. */
  async stop(): Promise<void> {
    if (this.state.progress === null && this.state.doubting === null) return;
    await this.host?.stop();
  }

  /** A comparer that has just started knows nothing of the answer on the page: it plays the same worlds again. */
  private async playAgain(): Promise<void> {
    const { pair } = this.state;
    await this.run();
    this.change({ pair });
  }

  hold(a: number, b: number): void {
    this.change({ pair: [a, b], doubt: null });
  }

  async value(change: Partial<CompareState["valuation"]>): Promise<void> {
    const valuation = { ...this.state.valuation, ...change };
    this.change({ valuation });
    if (this.state.progress !== null || this.state.reading === null) return;
    if (this.host === null) return this.playAgain();
    const reading = await this.comparer().value(valuation);
    if (reading !== null && this.state.progress === null) this.change({ reading });
  }

  /** Tries the answer under other assumptions. */
  async doubt(): Promise<void> {
    const { pair } = this.state;
    if (this.state.reading === null) return;
    if (this.host === null) await this.playAgain();
    const { reading } = this.state;
    if (reading === null) return;
    const turn = ++this.turn;
    this.change({ doubting: { worlds: 0, of: 0, pairs: 0, left: null } });
    try {
      const pairs = Math.min(DOUBT_PAIRS, reading.pairs);
      const found = await this.comparer().doubt({ a: pair[0], b: pair[1], pairs }, (doubting) => {
        if (turn === this.turn && this.state.doubting !== null) this.change({ doubting });
      });
      if (turn === this.turn) this.change({ doubting: null, ...(found !== null && { doubt: found }) });
    } catch (reason) {
      if (turn === this.turn) this.fail(reason);
    }
  }

  change(change: Partial<CompareState>): void {
    this.store.act({ kind: "compare", change });
  }

  private comparer(): ComparerHost {
    if (this.host !== null) return this.host;
    const host = this.start();
    this.host = host;
    void host.died.then((reason) => {
      if (host === this.host) this.fail(reason);
    });
    return host;
  }

  /** A worker that has died is given up; another one starts with the next run, and what is there stays. */
  private fail(reason: unknown): void {
    this.turn += 1;
    this.host?.end();
    this.host = null;
    const words = reason instanceof Error ? reason.message : String(reason);
    this.change({ progress: null, doubting: null, stopped: words });
  }
}

function questionOf(source: StudySource, seed: string | undefined, base: Question["base"]): Question {
  const settings = { ...source.settings, ...base };
  const { "firms.count": firms, months } = settings;
  return {
    scenario: source.scenario,
    seed,
    base,
    months: Number(months),
    firms: source.namesFirms ? Number(firms) : Math.min(FIRMS, Number(firms)),
    target: { measure: "networks.alive", value: 12, sense: "least" },
    budget: null,
    options: firstOptions(settings),
    pairs: PAIRS,
    stopEarly: false,
    precision: null,
  };
}

/** What a link asks beyond the scenario; its options take the place of those proposed. */
function askedBy({ options, ...rest }: LinkedQuestion): Partial<Question> {
  return { ...rest, ...(options.length > 0 && { options }) };
}

/** A question as the comparer is asked. The last arm is "no programme". */
export function requestOf(question: Question, { valuation }: Pick<CompareState, "valuation">): StudyRequest {
  const { document, seed, base, months, firms, target, budget, options, pairs, stopEarly, precision } = question;
  const scenario = document ?? question.scenario;
  const arms = options.map(({ name, changes }) => ({ name, scenario, settings: changes }));
  const none = { name: text("compare.noProgramme"), scenario, settings: NONE };
  return {
    arms: [...arms, none],
    settings: { ...base, months, "firms.count": firms },
    seed,
    replicates: pairs,
    target,
    budget,
    valuation,
    stopEarly,
    ...(precision !== null && { precision: { measure: target.measure, half: precision } }),
  };
}
