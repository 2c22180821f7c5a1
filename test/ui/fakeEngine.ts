import type {
  BrokerCard,
  Conduct,
  Descriptions,
  Engine,
  FileKind,
  FirmCard,
  Frame,
  Happening,
  NetworkCard,
  Opened,
  OpenRequest,
  Phase,
  Reply,
  Series,
  Story,
  Union,
  Why,
} from "../../sim/contract.ts";

/**
 * A small made-up world behind the engine's contract, for tests of the page that need an engine and not the model:
 * networks are founded, change phase and end on a fixed plan.
 */

const TOWNS = ["Tegucigalpa", "San Pedro Sula", "Choluteca", "Comayagua", "La Ceiba", "Danlí"];
const TRADES = ["Metal", "Wood", "Garments and leather", "Food", "Crafts"];
const EAST = [-2, -80, -5, -45, 40, 60];
const NORTH = [0, 150, -90, 40, 190, 5];

function noise(a: number, b: number): number {
  const x = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return x - Math.floor(x);
}

interface Plan {
  readonly row: number;
  readonly region: number;
  readonly sector: number;
  readonly members: number[];
  readonly phases: { phase: Phase; from: number }[];
  readonly broker: number;
}

export interface FakeOptions {
  readonly firms?: number;
  readonly networks?: number;
  /** Called before every frame; may throw or wait. */
  readonly beforeFrame?: (month: number) => Promise<void> | void;
}

