import * as v from "valibot";
import { LONGEST_SEED } from "../scenario/parameters.ts";
import { DESIGNS } from "./design/index.ts";
import { TABLE_NAMES } from "./tables.ts";

/**
 * The form of an experiment file. What its values mean for the model is checked when it is opened (`experiment.ts`);
 * `scenarios/experiment.schema.json` is made from this file.
 */
export const EXPERIMENT_FORMAT = "distretto/experiment/1";

/** World seeds add a point and a replicate to it. */
const LONGEST = LONGEST_SEED - 25;

const VALUE = "a number, a text, true or false";
const value = v.union([v.number(VALUE), v.pipe(v.string(VALUE), v.maxLength(200, VALUE)), v.boolean(VALUE)], VALUE);
const SETTINGS = "an object with settings by path";
const RANGE = 'an interval such as {"low": 0, "high": 1}, or a list of 1 to 1000 values';
const BOUND = "a number";
const SEED = `text of 1 to ${LONGEST} characters, or a whole number`;
const REPLICATES = "a whole number of replicates from 1 to 1000000";
const MEASURES = "a list of 1 to 1000 ids of measures";
const SERIES = "a whole number of months from 1, or false";
const SCENARIO = "the name of a shipped scenario, a path to a file, or a scenario";
const TABLE = `one of ${TABLE_NAMES.join(", ")}`;
const WITHOUT = "a list of at most 100 ids of mechanisms";
const DESIGN = `an object with kind, one of ${DESIGNS.map(({ kind }) => kind).join(", ")}`;
const WORDS = "text of at most 4000 characters";

const bound = v.pipe(v.number(BOUND), v.finite(BOUND));
const range = v.union(
  [
    v.strictObject({ low: bound, high: bound }, RANGE),
    v.pipe(v.array(value, RANGE), v.minLength(1, RANGE), v.maxLength(1000, RANGE)),
  ],
  RANGE,
);
const words = v.optional(v.pipe(v.string(WORDS), v.maxLength(4000, WORDS)));

const [first, ...others] = DESIGNS.map(({ form }) => form);

export const experimentForm = v.strictObject(
  {
    $schema: v.optional(v.string()),
    format: v.literal(EXPERIMENT_FORMAT, `"${EXPERIMENT_FORMAT}"`),
    title: words,
    about: words,
    scenario: v.union(
      [v.pipe(v.string(SCENARIO), v.minLength(1, SCENARIO)), v.record(v.string(), v.unknown(), SCENARIO)],
      SCENARIO,
    ),
    settings: v.optional(v.record(v.string(), value, SETTINGS)),
    without: v.optional(v.pipe(v.array(v.string(WITHOUT), WITHOUT), v.maxLength(100, WITHOUT))),
    design: v.variant("kind", [first, ...others], DESIGN),
    parameters: v.optional(v.record(v.string(), range, "an object with ranges by path")),
    replicates: v.optional(
      v.pipe(v.number(REPLICATES), v.integer(REPLICATES), v.minValue(1, REPLICATES), v.maxValue(1e6, REPLICATES)),
    ),
    seed: v.optional(
      v.union(
        [
          v.pipe(v.string(SEED), v.minLength(1, SEED), v.maxLength(LONGEST, SEED)),
          v.pipe(v.number(SEED), v.safeInteger(SEED)),
        ],
        SEED,
      ),
    ),
    pairing: v.optional(v.picklist(["common", "independent"], "common or independent")),
    measures: v.optional(
      v.pipe(v.array(v.string(MEASURES), MEASURES), v.minLength(1, MEASURES), v.maxLength(1000, MEASURES)),
    ),
    series: v.optional(
      v.union([v.literal(false), v.pipe(v.number(SERIES), v.integer(SERIES), v.minValue(1, SERIES))], SERIES),
    ),
    tables: v.optional(v.pipe(v.array(v.picklist(TABLE_NAMES, TABLE), TABLE), v.maxLength(TABLE_NAMES.length, TABLE))),
  },
  "an object",
);

type Form = v.InferOutput<typeof experimentForm>;

/** An experiment file; the options of the design have the form of its kind. */
export type ExperimentDocument = Omit<Form, "design"> & { readonly design: { readonly kind: string } };

/** Keys that an object at a place in the file may have, or undefined where any key may stand. */
export function keysAt(place: readonly PropertyKey[], object: object): readonly string[] | undefined {
  if (place.length === 0) return Object.keys(experimentForm.entries);
  if (place.length === 1 && place[0] === "design") {
    const kind = DESIGNS.find((each) => each.kind === (object as { kind?: unknown }).kind);
    return kind && Object.keys(kind.form.entries);
  }
  return place.length === 2 && place[0] === "parameters" ? ["low", "high"] : undefined;
}
