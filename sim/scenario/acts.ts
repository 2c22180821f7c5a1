import type { Problem } from "../kernel/problem.ts";
import { shown } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import type { Act } from "../world/byHand.ts";
import { MAIN_MODEL } from "./catalogue.ts";
import * as v from "valibot";

/** What a person decides for firms, checked: a stranger's link may carry it. */

export const MOST_ACTS = 1000;

const whole = (expected: string) => v.pipe(v.number(expected), v.safeInteger(expected), v.minValue(0, expected));
const flag = v.optional(v.boolean("true or false"));
const schema = v.pipe(
  v.array(
    v.strictObject(
      { month: whole("a month"), firm: whole("the row of a firm"), joins: flag, pays: flag },
      "an object with month, firm and what it does",
    ),
    "a list of acts",
  ),
  v.maxLength(MOST_ACTS, `at most ${MOST_ACTS} acts`),
);

/** Acts in the order of their months; what cannot be used is added to the problems. */
export function actsOf(
  given: unknown,
  model: Model,
  firms: number,
  months: number,
  problems: Problem[],
): readonly Act[] {
  if (given === undefined) return [];
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const path = ["acts", ...(issue.path ?? []).map(({ key }) => String(key))].join("/");
      problems.push({ path, value: shown(issue.input), expected: issue.message, mend: "Leave the act out." });
    }
    return [];
  }
  if (model.id !== MAIN_MODEL && parsed.output.length > 0) {
    const expected = `no acts: nobody can play a firm of ${model.id}`;
    problems.push({ path: "acts", value: `${parsed.output.length} acts`, expected, mend: "Leave them out." });
  }
  parsed.output.forEach(({ firm, month }, k) => {
    const mend = "Choose a firm and a month that are there.";
    if (firm >= firms)
      problems.push({ path: `acts/${k}/firm`, value: String(firm), expected: `a row below ${firms}`, mend });
    if (month > months)
      problems.push({ path: `acts/${k}/month`, value: String(month), expected: `at most ${months}`, mend });
  });
  return parsed.output.toSorted((a, b) => a.month - b.month);
}
