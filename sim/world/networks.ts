import { f64, i16, i32, u32, u8 } from "../kernel/columns.ts";
import type { World } from "./world.ts";

/** Phases of a network, in the words of the UNIDO programme. Rows are never used twice, so they tell the history. */
export const PLANNING = 0;
export const PILOT = 1;
export const STRATEGIC = 2;
export const SELF_MANAGED = 3;
export const DORMANT = 4;
export const DISSOLVED = 5;

/** The project a network runs. */
export const NO_PROJECT = 0;
export const PILOT_PROJECT = 1;
export const STRATEGIC_PROJECT = 2;

/** A group of firms with a joint project (not a cluster, which is a concentration of firms). */
export const networkColumns = {
  founderHigh: u32({
    unit: "key",
    doc: "Birth key of the founder, upper word; founder and month identify the network.",
  }),
  founderLow: u32({ unit: "key", doc: "Birth key of the founder, lower word." }),
  founded: i16({ unit: "month", doc: "Month in which its members agreed." }),
  region: u8({ unit: "row", doc: "Region of the founder." }),
  sector: u8({ unit: "row", doc: "Sector of the founder." }),
  phase: u8({ unit: "code", doc: "Planning 0, pilot 1, strategic 2, self-managed 3, dormant 4, dissolved 5." }),
  phaseSince: i16({ unit: "month", doc: "Month in which the phase began." }),
  project: u8({ unit: "code", doc: "None 0, pilot 1, strategic 2." }),
  projectSince: i16({ unit: "month", doc: "Month in which the project began.", start: -1 }),
  size: u8({ unit: "firms", doc: "Members; they fill so many seats." }),
  promise: f64({ unit: "multiple", doc: "Quality of the project that was expected, from broker and complementarity." }),
  quality: f64({ unit: "multiple", doc: "Quality Q of the project, seen once it runs." }),
  broker: i16({ unit: "row", doc: "Broker who assists it, or -1.", start: -1 }),
  formerBroker: i16({ unit: "row", doc: "Broker who assisted it and has left, or -1.", start: -1 }),
  led: u8({ unit: "0/1", doc: "Whether a broker leads or ever led it." }),
  rules: u8({ unit: "0/1", doc: "Whether it has agreed on rules." }),
  legal: u8({ unit: "0/1", doc: "Whether it has legal status." }),
  autonomy: f64({ unit: "0..1", doc: "What it has learnt of managing itself, m." }),
  feeShare: f64({ unit: "share of cost", doc: "Share of the broker's cost that its members pay." }),
  levy: f64({ unit: "share of sales", doc: "That fee as a share of the members' sales." }),
  manager: u8({ unit: "0/1", doc: "Whether it has hired a manager." }),
  leader: i32({ unit: "row", doc: "Member who leads it, or -1.", start: -1 }),
  leaderSince: i16({ unit: "month", doc: "Month in which the leader was chosen; -1 before.", start: -1 }),
  weakest: u8({
    unit: "code",
    doc: "Where its broker's hours go: an indicator of NET, counted from 1; 0 as the broker thinks fit.",
  }),
  venture: u8({ unit: "row", doc: "What it does together: a row of the catalogue of projects." }),
  yield: f64({ unit: "multiple", doc: "How well its project works out this month, against what is stated.", start: 1 }),
  inputPrice: f64({ unit: "start = 1", doc: "Price of the inputs that its members buy together.", start: 1 }),
  revolving: u8({ unit: "0/1", doc: "Whether its members keep a revolving fund." }),
  loan: f64({ unit: "kUSD", doc: "What it still owes of a joint loan." }),
  buyer: i16({ unit: "row", doc: "Lead firm that the network supplies, or -1.", start: -1 }),
  fund: f64({ unit: "kUSD", doc: "Common fund, filled by fines." }),
  losing: u8({ unit: "months", doc: "Months in a row with no benefit to its members on average." }),
  started: i16({ unit: "month", doc: "Month of the first project; -1 before.", start: -1 }),
  startSize: u8({ unit: "firms", doc: "Members when the first project began." }),
  brokerLeft: i16({ unit: "month", doc: "Month in which its broker left; -1 before.", start: -1 }),
  asleepWhenLeft: u8({ unit: "0/1", doc: "Whether it was dormant or ended when its broker left." }),
  ended: i16({ unit: "month", doc: "Month of its end; -1 while it lives.", start: -1 }),
} as const;

/** Seats of a network: its members fill the first `networks.size[g]` of the row's slots. */
export const seatColumns = {
  member: i32({ unit: "row", doc: "A member; -1 where the seat is free.", start: -1 }),
} as const;

/** Whether a network runs a project. */
export function isRunning(world: World, g: number): boolean {
  return world.networks.project[g] !== NO_PROJECT;
}

/** Puts a firm on the next free seat; the caller has made sure there is one. */
export function seat(world: World, g: number, i: number): void {
  const { networks, seats, firms } = world;
  seats.member[g * seats.width + networks.size[g]] = i;
  networks.size[g] += 1;
  firms.network[i] = g;
  firms.joined[i] = world.month;
  firms.contribution[i] = 0;
  firms.benefit[i] = 0;
  firms.smoothed[i] = 0;
}

/** A member leaves its network: the seats behind move up, so that members stay in order of joining. */
export function unseat(world: World, i: number): void {
  const { networks, seats, firms } = world;
  const g = firms.network[i];
  const start = g * seats.width;
  const end = start + networks.size[g];
  let at = start;
  while (seats.member[at] !== i) at += 1;
  seats.member.copyWithin(at, at + 1, end);
  seats.member[end - 1] = -1;
  networks.size[g] -= 1;
  firms.network[i] = -1;
  firms.joined[i] = -1;
  firms.contribution[i] = 0;
  firms.fine[i] = 0;
  firms.caught[i] = -1;
  firms.benefit[i] = 0;
  firms.smoothed[i] = 0;
}

/** A network enters a phase this month. */
export function enter(world: World, g: number, phase: number): void {
  world.networks.phase[g] = phase;
  world.networks.phaseSince[g] = world.month;
}

/** A network ends; its members are free again. */
export function dissolve(world: World, g: number): void {
  const { networks, seats } = world;
  while (networks.size[g] > 0) unseat(world, seats.member[g * seats.width + networks.size[g] - 1]);
  enter(world, g, DISSOLVED);
  networks.project[g] = NO_PROJECT;
  networks.ended[g] = world.month;
}

/** The broker leaves a network; it is remembered whether it still worked then. */
export function loseBroker(world: World, g: number): void {
  const { networks } = world;
  networks.formerBroker[g] = networks.broker[g];
  networks.broker[g] = -1;
  networks.brokerLeft[g] = world.month;
  networks.asleepWhenLeft[g] = networks.phase[g] === DORMANT || networks.phase[g] === DISSOLVED ? 1 : 0;
}
