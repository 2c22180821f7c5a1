import type { Value } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { Declared } from "./parameters.ts";
import { pathOf } from "./parameters.ts";
import type { ScenarioDocument } from "./schema.ts";

/**
 * A scenario's lists in plain words, as settings: `{"use": "serviceCentres", "start": 12, "settings": {"fee": 0.1}}` is
 * `serviceCentres.on`, `.start` and `.fee`; `{"event": "government", "month": 60}` is `government.month`.
 */
type Entry = readonly [path: string, value: Value];

/** Names under which an event's month is declared. */
const MONTHS_OF_EVENTS = ["month", "exit"];

interface Reader {
  readonly declared: ReadonlyMap<string, Declared>;
  readonly problems: Problem[];
  readonly entries: Entry[];
}

function groupsOf(declared: ReadonlyMap<string, Declared>): string[] {
  return [...new Set([...declared.values()].map(({ group }) => group))];
}

/** Whether a name is that of a group of settings; a problem where it is not. */
function isKnown({ problems }: Reader, path: string, group: string, known: readonly string[]): boolean {
  if (known.includes(group)) return true;
  const expected = `one of ${known.slice(0, 20).join(", ")}${known.length > 20 ? ", ..." : ""}`;
  problems.push({ path, value: shown(group), expected, mend: didYouMean(group, known, "Leave the entry out.") });
  return false;
}

/** Adds one setting of a group, or the problem that it has none of that name. */
function put({ declared, problems, entries }: Reader, at: string, group: string, name: string, value: Value): void {
  const path = pathOf(group, name);
  if (declared.has(path)) {
    entries.push([path, value]);
    return;
  }
  const names = [...declared.values()].filter((each) => each.group === group).map((each) => each.name);
  const mend = didYouMean(name, names, "Leave it out.");
  problems.push({ path: at, value: shown(name), expected: `a setting of ${group}: ${names.join(", ")}`, mend });
}

function readUses(reader: Reader, list: "programme" | "institutions", document: ScenarioDocument): void {
  const known = groupsOf(reader.declared);
  (document[list] ?? []).forEach(({ use, start, end, settings }, at) => {
    const path = `/${list}/${at}`;
    if (!isKnown(reader, `${path}/use`, use, known)) return;
    if (reader.declared.has(pathOf(use, "on"))) reader.entries.push([pathOf(use, "on"), true]);
    if (start !== undefined) put(reader, `${path}/start`, use, "start", start);
    if (end !== undefined) put(reader, `${path}/end`, use, "end", end);
    for (const [name, value] of Object.entries(settings ?? {})) {
      put(reader, `${path}/settings/${name}`, use, name, value);
    }
  });
}

function readEvents(reader: Reader, document: ScenarioDocument): void {
  const { declared } = reader;
  const monthOf = (group: string) => MONTHS_OF_EVENTS.find((name) => declared.has(pathOf(group, name)));
  const known = groupsOf(declared).filter((group) => monthOf(group) !== undefined);
  (document.events ?? []).forEach(({ event, month, settings }, at) => {
    const path = `/events/${at}`;
    if (!isKnown(reader, `${path}/event`, event, known)) return;
    reader.entries.push([pathOf(event, monthOf(event) as string), month]);
    for (const [name, value] of Object.entries(settings ?? {})) {
      put(reader, `${path}/settings/${name}`, event, name, value);
    }
  });
}

/** The settings that a document's programme, institutions and events stand for; its own settings go before them. */
export function settingsOfEntries(
  document: ScenarioDocument,
  declared: ReadonlyMap<string, Declared>,
  problems: Problem[],
): readonly Entry[] {
  const reader: Reader = { declared, problems, entries: [] };
  readUses(reader, "programme", document);
  readUses(reader, "institutions", document);
  readEvents(reader, document);
  return reader.entries;
}
