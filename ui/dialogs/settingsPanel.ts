import "./dialogs.css";
import type { App } from "../app.ts";
import { allChanged, canChange, valuesAt } from "../course.ts";
import { groupWord } from "../declared/declared.ts";
import { text, wordFor } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { groupsOf, isFound } from "../settingsList.ts";
import type { Store } from "../store.ts";
import type { Content } from "./dialogs.ts";
import type { SettingRow } from "./settingRow.ts";
import { settingRow } from "./settingRow.ts";

/** Every setting with its range, meaning and source, in groups, to be searched and put back. */
export function settingsPanel(store: Store, app: App, assumed: boolean): ReturnType<Content> {
  const search = element("input", {
    class: "field",
    attributes: { type: "search", "aria-label": text("settings.search"), placeholder: text("settings.search") },
    on: { input: () => sift() },
  });
  const onlyChanged = element("input", { attributes: { type: "checkbox" }, on: { change: () => sift() } });
  const found = element("p", { class: "settings-found", attributes: { role: "status" } });
  const note = element("p", { class: "settings-note" });
  const rows: { readonly row: SettingRow; readonly isShown: () => boolean }[] = [];
  const { descriptions } = store.state;
  const groups = groupsOf(descriptions?.parameters ?? [], assumed).map(({ id, settings }) => {
    const meanings = settings.map(({ parameter }) => parameter.doc);
    const made = settings.map((setting, at) => {
      const row = settingRow(setting, app, meanings.slice(0, at));
      const isShown = (): boolean => isFound(setting, search.value) && (!onlyChanged.checked || row.isChanged());
      rows.push({ row, isShown });
      return row;
    });
    const name = id === "" ? text("settings.group.run") : groupWord(id, wordFor);
    const root = element(
      "section",
      { class: "settings-group" },
      element("h3", { class: "settings-group-name" }, name),
      ...made.map((row) => row.root),
    );
    return { root, rows: made };
  });
  const resetAll = element(
    "button",
    { class: "button", attributes: { type: "button" }, on: { click: () => app.reset() } },
    text("settings.reset.all"),
  );

  function sift(): void {
    let count = 0;
    for (const { row, isShown } of rows) {
      row.root.hidden = !isShown();
      if (!row.root.hidden) count += 1;
    }
    for (const group of groups) group.root.hidden = group.rows.every((row) => row.root.hidden);
    say(found, text("settings.found", { count, all: rows.length }));
  }

  const leave = store.watch(
    ({ world, opening, branch, problems }) => [world, opening, branch, problems],
    ([world, opening, branch, problems]) => {
      if (world === null) return;
      const key = opening ?? world.key;
      const values = valuesAt(world, key, branch);
      const changed = allChanged(world, key);
      for (const { row } of rows) {
        const { path } = row;
        const problem = problems.find((each) => each.path === path || each.path.endsWith(`.${path}`));
        row.draw({
          value: values[path],
          start: world.start[path],
          isChanged: changed.has(path),
          isFixed: branch !== null && !canChange(descriptions, path),
          problem,
        });
      }
      resetAll.disabled = changed.size === 0;
      say(
        note,
        branch === null
          ? text(assumed ? "assumptions.note" : "settings.note")
          : text("settings.branch", { month: branch + 1 }),
      );
      sift();
    },
  );
  const root = element(
    "div",
    { class: "settings" },
    note,
    element(
      "div",
      { class: "settings-tools" },
      search,
      element("label", { class: "settings-only" }, onlyChanged, text("settings.onlyChanged")),
      resetAll,
      found,
    ),
    ...groups.map((group) => group.root),
  );
  return { root, leave };
}
