import { f32, f64, i16, i32, u32, u8 } from "../kernel/columns.ts";

/** What a firm does of its own accord in a joint project (Fischbacher, Gaechter & Fehr 2001). */
export const CONDITIONAL = 0;
export const FREE_RIDER = 1;
export const HUMP_SHAPED = 2;
export const OTHER = 3;

/** An SME. Money is in kUSD of constant value; a month is the step. */
export const firmColumns = {
  keyHigh: u32({ unit: "key", doc: "Birth identity, upper word: region, sector and month of birth." }),
  keyLow: u32({ unit: "key", doc: "Birth identity, lower word: ordinal among those born there then." }),
  alive: u8({ unit: "0/1", doc: "Whether the firm is in business; a vacant row is filled next month.", start: 1 }),
  born: i16({ unit: "month", doc: "Month of entry; 0 for those there at the start." }),
  x: f32({ unit: "km", doc: "Place, east." }),
  y: f32({ unit: "km", doc: "Place, north." }),
  region: u8({ unit: "row", doc: "Region." }),
  sector: u8({ unit: "row", doc: "Sector." }),
  type: u8({ unit: "code", doc: "Conditional co-operator 0, free rider 1, hump-shaped 2, other 3." }),
  position: f32({
    unit: "0..1",
    doc: "Cognitive position; the distance between two firms is the absolute difference.",
  }),
  openness: f32({ unit: "0..1", doc: "Openness to learning." }),
  workers: f64({ unit: "persons", doc: "Workers L." }),
  assets: f64({ unit: "kUSD", doc: "Fixed assets K." }),
  sales: f64({ unit: "kUSD a month", doc: "Sales S." }),
  waiting: u8({
    unit: "months",
    doc: "Months it has waited at the service centre, this one among them; 0 not at all.",
  }),
  cash: f32({ unit: "kUSD", doc: "Money at hand beyond what every firm has." }),
  baseSales: f64({ unit: "kUSD a month", doc: "Sales at average productivity and demand, S0." }),
  productivity: f64({ unit: "log", doc: "Log productivity a." }),
  baseProductivity: f64({ unit: "log", doc: "Log productivity a0 to which the firm returns without effort." }),
  luck: f64({ unit: "log", doc: "Good and bad months e, an autoregressive process." }),
  belief: f64({ unit: "0..1", doc: "Share of the others that the firm expects to contribute, E." }),
  strangersFor: f64({ unit: "observations", doc: "Evidence that strangers keep their word, p_i." }),
  strangersAgainst: f64({ unit: "observations", doc: "Evidence that strangers break it, q_i." }),
  network: i32({ unit: "row", doc: "Network the firm belongs to, or -1.", start: -1 }),
  joined: i16({ unit: "month", doc: "Month of joining its network; -1 outside.", start: -1 }),
  contribution: f64({ unit: "0..1", doc: "Share of a full contribution given this month." }),
  fine: f64({ unit: "share of sales", doc: "Fine paid this month." }),
  caught: i16({
    unit: "month",
    doc: "Last month in which it was seen to contribute less than half; -1 never.",
    start: -1,
  }),
  benefit: f64({ unit: "share of sales", doc: "Net benefit of membership this month, u." }),
  smoothed: f64({ unit: "share of sales", doc: "Net benefit, smoothed over months." }),
  stage: u8({ unit: "code", doc: "Stage in the value chain: input 0, make 1, finish 2, trade 3." }),
  knowledge: f32({ unit: "0..1", doc: "Knowledge k of the trade." }),
  quality: f32({ unit: "0..1", doc: "Quality q of what it makes." }),
  foreignSkill: f32({ unit: "0..1", doc: "Skill for work abroad: languages, papers, people." }),
  outside: f32({ unit: "share of ties", doc: "Share of its ties that go outside the clusters." }),
  exportStage: u8({ unit: "code", doc: "None 0, through an agent 1, own branch 2, production abroad 3." }),
  market: u8({ unit: "code", doc: "Furthest market: local 0, national 1, neighbouring country 2, the world 3." }),
  exportSince: i16({
    unit: "month",
    doc: "Month in which it first went abroad in its present spell; -1 at home.",
    start: -1,
  }),
  exports: f64({ unit: "kUSD a month", doc: "Sales abroad." }),
  listed: u8({ unit: "0/1", doc: "Whether its shares are traded abroad." }),
  buyer: i16({ unit: "row", doc: "Lead firm that it supplies, or -1.", start: -1 }),
  orders: f64({ unit: "kUSD a month", doc: "Sales to its lead firm." }),
  degree: u8({ unit: "ties", doc: "Firms that it knows; its ties fill so many slots." }),
} as const;

/** Birth key, upper word. */
export function birthKey(region: number, sector: number, month: number): number {
  return ((region << 24) | (sector << 16) | month) >>> 0;
}
