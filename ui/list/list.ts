import type { FirmCard, Frame, NetworkCard, Opened, Phase } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { figure, percent, text } from "../i18n/text.ts";
import type { Key } from "../i18n/text.ts";
import { capital, firmName, networkNumber, phaseName, placeName, tradeName } from "../names.ts";
import { element } from "../parts/element.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import { soon } from "../parts/soon.ts";
import type { Store } from "../store.ts";

/** The facts of the stage as tables: for screen readers, and for everyone who wants figures. */
export function list(store: Store, app: App, isOpen: () => boolean): { root: HTMLElement; draw: () => void } {
  const root = element("section", { class: "list", attributes: { "aria-labelledby": "list-heading" } });
  const draw = (): void => {
    const { world, frame, network, unfolded } = store.state;
    if (world === null || frame === null || !isOpen()) return;
    const { opened } = world;
    const parts = [
      element("h2", { class: "small-heading", attributes: { id: "list-heading" } }, text("list.heading")),
      networkTable(frame, opened, unfolded, app, network),
      townTable(frame, opened),
    ];
    keepFocus(root, () => root.replaceChildren(...parts));
  };
  store.watch(({ world, frame, network, unfolded }) => [world, frame, network, unfolded], soon(draw));
  return { root, draw };
}

const FIGURES: ReadonlySet<Key> = new Set<Key>([
  "list.column.members",
  "list.column.contribute",
  "list.member.column.workers",
  "list.member.column.trust",
]);

function headings(...keys: readonly Key[]): HTMLElement {
  const cells = keys.map((key) =>
    element("th", { class: FIGURES.has(key) ? "figure" : "", attributes: { scope: "col" } }, text(key)),
  );
  return element("thead", {}, element("tr", {}, ...cells));
}

function networkTable(
  frame: Frame,
  opened: Opened,
  unfolded: number | null,
  app: App,
  read: { card: NetworkCard; members: readonly FirmCard[] } | null,
): HTMLElement {
  const { networks, month } = frame;
  const caption = text(networks.row.length === 0 ? "list.networks.none" : "list.networks", { month });
  const giving = new Map<number, number>();
  frame.network.forEach((row, i) => {
    if (row >= 0 && frame.conduct[i] === 2) giving.set(row, (giving.get(row) ?? 0) + 1);
  });
  const rows = Array.from(networks.row, (row, k) => {
    const isOpen = row === unfolded;
    const button = element(
      "button",
      {
        class: "link-button",
        attributes: {
          type: "button",
          "data-key": `network ${row}`,
          "aria-expanded": String(isOpen),
          "aria-label": text(isOpen ? "list.members.hide" : "list.members.show", { network: networkNumber(row) }),
        },
        on: { click: () => app.unfold(isOpen ? null : row) },
      },
      figure(networkNumber(row)),
    );
    const line = element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, button),
      element("td", {}, placeName(opened, networks.region[k])),
      element("td", {}, tradeName(opened, networks.sector[k])),
      element("td", {}, phaseName(networks.phase[k] as Phase)),
      element("td", { class: "figure" }, figure(networks.size[k])),
      element("td", { class: "figure" }, figure(giving.get(row) ?? 0)),
      element("td", {}, brokerWords(networks.broker[k], networks.formerBroker[k])),
    );
    return isOpen ? [line, membersRow(row, read, opened, app)] : [line];
  });
  return element(
    "table",
    { class: "table" },
    element("caption", {}, caption),
    headings(
      "list.column.network",
      "list.column.place",
      "list.column.trade",
      "list.column.phase",
      "list.column.members",
      "list.column.contribute",
      "list.column.broker",
    ),
    element("tbody", {}, ...rows.flat()),
  );
}

function brokerWords(broker: number, former: number): string {
  if (broker >= 0) return text("list.broker.at", { number: broker + 1 });
  return former >= 0 ? text("list.broker.left", { number: former + 1 }) : text("list.broker.none");
}

function membersRow(
  row: number,
  read: { card: NetworkCard; members: readonly FirmCard[] } | null,
  opened: Opened,
  app: App,
): HTMLElement {
  const cell = element("td", { class: "members", attributes: { colspan: 7 } });
  if (read === null || read.card.row !== row) cell.append(text("list.loading"));
  else cell.append(networkFacts(read.card), membersTable(read.card, read.members, opened, app));
  return element("tr", {}, cell);
}

function networkFacts({ legal, rules, fund, autonomy }: NetworkCard): HTMLElement {
  const facts = {
    legal: legal ? "yes" : "no",
    rules: rules ? "yes" : "no",
    fund: figure(fund, 1),
    autonomy: percent(autonomy),
  };
  return element("p", {}, text("list.network.facts", facts));
}

function membersTable(card: NetworkCard, members: readonly FirmCard[], opened: Opened, app: App): HTMLElement {
  const rows = members.map((firm) =>
    element(
      "tr",
      {},
      element(
        "th",
        { attributes: { scope: "row" } },
        element(
          "button",
          {
            class: "link-button",
            attributes: { type: "button", "data-key": `firm ${firm.firm}` },
            on: { click: () => app.focus(firm.firm) },
          },
          firmName(firm, opened),
        ),
      ),
      element("td", { class: "figure" }, figure(firm.workers)),
      element("td", {}, text(`why.conduct.${firm.conduct}`)),
      element(
        "td",
        { class: "figure" },
        firm.trustInFellows === null ? text("number.none") : figure(firm.trustInFellows, 2),
      ),
    ),
  );
  return element(
    "table",
    { class: "table" },
    element("caption", { class: "aside-spoken" }, text("list.members", { network: networkNumber(card.row) })),
    headings(
      "list.member.column.firm",
      "list.member.column.workers",
      "list.member.column.conduct",
      "list.member.column.trust",
    ),
    element("tbody", {}, ...rows),
  );
}

/** Firms of every town by what they do. */
function townTable(frame: Frame, opened: Opened): HTMLElement {
  const counts = opened.regions.map(() => [0, 0, 0, 0]);
  frame.conduct.forEach((conduct, i) => (counts[opened.region[i]][conduct] += 1));
  const rows = opened.regions.map((region, k) => {
    const [, idle, contributes, freeRides] = counts[k];
    return element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, region.name),
      ...[idle + contributes + freeRides, contributes, freeRides, idle].map((count) =>
        element("td", { class: "figure" }, figure(count)),
      ),
    );
  });
  const conducts = ["why.conduct.2", "why.conduct.3", "why.conduct.1"] as const;
  return element(
    "table",
    { class: "table" },
    element("caption", {}, text("list.towns")),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...(["list.town.column.town", "list.town.column.firms", ...conducts] as const).map((name, k) =>
          element("th", { class: k > 0 ? "figure" : "", attributes: { scope: "col" } }, capital(text(name))),
        ),
      ),
    ),
    element("tbody", {}, ...rows),
  );
}
