import * as v from "valibot";
import { region as place } from "../world/parameters/region.ts";
import { LONGEST_SEED, MONTHS } from "./parameters.ts";

/**
 * The form of a scenario document. What the values mean and whether they fit the model is checked when it is resolved;
 * `scenarios/scenario.schema.json` is made from this file.
 */
export const FORMAT = "distretto/scenario/1";

const MOST_REGIONS = place.params.count.max;
const MOST_SECTORS = 40;
const MOST_SOURCES = 100;
const FARTHEST_KM = 20_000;
/** Firms and ties that a document may name one by one. */
const MOST_FIRMS = 10_000;
const MOST_TIES = 50_000;
const LARGEST_FIRM = 100_000;

/** Names that every object has; as keys or ids they are refused. */
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

const ID = "a name of small letters, digits and hyphens, at most 60 characters";
const id = v.pipe(
  v.string(ID),
  v.maxLength(60, ID),
  v.regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/, ID),
  v.check((name) => !isReserved(name), "a name that JavaScript objects do not use themselves"),
);

const TEXT = 'text of at most 4000 characters, or texts by language such as {"en": "...", "es": "..."}';
const words = v.pipe(v.string(TEXT), v.maxLength(4000, TEXT));
const text = v.union(
  [words, v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, TEXT)), words)],
  TEXT,
);

function between(low: number, high: number) {
  const expected = `a number from ${low} to ${high}`;
  return v.pipe(v.number(expected), v.finite(expected), v.minValue(low, expected), v.maxValue(high, expected));
}

/** A number with the range that the parameter of the same name has. */
function ofPlace(name: "trust" | "law" | "dispersion" | "radius") {
  return v.optional(between(place.params[name].min, place.params[name].max));
}

const share = between(0, 1);

const sector = v.strictObject({ id, name: text }, "an object with id and name");

const region = v.strictObject(
  {
    id,
    name: text,
    x: between(-FARTHEST_KM, FARTHEST_KM),
    y: between(-FARTHEST_KM, FARTHEST_KM),
    share: v.optional(share),
    trust: ofPlace("trust"),
    law: ofPlace("law"),
    dispersion: ofPlace("dispersion"),
    radius: ofPlace("radius"),
    sectors: v.optional(v.record(v.string(), share, "shares by sector id, each from 0 to 1")),
  },
  "an object with id, name, x and y",
);

const SETTING = "a number, a text, true or false";
const setting = v.union(
  [v.number(SETTING), v.pipe(v.string(SETTING), v.maxLength(200, SETTING)), v.boolean(SETTING)],
  SETTING,
);

const SEED = `text of at most ${LONGEST_SEED} characters, or a whole number`;
const LIST = (what: string, most: number) => `a list of at most ${most} ${what}`;
const USE = "the name of a mechanism or an institution";
const EVENT = "the name of an event";
const PROJECT = "the id of a project, or an object with id, title and stage";
const month = v.optional(v.number("a month"));
const MOST_ENTRIES = 100;

/** A mechanism of the programme, or an institution, switched on for a time. */
const use = v.strictObject(
  {
    use: v.pipe(v.string(USE), v.maxLength(60, USE)),
    start: month,
    end: month,
    settings: v.optional(v.record(v.string(), setting, "an object with settings by name")),
  },
  "an object with use",
);

const event = v.strictObject(
  {
    event: v.pipe(v.string(EVENT), v.maxLength(60, EVENT)),
    month: v.number("a month"),
    settings: v.optional(v.record(v.string(), setting, "an object with settings by name")),
  },
  "an object with event and month",
);

const factor = v.optional(between(0, 10));
const gap = v.optional(between(0, 1));

/** A project of the scenario's own; what it leaves out is as in the generic project. */
const project = v.strictObject(
  {
    id,
    title: text,
    stage: v.picklist(["pilot", "strategic"], "pilot or strategic"),
    scale: v.optional(
      v.picklist(["network", "sector", "cluster", "country"], "one of network, sector, cluster, country"),
    ),
    benefit: factor,
    cost: v.optional(between(0.01, 10)),
    mass: v.optional(between(0.1, 10)),
    stake: factor,
    leak: factor,
    raises: v.optional(v.strictObject({ quality: gap, knowledge: gap, foreignSkill: gap }, "an object with shares")),
    needs: v.optional(
      v.strictObject(
        {
          capability: gap,
          lot: v.optional(between(0, 100_000)),
          capital: v.optional(between(0, 100_000)),
          centre: v.optional(v.boolean("true or false")),
        },
        "an object with needs",
      ),
    ),
    quantity: v.optional(between(0, 1_000_000)),
    order: factor,
    revolving: v.optional(v.boolean("true or false")),
    vertical: v.optional(v.boolean("true or false")),
    claim: v.optional(text),
    source: v.optional(text),
  },
  PROJECT,
);

