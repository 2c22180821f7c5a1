import "../list/list.css";
import "./experiments.css";
import type { ExperimentFacts, RunCell } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { sortedTable } from "../list/sortedTable.ts";
import { element, say } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import { filesPicker } from "../scenarios/files.ts";
import { problemList } from "../scenarios/problemList.ts";
import type { ExperimentState } from "./experimenting.ts";
import { Experimenting } from "./experimenting.ts";
import { runTable } from "./runTable.ts";

/** Runs that are proposed, and the most that are played here: longer ones are for the command line. */
const PROPOSED = 20;
const MOST = 1000;
/** Names of parameters and measures that are listed. */
const SHOWN = 12;

/** What was open stays open while the reader is on the stage. */
const kept = new WeakMap<App, Experimenting>();

export interface ExperimentsPart {
  readonly root: HTMLElement;
  readonly take: (files: readonly File[]) => void;
  /** Whether there is something to come back to. */
  readonly isBegun: boolean;
  readonly leave: () => void;
}

/** An experiment's file: what it is, some of its runs, played here, and rows of a finished one, each with its world. */
export function experiments(app: App): ExperimentsPart {
  const experimenting = kept.get(app) ?? new Experimenting(app);
  kept.set(app, experimenting);

  const load = filesPicker(text("experiments.files"), ".json,.csv,.parquet,application/json,text/csv", (files) => {
    void experimenting.take(files);
  });
  const problems = problemList();
  const about = element("div", { class: "experiment-about" });
  const { root: running, draw: drawRunning } = runningPart(experimenting);
  const source = element("p", { class: "scenario-facts", attributes: { role: "status" } });
  const table = sortedTable<readonly RunCell[]>("experiment-runs", text("experiments.filter"));
  table.root.classList.add("experiment-table");

  let drawn: Partial<ExperimentState> = {};
  const draw = soon(() => {
    const { state } = experimenting;
    const hasChanged = (name: keyof ExperimentState): boolean => state[name] !== drawn[name];
    problems.root.hidden = state.problems.length === 0;
    if (hasChanged("problems") && state.problems.length > 0) problems.show(state.problems);
    if (hasChanged("facts")) about.replaceChildren(...(state.facts === null ? [] : factsOf(state.facts)));
    drawRunning(state);
    table.root.hidden = state.table === null;
    if (hasChanged("table") && state.table !== null)
      table.draw(runTable(state.table, (row) => void experimenting.open(row)));
    say(source, state.table === null ? "" : sourceText(state, state.table.rows.length));
    drawn = state;
  });
  experimenting.listen = draw;
  draw();
  const root = element(
    "section",
    { class: "experiments", attributes: { "aria-label": text("scenarios.experiments") } },
    element("p", { class: "settings-note" }, text("experiments.note")),
    load,
    problems.root,
    about,
    running,
    source,
    table.root,
  );
  return {
    root,
    take: (files) => void experimenting.take(files),
    isBegun: experimenting.state.facts !== null || experimenting.state.table !== null,
    leave: () => (experimenting.listen = () => undefined),
  };
}

function sourceText({ source, facts }: ExperimentState, count: number): string {
  if (source === null) return text("experiments.source.here", { count, all: facts?.runs ?? count });
  return text(facts === null ? "experiments.source.alone" : "experiments.source.file", { file: source, count });
}

function factsOf(facts: ExperimentFacts): HTMLElement[] {
  const { title, about, scenarioTitle, design, points, replicates, runs, parameters, measures, advice } = facts;
  const lines = [
    text("experiments.facts", { scenario: scenarioTitle, design, points, replicates, runs }),
    text("experiments.parameters", { count: parameters.length, names: someOf(parameters) }),
    text("experiments.measures", { count: measures.length, names: someOf(measures) }),
  ];
  return [
    element("h3", { class: "scenario-title" }, title ?? scenarioTitle),
    ...(about === null ? [] : [element("p", {}, about)]),
    ...lines.map((line) => element("p", { class: "scenario-facts" }, line)),
    ...(advice === null ? [] : [element("p", {}, advice)]),
  ];
}

/** Names that fit a line or two. */
function someOf(names: readonly string[]): string {
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(", ")}, …` : names.join(", ");
}

/** How many runs, run, how far it is, stop. */
function runningPart(experimenting: Experimenting): { root: HTMLElement; draw: (state: ExperimentState) => void } {
  const count = element("input", {
    class: "field experiment-count",
    attributes: { type: "number", id: "experiment-count", min: 1, max: MOST, value: PROPOSED },
  });
  const run = element("button", { class: "button accent", attributes: { type: "button" } }, text("experiments.run"));
  const stop = element("button", { class: "button", attributes: { type: "button" } }, text("experiments.stop"));
  const bar = element("progress", {
    class: "experiment-progress",
    attributes: { "aria-label": text("experiments.progress") },
  });
  const words = element("span", { class: "scenario-facts" });
  const most = (): number => Math.min(MOST, experimenting.state.facts?.runs ?? MOST);
  run.addEventListener("click", () => {
    const asked = Math.round(Number(count.value));
    const wanted = Math.max(1, Math.min(most(), Number.isFinite(asked) && asked > 0 ? asked : PROPOSED));
    count.value = String(wanted);
    void experimenting.play(wanted);
  });
  stop.addEventListener("click", () => void experimenting.stop());
  const label = element("label", { attributes: { for: "experiment-count" } }, text("experiments.count"));
  const asking = element("div", { class: "scenario-acts" }, label, count, run);
  const going = element("div", { class: "scenario-acts" }, bar, words, stop);
  const ended = element("p", { attributes: { role: "status" } });
  return {
    root: element("div", {}, asking, going, ended),
    draw: ({ facts, progress, stopped }) => {
      asking.hidden = facts === null || progress !== null;
      going.hidden = progress === null;
      say(ended, stopped ?? "");
      count.max = String(most());
      if (progress === null) return;
      bar.max = progress.of;
      bar.value = progress.done;
      const { done, of, failed, left } = progress;
      say(words, text("experiments.going", { done, of, failed, left: Math.ceil(left) }));
    },
  };
}
