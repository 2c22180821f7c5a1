import * as v from "valibot";
import { experimentForm } from "../form.ts";

/**
 * The form of a calibration file: what is searched, and which figures of the field are to be met how closely. Everything
 * that an experiment has too has the form that it has there.
 */
export const CALIBRATION_FORMAT = "distretto/calibration/1";

const { $schema, title, about, scenario, settings, without, parameters, replicates, seed } = experimentForm.entries;

const TARGETS = "a list of 1 to 50 targets";
const MEASURE = "the id of a measure";
const NUMBER = "a number";
const TOLERANCE = "a number above 0";
const whole = (low: number, high: number, step = 1) => {
  const words = step === 2 ? `an even number from ${low} to ${high}` : `a whole number from ${low} to ${high}`;
  return v.pipe(
    v.number(words),
    v.integer(words),
    v.minValue(low, words),
    v.maxValue(high, words),
    v.check((n) => n % step === 0, words),
  );
};
const SHARE = "a share from 0.05 to 0.95";

const target = v.strictObject(
  {
    measure: v.pipe(v.string(MEASURE), v.maxLength(200, MEASURE)),
    /** What was observed; left out where `truth` is given. */
    value: v.optional(v.pipe(v.number(NUMBER), v.finite(NUMBER))),
    /** How far off still counts as met. */
    tolerance: v.pipe(
      v.number(TOLERANCE),
      v.finite(TOLERANCE),
      v.check((n) => n > 0, TOLERANCE),
    ),
  },
  "an object with measure, value and tolerance",
);

const method = v.variant(
  "kind",
  [
    /** Points drawn evenly; those within all tolerances are kept, or the nearest `keep`. */
    v.strictObject({
      kind: v.literal("rejection"),
      draws: whole(10, 100_000),
      keep: v.optional(whole(2, 100_000)),
    }),
    /** Generations that draw nearer; `keep` is the share that is kept, half where it is left out. */
    v.strictObject({
      kind: v.literal("smc"),
      particles: whole(10, 100_000),
      generations: whole(2, 1000),
      keep: v.optional(v.pipe(v.number(SHARE), v.minValue(0.05, SHARE), v.maxValue(0.95, SHARE))),
    }),
    /** One best point. */
    v.strictObject({
      kind: v.literal("cmaes"),
      population: v.optional(whole(4, 10_000)),
      generations: whole(2, 10_000),
    }),
    /** The points of which none is nearer to one target without being farther from another. */
    v.strictObject({ kind: v.literal("nsga2"), population: whole(4, 10_000, 2), generations: whole(2, 10_000) }),
  ],
  "an object with kind, one of rejection, smc, cmaes, nsga2",
);

export const calibrationForm = v.strictObject(
  {
    $schema,
    format: v.literal(CALIBRATION_FORMAT, `"${CALIBRATION_FORMAT}"`),
    title,
    about,
    scenario,
    settings,
    without,
    parameters: v.nonOptional(parameters, "an object with ranges by path"),
    /** Settings that are played first and whose figures are the targets: whether the search finds them again. */
    truth: settings,
    targets: v.pipe(v.array(target, TARGETS), v.minLength(1, TARGETS), v.maxLength(50, TARGETS)),
    method,
    replicates,
    seed,
  },
  "an object",
);

export type CalibrationDocument = v.InferOutput<typeof calibrationForm>;
export type Method = CalibrationDocument["method"];

const METHOD_KEYS: Readonly<Record<Method["kind"], readonly string[]>> = {
  rejection: ["kind", "draws", "keep"],
  smc: ["kind", "particles", "generations", "keep"],
  cmaes: ["kind", "population", "generations"],
  nsga2: ["kind", "population", "generations"],
};

/** Keys that an object at a place in the file may have, or undefined where any key may stand. */
export function keysAt(place: readonly PropertyKey[], object: object): readonly string[] | undefined {
  if (place.length === 0) return Object.keys(calibrationForm.entries);
  const { kind } = object as { kind?: unknown };
  if (place.length === 1 && place[0] === "method") return METHOD_KEYS[kind as Method["kind"]];
  if (place.length === 2 && place[0] === "parameters") return ["low", "high"];
  return place.length === 2 && place[0] === "targets" ? Object.keys(target.entries) : undefined;
}
