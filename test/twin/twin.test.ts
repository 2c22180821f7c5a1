import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import type { Run, World } from "../../sim/index.ts";
import { Run as Played } from "../../sim/index.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { planOf, worldOf } from "../worlds.ts";
import type { Firm, Twin } from "./beings.ts";
import { begin } from "./begin.ts";
import { ORDER, playMonth } from "./month.ts";

/**
 * The text and the code say the same thing: a slow twin, written from sim/MODEL.md alone, has the same value in every
 * column of every firm, tie, network, broker and region, month by month.
 */

const PHASES = ["planning", "pilot", "strategic", "selfManaged", "dormant", "ended"];
const PROJECTS = ["none", "pilot", "strategic"];

type Facts = Record<string, number | readonly number[]>;

function firmOf(firm: Firm, { networks }: Twin): Facts {
  return {
    keyHigh: firm.key[0],
    keyLow: firm.key[1],
    alive: +firm.inBusiness,
    born: firm.born,
    x: firm.x,
    y: firm.y,
    region: firm.region,
    sector: firm.sector,
    type: firm.type,
    position: firm.position,
    openness: firm.openness,
    workers: firm.workers,
    assets: firm.assets,
    sales: firm.sales,
    baseSales: firm.baseSales,
    productivity: firm.a,
    baseProductivity: firm.a0,
    luck: firm.luck,
    belief: firm.belief,
    strangersFor: firm.strangersFor,
    strangersAgainst: firm.strangersAgainst,
    network: firm.network === undefined ? -1 : networks.indexOf(firm.network),
    joined: firm.joined,
    contribution: firm.contribution,
    fine: firm.fine,
    caught: firm.caught,
    benefit: firm.benefit,
    smoothed: firm.smoothed,
    stage: firm.stage,
    knowledge: firm.knowledge,
    quality: firm.quality,
    foreignSkill: firm.foreignSkill,
    outside: firm.outside,
    degree: firm.ties.length,
    ties: firm.ties.flatMap((tie) => [
      tie.to.number,
      +tie.fellow,
      tie.met,
      tie.learnt,
      tie.worked,
      tie.for,
      tie.against,
    ]),
  };
}

function networkOf(g: Twin["networks"][number]): Facts {
  return {
    founderHigh: g.founder[0],
    founderLow: g.founder[1],
    founded: g.founded,
    region: g.region,
    sector: g.sector,
    phase: PHASES.indexOf(g.phase),
    phaseSince: g.phaseSince,
    project: PROJECTS.indexOf(g.project),
    projectSince: g.projectSince,
    size: g.members.length,
    promise: g.promise,
    quality: g.quality,
    broker: g.broker?.number ?? -1,
    formerBroker: g.formerBroker?.number ?? -1,
    led: +g.led,
    rules: +g.rules,
    legal: +g.legal,
    autonomy: g.m,
    feeShare: g.feeShare,
    levy: g.levy,
    fund: g.fund,
    losing: g.losing,
    started: g.started,
    startSize: g.startSize,
    brokerLeft: g.brokerLeft,
    asleepWhenLeft: +g.asleepWhenLeft,
    ended: g.ended,
    members: g.members.map(({ number }) => number),
  };
}

/** The twin as lists of facts. */
function twinFacts(twin: Twin): Record<string, Facts[]> {
  return {
    firms: twin.firms.map((firm) => firmOf(firm, twin)),
    networks: twin.networks.map(networkOf),
    brokers: twin.brokers.map(({ skill, load, work, atWork }) => ({ skill, load, work, active: +atWork })),
    regions: twin.regions.map((region) => ({ ...region })),
    programme: [{ entryFee: twin.entryFee }],
  };
}

/** The same facts of the engine's world: the columns that the twin names. */
function worldFacts(world: World, twin: Record<string, Facts[]>): Record<string, Facts[]> {
  const { ties, seats, firms, networks } = world;
  const special: Record<string, (row: number) => number[]> = {
    ties: (i) =>
      Array.from({ length: firms.degree[i] }, (_, slot) => i * ties.width + slot).flatMap((tie) => [
        ties.partner[tie],
        ties.kind[tie],
        ties.met[tie],
        ties.learnt[tie],
        ties.worked[tie],
        ties.evidenceFor[tie],
        ties.evidenceAgainst[tie],
      ]),
    members: (g) => Array.from(seats.member.subarray(g * seats.width, g * seats.width + networks.size[g])),
  };
  const factsOf = (name: string): Facts[] => {
    const rows = world.tables[name];
    const columns = rows as unknown as Record<string, ArrayLike<number>>;
    const names = Object.keys(twin[name][0] ?? {});
    return Array.from({ length: rows.count }, (_, row) =>
      Object.fromEntries(names.map((column) => [column, special[column]?.(row) ?? columns[column][row]])),
    );
  };
  return Object.fromEntries(Object.keys(twin).map((name) => [name, factsOf(name)]));
}