function list<const S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  of: S,
  what: string,
  most = MOST_ENTRIES,
) {
  // The length first: a list that is too long is refused before any of it is looked at.
  const bounded = v.custom<unknown[]>((value) => !Array.isArray(value) || value.length <= most, LIST(what, most));
  return v.optional(v.pipe(bounded, v.array(of, LIST(what, most))));
}

/** Other settings from a month on. */
const change = v.strictObject(
  {
    month: v.pipe(between(0, MONTHS.max), v.integer("a whole number of months")),
    settings: v.record(v.string(), setting, "an object with settings by path"),
  },
  "an object with month and settings",
);

const FIRM_ID = "text of 1 to 60 characters";
const firmId = v.pipe(v.string(FIRM_ID), v.minLength(1, FIRM_ID), v.maxLength(60, FIRM_ID));
const coordinate = v.optional(between(-FARTHEST_KM, FARTHEST_KM));

/** A firm that is known by name: where it is, what it makes, and how large it is where that is known. */
const firm = v.strictObject(
  {
    id: firmId,
    place: id,
    sector: id,
    workers: v.optional(between(1, LARGEST_FIRM)),
    x: coordinate,
    y: coordinate,
  },
  "an object with id, place and sector",
);

const tie = v.strictObject({ from: firmId, to: firmId }, "an object with from and to");

export const scenarioSchema = v.strictObject(
  {
    $schema: v.optional(v.string()),
    format: v.literal(FORMAT, `"${FORMAT}"`),
    extends: v.optional(id),
    model: v.optional(id),
    name: id,
    title: v.optional(text),
    about: v.optional(text),
    question: v.optional(text),
    sources: v.optional(
      v.pipe(v.array(text, LIST("texts", MOST_SOURCES)), v.maxLength(MOST_SOURCES, LIST("texts", MOST_SOURCES))),
    ),
    seed: v.optional(
      v.union(
        [v.pipe(v.string(SEED), v.maxLength(LONGEST_SEED, SEED)), v.pipe(v.number(SEED), v.safeInteger(SEED))],
        SEED,
      ),
    ),
    months: v.optional(v.pipe(between(MONTHS.min, MONTHS.max), v.integer("a whole number of months"))),
    settings: v.optional(v.record(v.string(), setting, "an object with settings by path")),
    sectors: v.optional(
      v.pipe(
        v.array(sector, LIST("sectors", MOST_SECTORS)),
        v.minLength(1, "at least one sector"),
        v.maxLength(MOST_SECTORS, LIST("sectors", MOST_SECTORS)),
      ),
    ),
    regions: v.optional(
      v.pipe(
        v.array(region, LIST("regions", MOST_REGIONS)),
        v.minLength(1, "at least one region"),
        v.maxLength(MOST_REGIONS, LIST("regions", MOST_REGIONS)),
      ),
    ),
    programme: list(use, "entries"),
    institutions: list(use, "entries"),
    projects: list(v.union([id, project], PROJECT), "projects"),
    events: list(event, "events"),
    changes: list(change, "changes"),
    firms: list(firm, "firms", MOST_FIRMS),
    ties: list(tie, "ties", MOST_TIES),
  },
  "an object",
);

export type ScenarioDocument = v.InferOutput<typeof scenarioSchema>;
export type ProjectDocument = Exclude<NonNullable<ScenarioDocument["projects"]>[number], string>;
export type Text = v.InferOutput<typeof text>;

/** Keys that an object at a place in the document may have, or undefined where any key may stand. */
export function keysAt(place: readonly PropertyKey[]): readonly string[] | undefined {
  if (place.length === 0) return Object.keys(scenarioSchema.entries);
  if (place.length !== 2) return undefined;
  if (place[0] === "regions") return Object.keys(region.entries);
  if (place[0] === "programme" || place[0] === "institutions") return Object.keys(use.entries);
  if (place[0] === "events") return Object.keys(event.entries);
  if (place[0] === "projects") return Object.keys(project.entries);
  if (place[0] === "changes") return Object.keys(change.entries);
  if (place[0] === "firms") return Object.keys(firm.entries);
  if (place[0] === "ties") return Object.keys(tie.entries);
  return place[0] === "sectors" ? Object.keys(sector.entries) : undefined;
}
