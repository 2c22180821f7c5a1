import type { HappeningKind, Opened, Phase } from "../../sim/contract.ts";
import { text } from "../i18n/text.ts";
import { phaseLetters, phaseName, placeName } from "../names.ts";
import type { StageWords } from "./tags.ts";
import { NUMBER, PHASE } from "./tags.ts";

const PHASES: readonly Phase[] = [0, 1, 2, 3, 4, 5];
/** Events that are told at the network they happen to. */
const TOLD = [
  "founded",
  "started",
  "strategic",
  "selfManaged",
  "dormant",
  "woke",
  "dissolved",
  "recruited",
  "left",
  "expelled",
] as const satisfies readonly HappeningKind[];
const MOST_BROKERS = 64;

export function stageWords(opened: Opened | undefined): StageWords {
  return {
    towns: opened?.regions.map((_, region) => placeName(opened, region)) ?? [],
    phases: PHASES.map(phaseName),
    letters: phaseLetters(),
    tag: text("stage.tag", { number: NUMBER, phase: PHASE }),
    // The first one is the generic project, which says nothing.
    ventures: opened?.ventures.map((venture, row) => (row === 0 ? "" : venture.title)) ?? [],
    events: Object.fromEntries(TOLD.map((kind) => [kind, text(`stage.event.${kind}`)])),
    refused: text("stage.event.refused", { yes: NUMBER, asked: PHASE }),
    broker: text("stage.broker"),
    brokerLeft: text("stage.brokerLeft"),
    seeking: Array.from({ length: MOST_BROKERS + 1 }, (_, count) => text("stage.seeking", { count })),
    buyer: text("stage.buyer"),
    buyerLeft: text("stage.buyerLeft"),
    ports: [text("stage.port.neighbour"), text("stage.port.world")],
  };
}