/** The first place in which two worlds differ, as text; undefined where every bit is the same. */
function difference(run: Run, twin: Twin): string | undefined {
  const ours = twinFacts(twin);
  const theirs = worldFacts(worldOf(run), ours);
  for (const [name, rows] of Object.entries(ours)) {
    if (rows.length !== theirs[name].length)
      return `month ${twin.month}: ${rows.length} ${name}, ${theirs[name].length}`;
    for (const [row, facts] of rows.entries()) {
      for (const [column, value] of Object.entries(facts)) {
        const other = theirs[name][row][column];
        const one = [value].flat();
        const two = [other].flat();
        if (one.length === two.length && one.every((part, at) => part === two[at])) continue;
        return `month ${twin.month}: ${name}[${row}].${column} is ${one.join(" ")} for the text, ${two.join(" ")} for the code`;
      }
    }
  }
  return undefined;
}

interface Side {
  readonly run: Run;
  readonly twin: Twin;
  readonly differs: string | undefined;
}

/** Plays both worlds side by side, with the core's mechanisms only. @param bent settings as the twin alone has them */
function sideBySide(
  scenario: string | object,
  months: number,
  settings: Record<string, Value>,
  bent: Record<string, Value> = {},
): Side {
  const beyond = SCHEDULE.map(({ id }) => id).filter((id) => !(id in ORDER));
  const run = new Played(planOf(scenario, settings, beyond), { measures: false, decisions: true });
  const twin = begin(planOf(scenario, { ...settings, ...bent }, beyond));
  let differs = difference(run, twin);
  while (differs === undefined && twin.month < months) {
    run.step();
    playMonth(twin);
    differs = difference(run, twin);
  }
  return { run, twin, differs };
}

/** Two towns and two trades of Honduras, with values and shares of their own. */
const HONDURAS = {
  format: "distretto/scenario/1",
  extends: "honduras",
  name: "two-towns",
  title: "Two towns",
  about: "Two towns of Honduras.",
  sources: [],
  sectors: [
    { id: "metal", name: "metalwork" },
    { id: "wood", name: "wood" },
  ],
  regions: [
    { id: "a", name: "A", x: 0, y: 0, share: 0.6, sectors: { metal: 0.6, wood: 0.3 } },
    { id: "b", name: "B", x: -90, y: 159, share: 0.4, law: 0.2, dispersion: 0.8, radius: 4 },
  ],
};

const EARLY: Record<string, Value> = {
  "brokers.count": 3,
  "brokers.start": 2,
  "brokers.end": 40,
  "brokers.effort": 16,
  "phases.assistance": 18,
  "fees.free": 3,
};

const OTHERWISE: Record<string, Value> = {
  ...EARLY,
  "firms.count": 90,
  "region.trust": 0.5,
  "region.law": 0.5,
  "search.rate": 0.05,
  "phases.sequence": "strategicFirst",
  "fees.schedule": "flat",
  "firms.founders": 2,
  "brokers.diagnosis": "supply",
  "brokers.entry": "association",
  "brokers.incentive": 0.6,
  "joining.maxSize": 9,
  "joining.least": 4,
  "dormancy.patience": 2,
  "dormancy.waking": 0.4,
  "expulsion.rate": 0.6,
  "reputation.visibility": 0.6,
  "encounters.rate": 0.8,
  "encounters.lapse": 30,
};

const WORLDS: [string, string | object, number, Record<string, Value>][] = [
  ["Honduras", HONDURAS, 60, { ...EARLY, "firms.count": 110 }],
  ["Honduras under other rules", HONDURAS, 48, OTHERWISE],
  ["an Italian district", "italian-district", 60, { "firms.count": 100 }],
  [
    "an Italian district whose firms trust by habit",
    "italian-district",
    36,
    { "firms.count": 60, "trust.rule": "klosNooteboom", "search.rate": 0.05 },
  ],
];

describe("the text and the code say the same thing", () => {
  const seen = new Set<number>();
  let fullest = 0;

  test("the core's mechanisms come in the order of the text", () => {
    expect(SCHEDULE.map(({ id }) => id).filter((id) => id in ORDER)).toEqual(Object.keys(ORDER));
  });

  for (const [name, scenario, months, settings] of WORLDS) {
    test(`${name}, bit by bit, over ${months} months`, { timeout: 120_000 }, () => {
      const { run, twin, differs } = sideBySide(scenario, months, settings);
      expect(differs).toBeUndefined();
      expect(twin.networks.length).toBeGreaterThan(4);
      const { journal } = worldOf(run);
      for (let row = 0; row < (journal?.count ?? 0); row++) seen.add(journal?.kind[row] as number);
      fullest = Math.max(fullest, ...twin.firms.map(({ ties }) => ties.length));
    });
  }

  test("these worlds have seen everything that can happen, and full lists of ties", () => {
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(fullest).toBe(24);
  });

  test("a twin that is told one thing a little differently is found out", { timeout: 60_000 }, () => {
    for (const bent of [{ "beliefs.learning": 0.4000000001 }, { "trust.memory": 0.985001 }, { "exit.hazard": 0.012 }]) {
      expect(sideBySide(HONDURAS, 60, WORLDS[0][3], bent).differs).toMatch(/is .* for the text, .* for the code/);
    }
  });
});
