import * as v from "valibot";
import type { Reply } from "../contract.ts";
import type { Value } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import type { Circumstances, Resolved } from "../scenario/resolve.ts";
import { parametersOf } from "../scenario/parameters.ts";
import { resolve } from "../scenario/resolve.ts";

/**
 * Checks are data: what the world has shown, as claims about arms and measures. `scenarios/checks.json` holds those of
 * the product. A check is held when all of its claims are.
 */
export const CHECKS_FORMAT = "distretto/checks/1";

const text = v.pipe(v.string(), v.maxLength(2000));
const month = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200)));

/** A measure of an arm, at the last month where none is named. `sales.causal.change` needs an arm to hold it against. */
const figure = v.strictObject({ arm: text, measure: text, month, against: v.optional(text) });

/** The measure that only a comparison has: members of an arm against the same firms in another. */
export const CAUSAL = "sales.causal.change";

const claim = v.variant("kind", [
  /** The mean over worlds lies inside the band. */
  v.strictObject({ kind: v.literal("band"), of: figure, low: v.optional(v.number()), high: v.optional(v.number()) }),
  /** One figure is more, or less, than the other, world by world. */
  v.strictObject({ kind: v.literal("difference"), of: figure, than: figure, sign: v.picklist(["more", "less"]) }),
  /** One figure is not more than the other beyond chance or, with `by`, on average by no more than that. */
  v.strictObject({ kind: v.literal("notMore"), of: figure, than: figure, by: v.optional(v.number()) }),
  /** The ratio of the means is at least, or at most, so much, and the difference is beyond chance. */
  v.strictObject({
    kind: v.literal("ratio"),
    of: figure,
    to: figure,
    least: v.optional(v.number()),
    most: v.optional(v.number()),
  }),
  /** The ratio of the means lies within bounds; whether the two differ at all is not asked. */
  v.strictObject({
    kind: v.literal("factor"),
    of: figure,
    to: figure,
    least: v.optional(v.number()),
    most: v.optional(v.number()),
  }),
  /** The ends of a row of arms differ beyond chance, and no step runs against the sign. */
  v.strictObject({
    kind: v.literal("monotone"),
    arms: v.pipe(v.array(text), v.minLength(2)),
    measure: text,
    month,
    sign: v.picklist(["rises", "falls"]),
  }),
  /** One figure is more, or less, than the other or than a number in at least so large a share of worlds. */
  v.strictObject({
    kind: v.literal("mostly"),
    of: figure,
    than: v.union([figure, v.number()]),
    sign: v.picklist(["more", "less"]),
    share: v.pipe(v.number(), v.minValue(0.5), v.maxValue(1)),
  }),
]);

const settings = v.optional(v.record(v.string(), v.union([v.number(), v.string(), v.boolean()])));

/** What is taken out of all arms of a check, to see whether it is missed then, as it must be. */
const defining = v.strictObject({ what: text, settings, without: v.optional(v.array(text)) });

const check = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9.-]{0,39}$/)),
  text,
  /** For a check that is missed: what was tried. */
  tried: v.optional(text),
  /** World r has the seed `SEED/r`; where it is left out, that of all checks, so that they share worlds. */
  seed: v.optional(text),
  defining: v.optional(defining),
  arms: v.pipe(
    v.array(
      v.strictObject({
        name: text,
        scenario: text,
        settings,
      }),
    ),
    v.minLength(1),
  ),
  claims: v.pipe(v.array(claim), v.minLength(1)),
});

const schema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(CHECKS_FORMAT),
  checks: v.array(check),
});

export type Claim = v.InferOutput<typeof claim>;
export type Figure = v.InferOutput<typeof figure>;
export type Check = v.InferOutput<typeof check>;

/** Figures that a claim reads. */
export function figuresOf(each: Claim): readonly Figure[] {
  switch (each.kind) {
    case "band":
      return [each.of];
    case "difference":
    case "notMore":
      return [each.of, each.than];
    case "ratio":
    case "factor":
      return [each.of, each.to];
    case "mostly":
      return typeof each.than === "number" ? [each.of] : [each.of, each.than];
    case "monotone":
      return each.arms.map((arm) => ({ arm, measure: each.measure, month: each.month }));
  }
}

/** An arm that is known to run. */
export interface PreparedArm {
  readonly scenario: string;
  readonly settings: Readonly<Record<string, Value>>;
  readonly without: readonly string[];
  readonly resolved: Resolved;
}

type Arms = ReadonlyMap<string, PreparedArm>;

