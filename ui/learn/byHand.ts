import type { Act, Engine, Happening, Opened } from "../../sim/contract.ts";
import type { AnswerAct, LessonWorld, PayAct } from "./lesson.ts";
import type { Group, Invitation, Outcome, Round, Share } from "./state.ts";

/**
 * Playing by hand: the reader's answers are given to the engine as acts, and the world is played anew with them. Nothing
 * here is worked out on the page; what others do is what the model says they do.
 */

/** Invitations that are looked at before the world is given up. */
const MOST_LOOKED_AT = 60;
/** Members that make a group worth playing in, where there is one. */
const ENOUGH = 6;

async function open(
  engine: Engine,
  world: LessonWorld,
  seed: string | undefined,
  acts: readonly Act[],
): Promise<Opened> {
  const settings = seed === undefined ? world.settings : { ...world.settings, seed };
  const reply = await engine.open({ scenario: world.scenario, settings, acts });
  if (reply.ok) return reply.value;
  throw new Error(reply.problems.map(({ path, expected }) => `${path}: ${expected}`).join("; "));
}

function isVote({ kind }: Happening): boolean {
  return kind === "refused" || kind === "founded";
}

/** The first invitation of the wanted kind in this world. */
export async function findInvitation(
  engine: Engine,
  { world, by }: AnswerAct,
  seed: string | undefined,
): Promise<Invitation | null> {
  const { months } = await open(engine, world, seed, []);
  const votes = (await engine.story(months)).events.filter(isVote).toSorted((a, b) => a.month - b.month);
  for (const { firm, month, asked, needed } of votes.slice(0, MOST_LOOKED_AT)) {
    const { why } = await engine.firm(firm, month);
    if (why === null || why.month !== month) continue;
    const isFree = why.terms.every(({ id, value }) => id !== "search" || value === 0);
    const kind = why.brokered ? "broker" : isFree ? "buyer" : "firm";
    if (kind === by) return { firm, month, asked, needed, why };
  }
  return null;
}

/** What comes of the table when the firm answers so. */
export async function answerBy(
  engine: Engine,
  { world }: AnswerAct,
  seed: string | undefined,
  { firm, month }: Invitation,
  joins: boolean,
): Promise<Outcome> {
  await open(engine, world, seed, [{ month, firm, joins }]);
  const { events } = await engine.story(month);
  const vote = events.find((event) => isVote(event) && event.month === month && event.firm === firm);
  if (vote === undefined) return { joined: joins, began: false, yes: 0, asked: 0, needed: 0 };
  const { yes, asked, needed } = vote;
  return { joined: joins, began: vote.kind === "founded", yes, asked, needed };
}

/** A group whose first member the reader plays: the first of this world that is large enough and has time left. */
export async function findGroup(engine: Engine, act: PayAct, seed: string | undefined): Promise<Group | null> {
  const { months } = await open(engine, act.world, seed, []);
  const { events } = await engine.story(months);
  const last = months - act.rounds * act.months;
  const starts = events
    .filter(({ kind, month }) => kind === "started" && month <= last)
    .toSorted((a, b) => a.month - b.month);
  let best: Group | null = null;
  for (const { network, month } of starts.slice(0, MOST_LOOKED_AT)) {
    const { members } = await engine.network(network, month);
    if (best !== null && members.length <= best.members.length) continue;
    best = { network, members, month, trust: await trustIn(engine, members, month) };
    if (members.length >= ENOUGH) return best;
  }
  return best;
}

/** Mean trust of the others in the first member. */
async function trustIn(engine: Engine, members: readonly number[], month: number): Promise<number> {
  const { partners } = await engine.firm(members[0], month);
  const fellows = partners.filter(({ firm }) => members.includes(firm));
  return fellows.reduce((sum, { trustedBack }) => sum + trustedBack, 0) / Math.max(1, fellows.length);
}

/** The last round, when the reader has paid or skipped as chosen in each. */
export async function playRound(
  engine: Engine,
  act: PayAct,
  seed: string | undefined,
  group: Group,
  choices: readonly boolean[],
): Promise<Round> {
  const { members, network } = group;
  const acts = choices.map((pays, k) => ({
    month: group.month + 1 + k * act.months,
    firm: members[0],
    joins: true,
    pays,
  }));
  await open(engine, act.world, seed, acts);
  const month = group.month + choices.length * act.months;
  const frame = await engine.frame(month);
  const shares = members.map<Share>((firm) => {
    if (frame.network[firm] !== network) return "left";
    return frame.conduct[firm] === 3 ? "skipped" : "paid";
  });
  return { month, shares, trust: await trustIn(engine, members, month) };
}
