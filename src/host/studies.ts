import type {
  Comparer,
  DoubtReading,
  DoubtRequest,
  Reply,
  Spread,
  SpreadListener,
  SpreadRequest,
  StudyProgress,
  StudyReading,
  StudyRequest,
  StudySource,
  Valuation,
} from "../../sim/contract.ts";
import type { Catalogue, PreparedStudy, Runner, WorldJob } from "../../sim/index.ts";
import {
  Study,
  comparisonWorlds,
  doubtWorlds,
  prepareSpread,
  prepareStudy,
  runDoubt,
  runSpread,
  runStudy,
  studySource,
} from "../../sim/index.ts";
import { comparisonDocument } from "./documents.ts";

/** Least time between two readings while worlds come in, ms. */
const BETWEEN = 1000;
/** From the start to the first of them, ms: long enough for worlds that are known already, and for two that are not. */
const SOON = 200;
/** So many times as long as reading took at least, so that worlds need not wait for what nobody can follow. */
const SHARE = 25;
/** Pairs below which nothing is read. */
const LEAST = 2;
/** Pairs after which there is a first answer. */
const FIRST = 20;
/** Firm-months that may be played before somebody asks for them: a few seconds of one core. */
const UNASKED = 4_000_000;

/** Whoever waits for a study is told what is known so far. */
export type ReadingListener = (progress: StudyProgress, reading: StudyReading | null) => void;

/** One study at a time, on whatever plays worlds; runs in a browser's worker and in Node. */
export class Studies implements Comparer {
  private study: Study | null = null;
  private prepared: PreparedStudy | null = null;
  /** Counts what was asked for: an earlier request ends when a later one comes. */
  private turn = 0;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly run: Runner,
  ) {}

  async source(scenario: string | object): Promise<Reply<StudySource>> {
    return studySource(scenario, this.catalogue);
  }

  /** The worlds of a study's first answer, in their order, as far as they cost little; none where there are problems. */
  first(request: StudyRequest): WorldJob[] {
    const reply = prepareStudy(request, this.catalogue);
    if (!reply.ok) return [];
    const { arms, replicates, months } = reply.value.comparison;
    const firms = Math.max(...arms.map(({ plan }) => Number(plan.settings.firms.count)));
    const most = Math.min(arms.length * Math.min(FIRST, replicates), Math.floor(UNASKED / (firms * months)));
    const jobs: WorldJob[] = [];
    for (const job of new Study(reply.value).jobs()) {
      if (jobs.length >= most) break;
      jobs.push(job);
    }
    return jobs;
  }

  async compare(request: StudyRequest, listen: ReadingListener): Promise<Reply<StudyReading | null>> {
    const turn = ++this.turn;
    const reply = prepareStudy(request, this.catalogue);
    if (!reply.ok) return reply;
    const study = new Study(reply.value);
    this.prepared = reply.value;
    this.study = study;
    const clock = progressOf(comparisonWorlds(reply.value.comparison));
    const first = Math.min(FIRST, reply.value.comparison.replicates);
    let next = performance.now() + SOON;
    let read = 0;
    const note = (pairs: number) => {
      const isDue = pairs > read && pairs >= LEAST && (pairs === first || performance.now() > next);
      if (isDue && turn === this.turn) {
        read = pairs;
        const began = performance.now();
        listen(clock.next(pairs), study.reading(comparisonDocument, false));
        const done = performance.now();
        next = done + Math.max(BETWEEN, SHARE * (done - began));
      } else listen(clock.next(pairs), null);
    };
    const isStopped = () => turn !== this.turn;
    await runStudy(study, this.run, { note, isStopped });
    return { ok: true, value: study.count >= LEAST ? study.reading(comparisonDocument, true) : null };
  }

  async value(valuation: Valuation): Promise<StudyReading | null> {
    const { study } = this;
    if (study === null || study.count < LEAST) return null;
    study.value(valuation);
    return study.reading(comparisonDocument, true);
  }

  async doubt(request: DoubtRequest, listen: (progress: StudyProgress) => void): Promise<DoubtReading | null> {
    const turn = ++this.turn;
    const { prepared } = this;
    if (prepared === null) return null;
    const clock = progressOf(doubtWorlds(prepared, request));
    const stopped = new Error("stopped");
    try {
      return await runDoubt(prepared, request, this.run, () => {
        listen(clock.next(0));
        if (turn !== this.turn) throw stopped;
      });
    } catch (reason) {
      if (reason === stopped) return null;
      throw reason;
    }
  }

  async spread(request: SpreadRequest, listen: SpreadListener): Promise<Reply<Spread | null>> {
    const turn = ++this.turn;
    const reply = prepareSpread(request, this.catalogue);
    if (!reply.ok) return reply;
    const isStopped = () => turn !== this.turn;
    return { ok: true, value: await runSpread(reply.value, this.run, { note: listen, isStopped }) };
  }

  async stop(): Promise<void> {
    this.turn += 1;
  }
}

/** Worlds whose pace counts for what is left: those that were known before somebody asked came much faster. */
const PACE = 30;

/** Counts worlds and says how long the rest will take, at the pace of the last ones. */
function progressOf(of: number): { next: (pairs: number) => StudyProgress } {
  const times = [performance.now()];
  let worlds = 0;
  return {
    next: (pairs) => {
      worlds += 1;
      const now = performance.now();
      times.push(now);
      if (times.length > PACE + 1) times.shift();
      const seconds = (now - times[0]) / 1000;
      return { worlds, of, pairs, left: ((of - worlds) * seconds) / (times.length - 1) };
    },
  };
}
