import type { App } from "../app.ts";
import { questionWords } from "../brief/answer.ts";
import type { BriefInput } from "../brief/brief.ts";
import { brief, differingPaths, titleWords } from "../brief/brief.ts";
import { clashWords, lettered } from "../brief/clashes.ts";
import type { Asked, Told } from "../brief/repeating.ts";
import { commandOf, fragmentOf, printable } from "../brief/repeating.ts";
import { fileName } from "../export/save.ts";
import { text } from "../i18n/text.ts";
import { dom } from "../parts/dom.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import type { Comparing } from "./comparing.ts";
import type { Question } from "./state.ts";

/** Taking the answer away: the brief as a file, on paper, and the numbers as they are. */
export function taking(store: Store, app: App, comparing: Comparing): HTMLElement {
  const button = (key: Parameters<typeof text>[0], onClick: () => void): HTMLButtonElement =>
    element("button", { class: "button", attributes: { type: "button" }, on: { click: onClick } }, text(key));
  const say = (said: string): void => comparing.change({ said });
  const save = async (): Promise<void> => {
    const input = inputOf(store, app);
    if (input === null) return;
    const { briefFile } = await import("../brief/briefFile.ts");
    const { reading, question } = input;
    app.outside.save("brief.html", briefFile(brief(input), `${titleWords(input)}: ${question}`), "text/html");
    const { seed } = reading.comparison;
    say(text("compare.saved", { n: reading.pairs, seed }));
  };
  const scenario = button("compare.scenario.save", () => {
    const { document: own, scenario: name } = store.state.compare.answered ?? {};
    if (own === undefined || name === undefined) return;
    app.outside.save(fileName([name], "json"), `${JSON.stringify(own, null, 2)}\n`, "application/json");
  });
  const root = element(
    "div",
    { class: "compare-taking" },
    button("compare.save", () => void save()),
    button("compare.print", () => print(store, app)),
    button("compare.numbers", () => {
      const { reading } = store.state.compare;
      if (reading === null) return;
      app.outside.save("comparison.json", `${JSON.stringify(reading.comparison, null, 2)}\n`, "application/json");
      say(text("compare.numbers.saved"));
    }),
  );
  root.append(scenario);
  // Said aloud where the run is spoken of.
  const status = element("p", { class: "fine" });
  root.append(status);
  store.watch(
    ({ compare }) => [compare.reading === null || compare.progress !== null, compare.said, compare.answered],
    ([isOff, said, answered]) => {
      root.hidden = isOff;
      scenario.hidden = answered?.document === undefined;
      status.textContent = said;
    },
  );
  return root;
}

/** The question as lines that repeat it need it. @param packed the document as links carry it, where they can */
function askedOf(question: Question, seed: string, packed: string | null): Asked {
  const { document, scenario, base, months, firms, target, budget, pairs, precision, stopEarly, options } = question;
  const own = document && { packed: packed ?? undefined, file: fileName([scenario], "json") };
  const stop = { precision: precision ?? undefined, stopEarly };
  return { scenario, seed, base, months, firms, target, budget, pairs, options, ...stop, ...own };
}

function inputOf(store: Store, app: App): BriefInput | null {
  const found = chosen(store.state);
  const { compare, descriptions } = store.state;
  const { answered, currency, doubt } = compare;
  if (found === null || answered === null) return null;
  const { reading, pair } = found;
  const packed = printable(app.packedOf(answered) ?? null);
  const asked = askedOf(answered, reading.comparison.seed, packed);
  const isCarried = answered.document === undefined || packed !== null;
  const arms = reading.comparison.arms.slice(0, -1);
  const tried = doubt !== null && doubt.a === pair.a && doubt.b === pair.b ? doubt : null;
  const told: Told = {
    pair: [pair.a, pair.b],
    doubt: tried?.pairs ?? 0,
    currency,
    valuation: reading.valuation,
  };
  return {
    reading,
    pair,
    doubt: tried,
    question: questionWords(answered.target, answered.budget, answered.months, currency),
    currency,
    differing: differingPaths(reading),
    parameters: descriptions?.parameters ?? [],
    clashes: clashWords(lettered(arms), answered.budget),
    link: isCarried ? `${location.origin}${location.pathname}#${fragmentOf(asked)}` : "",
    file: asked.file ?? null,
    command: commandOf(asked, reading, told),
  };
}

/** Lays the brief out for the printer, and takes it away when it has been printed. */
function print(store: Store, app: App): void {
  const input = inputOf(store, app);
  if (input === null) return;
  const sheet = element("div", { class: "print-sheet" }, dom(brief(input)));
  document.body.append(sheet);
  addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}