/** A check whose arms are all known to run. */
export interface PreparedCheck {
  readonly check: Check;
  readonly arms: Arms;
  /** The same arms without what defines the check; none where it names nothing. */
  readonly bare: Arms | undefined;
}

/** The arms of a check, each less something. */
function prepareArms(
  check: Check,
  less: Check["defining"],
  resolved: (arm: Omit<PreparedArm, "resolved">, path: string) => PreparedArm | undefined,
): Arms {
  const arms = new Map<string, PreparedArm>();
  for (const { name, scenario, settings } of check.arms) {
    const arm = { scenario, settings: { ...settings, ...less?.settings }, without: less?.without ?? [] };
    const found = resolved(arm, `${check.id}, ${less === undefined ? name : `defining, ${name}`}`);
    if (found !== undefined) arms.set(name, found);
  }
  return arms;
}

/** For whom and under which other assumptions checks are prepared. */
export interface CheckCircumstances extends Circumstances {
  /** Settings laid under those of the arms, where an arm's model has them. */
  readonly beneath?: Readonly<Record<string, Value>> | undefined;
}

/** What is laid under an arm: nothing that its model has not. */
function laidUnder(scenario: string, beneath: Readonly<Record<string, Value>>, catalogue: Catalogue) {
  const plain = resolve(scenario, {}, catalogue);
  const known = plain.ok ? parametersOf(plain.value.plan.model) : new Map<string, unknown>();
  return Object.fromEntries(Object.entries(beneath).filter(([path]) => known.has(path)));
}

function prepare(
  check: Check,
  catalogue: Catalogue,
  { beneath = {}, ...circumstances }: CheckCircumstances,
  problems: Problem[],
): PreparedCheck {
  const resolved = (arm: Omit<PreparedArm, "resolved">, path: string) => {
    const { scenario, without } = arm;
    const settings = { ...laidUnder(scenario, beneath, catalogue), ...arm.settings };
    const reply = resolve(scenario, { settings, without }, catalogue, circumstances);
    if (reply.ok) return { scenario, settings, without, resolved: reply.value };
    problems.push(...reply.problems.map((each) => ({ ...each, path: `${path}, ${each.path}` })));
    return undefined;
  };
  const arms = prepareArms(check, undefined, resolved);
  const bare = check.defining && prepareArms(check, check.defining, resolved);
  for (const { arm, measure, month: at, against } of check.claims.flatMap(figuresOf)) {
    const path = `${check.id}, claims`;
    const names = check.arms.map(({ name }) => name);
    const plan = arms.get(arm)?.resolved.plan;
    for (const name of against === undefined ? [arm] : [arm, against]) {
      if (names.includes(name)) continue;
      const mend = didYouMean(name, names, "Add it to the arms.");
      problems.push({ path, value: shown(name), expected: "the name of an arm", mend });
    }
    if ((measure === CAUSAL) !== (against !== undefined)) {
      const expected = `\`against\` with ${CAUSAL} and only with it`;
      problems.push({
        path,
        value: shown(measure),
        expected,
        mend: "Name the arm to hold it against, or another measure.",
      });
    }
    if (plan === undefined) continue;
    const ids = plan.model.measures.map(({ id }) => id);
    if (measure !== CAUSAL && !ids.includes(measure)) {
      const mend = didYouMean(measure, ids, "Run `distretto describe measure` for the list.");
      problems.push({ path, value: shown(measure), expected: `a measure of ${plan.model.id}`, mend });
    }
    const last = Math.min(plan.months, arms.get(against ?? arm)?.resolved.plan.months ?? plan.months);
    const wanted = at ?? plan.months;
    if (wanted > last) {
      problems.push({ path, value: `month ${wanted}`, expected: `at most ${last}`, mend: "Play more months." });
    }
  }
  return { check, arms, bare };
}

/** Whether a document holds checks that can be run. */
export function parseChecks(
  document: unknown,
  catalogue: Catalogue,
  circumstances: CheckCircumstances = {},
): Reply<readonly PreparedCheck[]> {
  const parsed = v.safeParse(schema, document);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => ({
      path: `/${(issue.path ?? []).map(({ key }) => String(key)).join("/")}`,
      value: shown(issue.input),
      expected: issue.expected ?? issue.message,
      mend: "See scenarios/checks.json for the form.",
    }));
    return { ok: false, problems };
  }
  const problems: Problem[] = [];
  const prepared = parsed.output.checks.map((each) => prepare(each, catalogue, circumstances, problems));
  const seen = new Set<string>();
  for (const { id } of parsed.output.checks) {
    if (seen.has(id)) problems.push({ path: "/checks", value: id, expected: "an id once", mend: "Give each its own." });
    seen.add(id);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: prepared };
}
