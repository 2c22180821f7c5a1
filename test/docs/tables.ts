import type { Descriptions, Parameter } from "../../sim/contract.ts";
import { MODELS, NET_RULES, describe } from "../../sim/index.ts";
import { cellAt } from "../../sim/world/evaluationRules.ts";
import { EVIDENCE } from "./evidenceTables.ts";
import { markdownTable } from "../../src/cli/markdown.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** The tables of MODEL.md, made from the declarations. */

const MAIN = MODELS[0];

function range(parameter: Parameter): string {
  if (parameter.kind === "choice") return parameter.options.join(", ");
  if (parameter.kind === "flag") return "true, false";
  return `${parameter.min} to ${parameter.max}`;
}

function unit(parameter: Parameter): string {
  return parameter.kind === "choice" || parameter.kind === "flag" ? "" : parameter.unit;
}

function parameters(rows: Descriptions["parameters"]): string {
  return markdownTable(
    ["path", "meaning", "unit", "range", "start", "source"],
    rows.map(({ path, parameter }) => [
      `\`${path}\``,
      parameter.doc,
      unit(parameter),
      range(parameter),
      String(parameter.start),
      parameter.source,
    ]),
  );
}

/** Where a value comes from, as one word. */
function kindOf(source: string): "assumed" | "tuned" | "other" {
  return /^tuned/.test(source) ? "tuned" : /^assumed/.test(source) ? "assumed" : "other";
}

/** Parameters of a kind by group, those of the first trial marked. */
function listOf(rows: Descriptions["parameters"], kind: "assumed" | "tuned"): string {
  const some = rows.filter(({ parameter }) => kindOf(parameter.source) === kind);
  if (some.length === 0) return "None.";
  const groups = new Map<string, Descriptions["parameters"][number][]>();
  for (const each of some) {
    const group = each.path.slice(0, each.path.indexOf("."));
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const names = (group: string, list: Descriptions["parameters"]) =>
    list.map(({ path, parameter }) => {
      const name = path.slice(group.length + 1);
      return /first trial/.test(parameter.source) ? `**${name}**` : name;
    });
  const lines = [...groups].map(([group, list]) => [
    `\`${group}\``,
    String(list.length),
    names(group, list).join(", "),
  ]);
  return markdownTable(["group", "number", `${kind}; bold: looked at in the first trial`], lines);
}

/** Every generated table by the name under which MODEL.md asks for it. */
export function tables(): ReadonlyMap<string, string> {
  const all = describe(MAIN, CATALOGUE);
  const bySource = (word: RegExp) => all.parameters.filter(({ parameter }) => word.test(parameter.source));
  return new Map([
    [
      "schedule",
      markdownTable(
        ["", "mechanism", "claim", "source"],
        all.mechanisms.map(({ id, title, claim, source }, at) => [
          String(at + 1),
          `${title} (\`${id}\`)`,
          claim,
          source,
        ]),
      ),
    ],
    ["parameters", parameters(all.parameters)],
    ["assumed", listOf(all.parameters, "assumed")],
    ["tuned", listOf(all.parameters, "tuned")],
    [
      "confidence",
      `Of ${all.parameters.length} parameters, ${bySource(/^assumed/).length} are assumed ` +
        `(${bySource(/first trial/).length} of them from a first trial that looked at P1 to P16), ` +
        `${bySource(/^tuned/).length} were tuned since, and the rest have a source.`,
    ],
    [
      "measures",
      markdownTable(
        ["id", "formula", "unit", "over", "no value"],
        all.measures.map(({ id, formula, unit: of, over, nullWhen }) => [`\`${id}\``, formula, of, over, nullWhen]),
      ),
    ],
    [
      "net",
      markdownTable(
        ["indicator", "stage", "result", "partly from", "achieved from"],
        NET_RULES.toSorted((a, b) => cellAt(a.indicator, a.stage) - cellAt(b.indicator, b.stage)).map(
          ({ indicator, stage, text, partly, achieved }) => [indicator, stage, text, String(partly), String(achieved)],
        ),
      ),
    ],
    [
      "scenarios",
      markdownTable(
        ["scenario", "what it shows and what it leaves out"],
        all.scenarios.filter(({ name }) => !name.includes("/")).map(({ name, about }) => [`\`${name}\``, about]),
      ),
    ],
  ]);
}

/** A text with every block between `<!-- table: x -->` and `<!-- end -->` made anew. */
export function renewed(text: string): string {
  const made = tables();
  return text.replace(
    /(<!-- table: (\w+) -->)\n[^]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      const block = made.get(name) ?? EVIDENCE.get(name)?.();
      if (block === undefined) throw new Error(`There is no table ${name}.`);
      return `${begin}\n\n${block}\n\n${end}`;
    },
  );
}
