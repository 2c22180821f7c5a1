import type { Opened, Story } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import { miniStrip } from "../charts/miniStrip.ts";
import type { Course } from "../charts/phaseStrip.ts";
import { phaseStrip } from "../charts/phaseStrip.ts";
import type { ProgrammeBar } from "../charts/programmeBars.ts";
import { programmeBars } from "../charts/programmeBars.ts";
import type { TimeScale } from "../charts/timeScale.ts";
import { xOf } from "../charts/timeScale.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { networkNumber, phaseLetters, phaseName, placeName, tradeName } from "../names.ts";
import { element, say, setAttribute } from "../parts/element.ts";
import { soon } from "../parts/soon.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import type { Row } from "./timelineRows.ts";
import { eventMonths, latestFirst } from "./timelineRows.ts";

const SHOWN = 7;
const KINDS = ["brokers", "fee", "fines"] as const;
const MINI_ROOM = 54;
/** Heights of the axis and of a row, px; a projector shows fewer and larger. */
const SMALL = { axis: 24, row: 16 };
const LARGE = { axis: 32, row: 26 };

/** Month axis with scrub, programme bars, events, and the phase strip. */
export function timeline(store: Store, app: App): HTMLElement {
  const scrub = element("input", {
    class: "scrub",
    attributes: { type: "range", min: 0, step: 1, "aria-label": text("timeline.scrub") },
    on: { input: () => app.go(scrub.valueAsNumber) },
  });
  const flag = element("div", { class: "flag", attributes: { "aria-hidden": "true" } });
  const programme = element("div", { class: "plot programme-plot" });
  const strip = element("div", { class: "plot" });
  const mini = element("div", { class: "mini-plot" });
  const miniWords = element("span", { class: "mini-words" });
  const names = element("ol", { class: "strip-names" });
  const notYet = element("span", { class: "not-yet", attributes: { "aria-hidden": "true" } }, text("timeline.notYet"));
  const courses = element(
    "div",
    { class: "strip", attributes: { role: "group", "aria-label": text("timeline.courses") } },
    names,
    element("div", { class: "plot-box" }, strip, notYet),
  );
  const foot = element("span", { class: "strip-count" });
  const all = element("button", {
    class: "link-button",
    attributes: { type: "button" },
    on: { click: () => app.showAllNetworks(!store.state.allNetworks) },
  });
  const ruler = element("div", { class: "scrub-box" }, scrub, flag);
  const labels = [...KINDS, "events"] as const;
  const root = element(
    "section",
    { class: "timeline", attributes: { "aria-label": text("timeline.label") } },
    element(
      "div",
      { class: "timeline-head" },
      element(
        "div",
        { class: "timeline-names" },
        element("span", { class: "timeline-name-axis" }, text("timeline.month")),
        ...labels.map((name) =>
          element("span", { class: `timeline-name timeline-name-${name}` }, text(`timeline.${name}`)),
        ),
      ),
      element("div", { class: "plot-box" }, programme, ruler),
    ),
    courses,
    element("div", { class: "mini" }, mini, miniWords),
    element("div", { class: "timeline-foot" }, foot, all),
  );

  const jump = (event: MouseEvent): void => {
    const { world } = store.state;
    if (world === null || !(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    app.go(Math.round(((event.clientX - box.left) / box.width) * world.opened.months));
  };
  for (const plot of [programme, strip, mini]) plot.addEventListener("click", jump);

  let width = 0;
  function draw(): void {
    const { world, story, month, focus, frame, allNetworks, theme } = store.state;
    if (world === null) return;
    // While months fly the story comes a little later than they do.
    const played = Math.max(month, Math.min(store.state.played, story?.month ?? 0));
    const { opened } = world;
    const scale: TimeScale = { width: Math.max(60, width), months: opened.months };
    scrub.max = String(opened.months);
    scrub.value = String(month);
    scrub.setAttribute("aria-valuetext", text("timeline.scrub.value", { month, months: opened.months }));
    say(flag, figure(month));
    flag.style.setProperty("left", `${xOf(scale, month)}px`);

    const { axis, row } = theme === "projector" ? LARGE : SMALL;
    const kinds = theme === "projector" ? KINDS.filter((kind) => kind !== "fee") : KINDS;
    const bars = kinds.map((kind) => programmeBar(story, kind, month, opened));
    const events = theme === "projector" ? null : eventMonths(story);
    programme.replaceChildren(svg(programmeBars({ scale, month, bars, events, axis, row })));
    ruler.style.setProperty("--at", `calc(12px + (100% - 24px) * ${month / opened.months})`);

    const rows = latestFirst(story, month, focus === null ? -1 : (frame?.network[focus] ?? -1));
    const shown = allNetworks ? rows : rows.slice(0, SHOWN);
    strip.replaceChildren(
      svg(
        phaseStrip({
          scale,
          courses: shown.map(({ network }) => network.phases),
          letters: phaseLetters(),
          month,
          played,
          row: SMALL.row,
          focus: shown.findIndex(({ isFocus }) => isFocus),
        }),
      ),
    );
    names.replaceChildren(...shown.map((row) => nameOf(row, opened)));
    const isRoom = opened.months - played > opened.months * 0.15;
    notYet.hidden = !isRoom;
    notYet.style.setProperty("left", `${(xOf(scale, played) + scale.width) / 2}px`);
    say(
      foot,
      rows.length === 0 ? text("timeline.none") : text("timeline.shown", { shown: shown.length, total: rows.length }),
    );
    say(all, allNetworks ? text("timeline.fewer", { shown: SHOWN }) : text("timeline.all", { total: rows.length }));
    all.hidden = rows.length <= SHOWN;
    // By keys, too, where there is something to scroll.
    setAttribute(courses, "tabindex", courses.scrollHeight > courses.clientHeight ? 0 : undefined);

    const everyCourse = rows.map(({ course }) => course).reverse();
    mini.replaceChildren(svg(miniStrip({ scale, courses: everyCourse, month, height: MINI_ROOM })));
    say(miniWords, text("timeline.phone", { total: rows.length }));
    miniWords.hidden = month > opened.months * 0.45;
  }

  const redraw = soon(draw);
  store.watch(
    ({ world, story, month, played, focus, allNetworks, theme }) => [
      world,
      story,
      month,
      played,
      focus,
      allNetworks,
      theme,
    ],
    redraw,
  );
  new ResizeObserver(([{ contentRect }]) => {
    width = contentRect.width;
    redraw();
  }).observe(ruler);
  return root;
}

function programmeBar(
  story: Story | null,
  kind: (typeof KINDS)[number],
  month: number,
  opened: Opened,
): ProgrammeBar | null {
  const bar = story?.programme.find((one) => one.kind === kind);
  if (bar === undefined) return null;
  const done = month >= bar.to ? "yes" : "no";
  const end = bar.to >= opened.months ? "" : text(`timeline.${kind}.end`, { month: bar.to, done });
  const rise = kind === "fee" && opened.settings["fees.schedule"] === "rising";
  return { from: bar.from, to: bar.to, rise, end };
}

function nameOf({ network, isFocus, course }: Row, opened: Opened): HTMLElement {
  const values = {
    number: networkNumber(network.row),
    place: placeName(opened, network.region),
    trade: tradeName(opened, network.sector),
  };
  return element(
    "li",
    { class: isFocus ? "strip-name strip-focus" : "strip-name", attributes: { title: text("timeline.row", values) } },
    element("span", { attributes: { "aria-hidden": "true" } }, text("timeline.row", values)),
    element("span", { class: "aside-spoken" }, text("timeline.row.spoken", { ...values, story: courseWords(course) })),
  );
}

function courseWords(course: Course): string {
  return listed(course.map(({ phase, from }) => text("timeline.row.phase", { phase: phaseName(phase), month: from })));
}
