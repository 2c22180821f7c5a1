import { expect, test } from "vitest";
import type { HappeningKind, Opened } from "../../sim/contract.ts";
import { eventSentence, monthSentence } from "../../ui/sentence.ts";
import { fakeEngine } from "./fakeEngine.ts";

const KINDS: Readonly<Record<HappeningKind, RegExp>> = {
  refused: /^Metal firms in Choluteca were asked .* 3 of 12 said yes, 5 were needed/,
  founded: /^Network 8 forms in Choluteca, Metal: 3 of 12/,
  started: /^Network 8 in Choluteca starts/,
  strategic: /^Network 8 in Choluteca goes on to a strategic project: all 3 members/,
  selfManaged: /^Network 8 in Choluteca manages itself/,
  dormant: /^Network 8 in Choluteca falls asleep/,
  woke: /^Network 8 in Choluteca wakes: 3 of 12/,
  dissolved: /^Network 8 in Choluteca has come to its end/,
  recruited: /^Network 8 in Choluteca takes in/,
  left: /^A firm leaves network 8 in Choluteca/,
  expelled: /^Network 8 in Choluteca expels/,
  brokersCame: /^The brokers have come/,
  brokersLeft: /^The brokers leave/,
  governmentChanged: /^The government has changed/,
  buyersLeft: /^The large buyers have left/,
  wentAbroad: /^A firm in Choluteca, Metal, begins to sell abroad/,
  listed: /^A lead firm in Choluteca, Metal, sells its shares/,
  brandHurt: /^A firm in Choluteca, Metal, delivers a defect/,
};

async function open(): Promise<Opened> {
  const reply = await fakeEngine().open({ scenario: "honduras" });
  if (!reply.ok) throw new Error("not open");
  return reply.value;
}

test("every kind of event is one plain sentence", async () => {
  const opened = await open();
  for (const kind of Object.keys(KINDS) as HappeningKind[]) {
    const event = { month: 9, kind, network: 7, firm: 1, yes: 3, asked: 12, needed: 5, region: 2, sector: 0 };
    const words = eventSentence(event, opened);
    expect(words).toMatch(KINDS[kind]);
    expect(words).toMatch(/\.$/);
    expect(words).not.toMatch(/[{}]|undefined|NaN/);
  }
});

test("the month says its most telling event, or that nothing happened", async () => {
  const engine = fakeEngine();
  const reply = await engine.open({ scenario: "honduras" });
  if (!reply.ok) throw new Error("not open");
  const start = await engine.frame(0);
  expect(monthSentence(start, reply.value)).toBe("1,500 firms in 6 towns. Nobody works together yet.");
  const quiet = { ...(await engine.frame(40)), events: [] };
  expect(monthSentence(quiet, reply.value)).toMatch(/^A quiet month. \d+ networks are at work\.$/);
  const founded = await engine.frame(7);
  expect(monthSentence(founded, reply.value)).toMatch(/^Network 1 forms in /);
});
