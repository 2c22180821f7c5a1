import type { Problem } from "../../sim/contract.ts";
import { problemWords, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";

/** Everything that is wrong, each with its place and how to mend it. */
export function problemList(): { readonly root: HTMLElement; readonly show: (problems: readonly Problem[]) => void } {
  const root = element("div", { class: "scenario-problems", attributes: { role: "status" } });
  return {
    root,
    show: (problems) => {
      if (problems.length === 0) {
        root.replaceChildren(element("p", { class: "scenario-fine" }, text("scenarios.fine")));
        return;
      }
      const lines = problems.map((problem) => element("li", {}, text("problem.text", problemWords(problem))));
      root.replaceChildren(
        element("p", { class: "scenario-wrong" }, text("problem.heading", { count: problems.length })),
        element("ul", {}, ...lines),
      );
    },
  };
}