export function fakeEngine(
  options: FakeOptions = {},
): Engine & { readonly asked: number[]; readonly watched: string[] } {
  const count = options.firms ?? 1500;
  const asked: number[] = [];
  const watched: string[] = [];
  let plans: Plan[] = [];
  let opened: Opened | null = null;

  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const region = new Uint8Array(count);
  const sector = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const k = i % TOWNS.length;
    const angle = noise(i, 1) * 2 * Math.PI;
    const far = 8 * Math.sqrt(noise(i, 2));
    region[i] = k;
    sector[i] = Math.floor(i / TOWNS.length) % TRADES.length;
    x[i] = EAST[k] + Math.cos(angle) * far;
    y[i] = NORTH[k] + Math.sin(angle) * far;
  }

  function makePlans(networks: number): Plan[] {
    const taken = new Set<number>();
    return Array.from({ length: networks }, (_, row) => {
      const home = Math.floor(noise(row, 3) * TOWNS.length);
      const trade = Math.floor(noise(row, 4) * TRADES.length);
      const members: number[] = [];
      for (let i = 0; i < count && members.length < 8 + Math.floor(noise(row, 5) * 5); i++) {
        if (region[i] === home && sector[i] === trade && !taken.has(i) && noise(i, row) < 0.5) {
          members.push(i);
          taken.add(i);
        }
      }
      const from = 7 + Math.floor((row / networks) * 52);
      const ends = noise(row, 6) < 0.3;
      const phases: { phase: Phase; from: number }[] = [
        { phase: 0, from },
        { phase: 1, from: from + 3 },
        { phase: 2, from: from + 13 },
      ];
      phases.push(ends ? { phase: 5, from: from + 30 } : { phase: 3, from: from + 39 });
      return { row, region: home, sector: trade, members, phases, broker: row % 8 };
    }).filter((plan) => plan.members.length > 3);
  }

  const phaseAt = (plan: Plan, month: number): Phase | undefined =>
    plan.phases.findLast(({ from }) => from <= month)?.phase;

  const living = (month: number): Plan[] =>
    plans.filter((plan) => {
      const phase = phaseAt(plan, month);
      return phase !== undefined && phase !== 5;
    });

  const happenings = (month: number): Happening[] =>
    plans.flatMap((plan) =>
      plan.phases
        .filter(({ from }) => from === month)
        .map(({ phase }) => ({
          month,
          kind: (["founded", "started", "strategic", "selfManaged", "dormant", "dissolved"] as const)[phase],
          network: plan.row,
          firm: -1,
          yes: plan.members.length,
          asked: 12,
          needed: 5,
          region: plan.region,
          sector: plan.sector,
        })),
    );

  function frameOf(month: number): Frame {
    const conduct = new Uint8Array(count).fill(1);
    const network = new Int32Array(count).fill(-1);
    const size = Uint8Array.from({ length: count }, (_, i) => (noise(i, 7) < 0.5 ? 0 : noise(i, 7) < 0.88 ? 1 : 2));
    const alive = living(month);
    const from: number[] = [];
    const to: number[] = [];
    const trust: number[] = [];
    const idle: number[] = [];
    const inside: number[] = [];
    const betrayed: number[] = [];
    const tie = (a: number, b: number, inNetwork: number): void => {
      from.push(a);
      to.push(b);
      trust.push(inNetwork ? 0.3 + 0.6 * noise(a, b) : 0.15 + 0.2 * noise(a, b));
      idle.push(Math.floor(noise(a + b, month >> 2) * (inNetwork ? 3 : 24)));
      inside.push(inNetwork);
      betrayed.push(inNetwork && noise(a, b + month) > 0.97 ? 1 : 0);
    };
    for (const plan of alive) {
      const works = (phaseAt(plan, month) ?? 0) > 0;
      plan.members.forEach((i, m) => {
        network[i] = plan.row;
        const conducts: Conduct = noise(i, month >> 3) < 0.8 ? 2 : 3;
        conduct[i] = works ? conducts : 1;
        for (const j of plan.members.slice(m + 1)) if (noise(i, j) < 0.4) tie(i, j, works ? 1 : 0);
      });
    }
    for (let i = 0; i < count; i++) {
      if (noise(i, 8 + (month >> 3)) < 0.5) continue;
      tie(i, (i + TOWNS.length * (1 + Math.floor(noise(i, 9) * 4))) % count, 0);
    }
    const working = month >= 6 && month < 66 ? 1 : 0;
    const rows = <T>(pick: (plan: Plan) => T): T[] => alive.map(pick);
    const assisted = (plan: Plan): boolean => working === 1 && phaseAt(plan, month) !== 3;
    return {
      month,
      conduct,
      size,
      network,
      born: new Int16Array(count),
      number: Int32Array.from({ length: count }, (_, i) => i + 1),
      buyer: new Int16Array(count).fill(-1),
      abroad: new Uint8Array(count),
      ties: {
        from: Int32Array.from(from),
        to: Int32Array.from(to),
        trust: Float32Array.from(trust),
        idle: Uint8Array.from(idle),
        inside: Uint8Array.from(inside),
        betrayed: Uint8Array.from(betrayed),
      },
      networks: {
        row: Int32Array.from(rows((plan) => plan.row)),
        phase: Uint8Array.from(rows((plan) => phaseAt(plan, month) ?? 0)),
        broker: Int16Array.from(rows((plan) => (assisted(plan) ? plan.broker : -1))),
        formerBroker: Int16Array.from(rows((plan) => (assisted(plan) ? -1 : plan.broker))),
        size: Uint8Array.from(rows((plan) => plan.members.length)),
        region: Uint8Array.from(rows((plan) => plan.region)),
        sector: Uint8Array.from(rows((plan) => plan.sector)),
        venture: new Uint8Array(alive.length),
        running: Uint8Array.from(rows((plan) => ((phaseAt(plan, month) ?? 0) > 0 ? 1 : 0))),
      },
      buyers: { region: new Uint8Array(0), sector: new Uint8Array(0), active: new Uint8Array(0) },
      brokers: new Uint8Array(8).fill(working),
      measures: {
        "networks.alive": alive.filter((plan) => (phaseAt(plan, month) ?? 0) > 0).length,
        "networks.formed": plans.filter((plan) => plan.phases[1].from <= month).length,
        "contribution.rate": alive.length > 0 ? 0.8 : null,
        "cost.perNetwork": alive.length > 0 ? 18.4 : null,
      },
      events: happenings(month),
    };
  }

  const why = (firm: number, month: number): Why => {
    const terms: Why["terms"] = [
      { id: "benefit", value: 0.047 },
      { id: "contribution", value: -0.035 },
      { id: "search", value: -0.001 },
      { id: "bargaining", value: -0.009 },
      { id: "watching", value: -0.001 },
      { id: "exposure", value: -0.028 },
      { id: "fee", value: -0.002 },
    ];
    const utility = terms.reduce((sum, term) => sum + term.value, 0);
    return {
      firm,
      month,
      answer: false,
      stage: 2,
      members: 9,
      meanTrust: 0.43,
      brokered: true,
      terms,
      utility,
      noise: 0.01,
      chance: 1 / (1 + Math.exp(-utility / 0.01)),
      draw: 0.4,
      turn: { lever: "trust", from: 0.43, to: 0.61 },
    };
  };

  return {
    asked,
    watched,
    async describe(): Promise<Descriptions> {
      const scenario = { model: "distretto", about: "", question: "", regions: [], sectors: [], sources: [] };
      const meaning = { doc: "", source: "assumed" };
      const whole = { kind: "integer", min: 0, max: 1200, step: 1, ...meaning } as const;
      return {
        parameters: [
          {
            path: "brokers.count",
            group: "brokers",
            parameter: { ...whole, label: "Brokers", unit: "persons", max: 20, start: 0 },
          },
          {
            path: "brokers.start",
            group: "brokers",
            parameter: { ...whole, label: "Programme begins", unit: "month", start: 6 },
          },
          {
            path: "brokers.end",
            group: "brokers",
            parameter: { ...whole, label: "Programme ends", unit: "month", start: 66 },
          },
          {
            path: "brokers.wage",
            group: "brokers",
            parameter: {
              kind: "number",
              label: "Cost of a broker",
              unit: "kUSD a month",
              min: 0,
              max: 50,
              step: 0.1,
              start: 1.4,
              ...meaning,
            },
          },
          {
            path: "sanctions.fines",
            group: "sanctions",
            parameter: { kind: "flag", label: "Fines", start: true, ...meaning },
          },
          {
            path: "phases.sequence",
            group: "phases",
            parameter: {
              kind: "choice",
              label: "Sequence",
              options: ["pilotFirst", "strategicFirst"],
              start: "pilotFirst",
              ...meaning,
            },
          },
          {
            path: "fees.schedule",
            group: "fees",
            parameter: {
              kind: "choice",
              label: "Fee",
              options: ["none", "flat", "rising"],
              start: "rising",
              ...meaning,
            },
          },
          {
            path: "region.trust",
            group: "region",
            parameter: {
              kind: "number",
              label: "Trust in strangers",
              unit: "0..1",
              min: 0,
              max: 1,
              step: 0.01,
              start: 0.25,
              ...meaning,
            },
          },
        ],
        measures: [],
        projects: [],
        mechanisms: [],
        scenarios: [
          { ...scenario, name: "honduras", title: "Honduras: eight consultants" },
          { ...scenario, name: "italian-district", title: "An Italian district" },
        ],
        evaluation: [],
      };
    },
    async open(request: OpenRequest): Promise<Reply<Opened>> {
      const { settings = {} } = request;
      if (typeof request.scenario === "string" && request.scenario !== "honduras") {
        const mend = "Did you mean honduras?";
        return {
          ok: false,
          problems: [{ path: "scenario", value: JSON.stringify(request.scenario), expected: "a scenario", mend }],
        };
      }
      const trust = settings["region.trust"] ?? 0.25;
      if (typeof trust !== "number" || trust > 1) {
        const problem = {
          path: "region.trust",
          value: String(trust),
          expected: "a number from 0 to 1",
          mend: "The most is 1.",
        };
        return { ok: false, problems: [problem] };
      }
      plans = makePlans(settings["brokers.count"] === 0 ? 0 : (options.networks ?? 36));
      opened = {
        product: "Distretto",
        version: "0.1.0",
        modelVersion: "1",
        scenario: "honduras",
        title: "Honduras: eight consultants",
        about: "",
        question: "Eight brokers, five years. What stays when they leave?",
        seed: String(settings["seed"] ?? "101"),
        months: 120,
        settings: {
          "brokers.count": 8,
          "brokers.start": 6,
          "brokers.end": 66,
          "brokers.wage": 1.4,
          "sanctions.fines": true,
          "phases.sequence": "pilotFirst",
          "fees.schedule": "rising",
          "region.trust": 0.25,
          ...settings,
        },
        changes: request.changes ?? [],
        regions: TOWNS.map((name, k) => ({ id: name, name, x: EAST[k], y: NORTH[k] })),
        sectors: TRADES.map((name) => ({ id: name, name })),
        ventures: [{ id: "generic", title: "Generic project" }],
        x,
        y,
        region,
        sector,
      };
      return { ok: true, value: opened };
    },
    async frame(month: number): Promise<Frame> {
      asked.push(month);
      await options.beforeFrame?.(month);
      return frameOf(month);
    },
    async story(month: number): Promise<Story> {
      const networks = plans
        .filter((plan) => plan.phases[0].from <= month)
        .map((plan) => ({
          row: plan.row,
          region: plan.region,
          sector: plan.sector,
          brokered: true,
          phases: plan.phases.filter(({ from }) => from <= month),
        }));
      const events = Array.from({ length: month + 1 }, (_, m) => happenings(m)).flat();
      const programme = [
        { kind: "brokers", from: 6, to: 66 },
        { kind: "fee", from: 12, to: 66 },
        { kind: "fines", from: 6, to: 120 },
      ] as const;
      return { month, networks, events, programme };
    },
    async union(): Promise<Union> {
      const starts = [0];
      for (const plan of plans) starts.push(starts[starts.length - 1] + plan.members.length);
      return { starts: Int32Array.from(starts), members: Int32Array.from(plans.flatMap((plan) => plan.members)) };
    },
    async series(month: number): Promise<Series> {
      const months = Array.from({ length: month + 1 }, (_, m) => m);
      const phases = months.map((m) =>
        [0, 1, 2, 3, 4].map((phase) => living(m).filter((plan) => phaseAt(plan, m) === phase).length),
      );
      return { months, measures: {}, phases };
    },
    async firm(firm: number, month: number): Promise<FirmCard> {
      const plan = living(month).find(({ members }) => members.includes(firm));
      return {
        firm,
        born: 0,
        number: Math.floor(firm / (TOWNS.length * TRADES.length)) + 1,
        region: region[firm],
        sector: sector[firm],
        workers: 6,
        sales: 4.2,
        network: plan?.row ?? -1,
        conduct: plan === undefined ? 1 : 2,
        trustInStrangers: 0.22,
        trustInFellows: plan === undefined ? null : 0.43,
        partners: [
          { firm: (firm + 6) % count, trust: 0.55, trustedBack: 0.4, idle: 2 },
          { firm: (firm + 12) % count, trust: 0.31, trustedBack: 0.28, idle: 11 },
        ],
        why: plan === undefined ? null : why(firm, month),
        history:
          plan === undefined
            ? []
            : [
                { month: plan.phases[0].from, kind: "saidYes", network: -1, amount: 0 },
                { month: plan.phases[0].from, kind: "joined", network: plan.row, amount: 0 },
              ],
      };
    },
    async network(row: number, month: number): Promise<NetworkCard> {
      const plan = plans.find((one) => one.row === row);
      if (plan === undefined) throw new Error(`no network ${row}`);
      return {
        row,
        region: plan.region,
        sector: plan.sector,
        phase: phaseAt(plan, month) ?? 0,
        since: plan.phases[0].from,
        members: plan.members,
        brokered: true,
        legal: false,
        rules: true,
        fund: 0,
        autonomy: 0.3,
        quality: 1,
        founded: plan.phases[0].from,
        project: "Generic project",
        broker: plan.broker,
        formerBroker: -1,
        brokerLeft: -1,
        feeShare: 0.2,
        levy: 0.002,
        fines: { seen: 2, fined: 1, paid: 0.4 },
        phases: plan.phases.filter(({ from }) => from <= month),
        net: {
          indicators: ["cohesion"],
          stages: ["promotion"],
          cells: [[0.5]],
          texts: [["Members trust each other."]],
          score: 0.5,
          others: [[0.25]],
          past: [{ month: 6, score: 0.5, indicators: [0.5] }],
        },
      };
    },
    async broker(broker: number, month: number): Promise<BrokerCard> {
      const cases = living(month)
        .filter((plan) => plan.broker === broker)
        .map(({ row, region, sector, phases }) => ({
          network: row,
          region,
          sector,
          phase: phaseAt(plans[row], month) ?? (0 as const),
          founded: phases[0].from,
          work: 1,
        }));
      return {
        broker,
        active: true,
        skill: 0.6,
        effectiveSkill: 0.6,
        generation: 1,
        trainedBy: -1,
        trained: [],
        helped: cases.length,
        capacity: 8,
        load: cases.length,
        work: 10,
        effort: 68,
        networks: cases,
        left: [],
      };
    },
    async watch(ids: readonly string[]) {
      watched.push(...ids);
      return [];
    },
    async file(kind: FileKind, month: number): Promise<string> {
      return `${kind} of month ${month}`;
    },
    async preview() {
      return { ok: false, problems: [] };
    },
    async document() {
      return undefined;
    },
    async hash(month: number): Promise<string> {
      return month.toString(16).padStart(16, "0");
    },
    async ping(): Promise<void> {},
  };
}
