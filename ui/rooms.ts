import type { App } from "./app.ts";
import type { Door } from "./door.ts";
import { DOORS } from "./door.ts";
import { text } from "./i18n/text.ts";
import { element } from "./parts/element.ts";
import type { Store } from "./store.ts";

/** What stands behind a door, in a `main` of its own: made when somebody first enters, then shown and hidden. */
export type Room = (store: Store, app: App) => HTMLElement;

/** Rooms beside the first one, loaded when they are entered. A door without a room is not shown. */
const ROOMS: Partial<Record<Door, () => Promise<{ readonly room: Room }>>> = {
  compare: () => import("./compare/room.ts"),
  learn: () => import("./learn/room.ts"),
};

export const OPEN_DOORS: readonly Door[] = DOORS.filter((door) => door === "explore" || ROOMS[door] !== undefined);

/** Shows the room whose door is open. */
export function rooms(store: Store, app: App, explore: HTMLElement): HTMLElement {
  const root = element("div", { class: "rooms" }, explore);
  const made = new Map<Door, HTMLElement>([["explore", explore]]);
  const enter = async (door: Door): Promise<void> => {
    const loaded = await ROOMS[door]?.();
    if (loaded !== undefined && !made.has(door)) {
      const main = loaded.room(store, app);
      made.set(door, main);
      root.append(main);
    }
    for (const [name, main] of made) main.hidden = name !== store.state.door;
  };
  store.watch(
    ({ door }) => [door],
    ([door]) => {
      document.body.dataset["door"] = door;
      void enter(door).catch((reason: unknown) => app.couldNotEnter(door, reason));
    },
  );
  return root;
}

/** The switch between the doors, where there is more than one. */
export function doorSwitch(store: Store, app: App): HTMLElement {
  const buttons = OPEN_DOORS.map((door) =>
    element(
      "button",
      { class: "door", attributes: { type: "button" }, on: { click: () => app.enter(door) } },
      text(`door.${door}`),
    ),
  );
  store.watch(
    ({ door }) => [door],
    ([door]) => {
      OPEN_DOORS.forEach((name, k) => {
        if (name === door) buttons[k].setAttribute("aria-current", "page");
        else buttons[k].removeAttribute("aria-current");
      });
    },
  );
  const traits = { "aria-label": text("doors.label"), hidden: OPEN_DOORS.length < 2 };
  return element("nav", { class: "doors", attributes: traits }, ...buttons);
}
