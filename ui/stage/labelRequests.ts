import type { BrokerMark } from "./brokers.ts";
import { discPlaces, focusPlaces, insidePlaces, markPlaces, tagPlaces, townPlaces } from "./candidates.ts";
import type { EventMark } from "./happenings.ts";
import type { LabelRequest } from "./labels.ts";
import type { Outline } from "./outlines.ts";
import type { BuyerMark, PortMark } from "./outside.ts";
import type { Setting, Wish } from "./scene.ts";
import { shortTagOf, tagOf } from "./tags.ts";
import type { TownSign } from "./townSigns.ts";

interface Marks {
  readonly outlines: readonly Outline[];
  readonly brokers: readonly BrokerMark[];
  readonly buyers: readonly BuyerMark[];
  readonly ports: readonly PortMark[];
  readonly events: readonly EventMark[];
  readonly towns: readonly TownSign[];
  readonly wish: Wish;
}

/** A tag that would cover this much is left out; the list and the pointer still tell it. */
const LIMIT = 260;
/** The sentence tells what happened anyway. */
const EVENT_LIMIT = 110;
/** From this zoom on there is room for words on a phone. */
export const NEAR = 1.5;
/** From this zoom on tags say what a network does together. */
const NEARER = 1.9;

/** All labels in the order in which they choose: brokers, buyers, ports, focus, towns, then tags. */
export function labelRequests(setting: Setting, marks: Marks): LabelRequest[] {
  return [
    ...brokerRequests(setting, marks),
    ...outsideRequests(setting, marks),
    ...focusRequest(setting, marks),
    ...townRequests(setting, marks),
    ...tagRequests(setting, marks),
  ];
}

function brokerRequests({ signs, words, measure }: Setting, { brokers }: Marks): LabelRequest[] {
  const requests: LabelRequest[] = [];
  const name = (mark: BrokerMark | undefined, id: string, label: string): void => {
    if (mark === undefined) return;
    const candidates = markPlaces(measure([label], "broker"), mark, signs.broker);
    requests.push({ id, kind: "broker", candidates, limit: LIMIT });
  };
  if (signs.words) {
    const one = (state: BrokerMark["state"]) => brokers.find((broker) => broker.state === state);
    name(one("serving"), "broker", words.broker);
    name(one("left"), "broker left", words.brokerLeft);
  }
  const seeking = brokers.filter(({ state }) => state === "seeking");
  name(seeking[seeking.length - 1], "seeking", words.seeking[Math.min(seeking.length, words.seeking.length - 1)]);
  return requests;
}

function outsideRequests({ signs, words, measure, size }: Setting, { buyers, ports }: Marks): LabelRequest[] {
  const named = [buyers.find(({ isThere }) => isThere) ?? null, buyers.find(({ isThere }) => !isThere) ?? null].flatMap(
    (mark) => (mark === null ? [] : [mark]),
  );
  return [
    ...named.map((mark) => ({
      id: `buyer ${mark.row}`,
      kind: "outside" as const,
      candidates: markPlaces(measure([mark.isThere ? words.buyer : words.buyerLeft], "outside"), mark, signs.buyer / 2),
      limit: LIMIT,
    })),
    ...ports.map((mark) => ({
      id: `port ${mark.market} ${mark.x > size.width / 2 ? "right" : "left"} ${mark.y > size.height / 2 ? "foot" : "head"}`,
      kind: "outside" as const,
      candidates: insidePlaces(measure([words.ports[mark.market - 1]], "outside"), mark, size, signs.port),
      limit: LIMIT,
    })),
  ];
}

function focusRequest({ at, measure, signs }: Setting, { wish: { focus } }: Marks): LabelRequest[] {
  if (focus === null || focus.lines.length === 0) return [];
  const point = { x: at[2 * focus.firm], y: at[2 * focus.firm + 1] };
  const candidates = focusPlaces(measure(focus.lines, "focus"), point, signs.firm[2] + 4.5);
  return [{ id: "focus", kind: "focus", candidates, limit: Infinity }];
}

function townRequests({ places, camera, signs, words, measure, detail }: Setting, { towns }: Marks): LabelRequest[] {
  if (detail === "towns") {
    return towns.map((town) => {
      const counts = town.phases.flatMap((count, phase) => (count > 0 ? [`${count} ${words.letters[phase]}`] : []));
      const lines = [words.towns[town.region], ...(counts.length > 0 ? [counts.join("  ")] : [])];
      const candidates = discPlaces(measure(lines, "town"), town);
      return { id: `town ${town.region}`, kind: "town", candidates, limit: Infinity };
    });
  }
  if (!signs.towns && camera.zoom <= NEAR) return [];
  return places.towns.map((town, k) => {
    const candidates = townPlaces(measure([words.towns[k] ?? ""], "town"), town, camera);
    return { id: `town ${k}`, kind: "town", candidates, limit: Infinity };
  });
}

function tagRequests(setting: Setting, { outlines, events, wish }: Marks): LabelRequest[] {
  const { camera, signs, detail, words, measure } = setting;
  if (detail === "towns" || wish.contrast !== null) return [];
  const wordy = detail !== "few" && (signs.words || camera.zoom > NEAR);
  const happened = new Map(events.map(({ row, words: said }) => [row, said]));
  const tags = outlines.map((outline): LabelRequest => {
    const { row, phase, venture, isRunning } = outline;
    const short = measure([shortTagOf(words, row, phase)], "tag");
    const plain = measure([tagOf(words, row, phase)], "tag");
    const what = isRunning && camera.zoom >= NEARER ? (words.ventures[venture] ?? "") : "";
    const said = happened.get(row) ?? (what === "" ? [] : [what]);
    const full = wordy && said.length > 0 ? measure([tagOf(words, row, phase), ...said], "tag") : null;
    const forms = wordy ? [...(full === null ? [] : [full]), plain, short] : [short];
    return { id: `tag ${row}`, kind: "tag", candidates: tagPlaces(forms, outline), limit: LIMIT };
  });
  const alone = events
    .filter(({ row }) => row < 0 && wordy)
    .map((event): LabelRequest => {
      const candidates = markPlaces(measure(event.words, "event"), event, 6);
      return { id: event.id, kind: "event", candidates, limit: EVENT_LIMIT };
    });
  // What happened this month is said before the tags of what stands.
  const isNews = ({ id }: LabelRequest): boolean => happened.has(Number(id.slice(4)));
  return [...alone, ...tags.filter(isNews), ...tags.filter((tag) => !isNews(tag))];
}
