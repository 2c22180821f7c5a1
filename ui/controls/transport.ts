import type { App } from "../app.ts";
import { figure, text } from "../i18n/text.ts";
import { element, setAttribute } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Store } from "../store.ts";
import { SPEEDS } from "../store.ts";

function decimals(value: number): number {
  return (String(value).split(".")[1] ?? "").length;
}

/** Step back, play or pause, step on, speed; and what a room adds. */
export function transport(store: Store, app: App, ...more: readonly HTMLElement[]): HTMLElement {
  const button = (name: string, glass: "stepBack" | "stepForward", go: () => void): HTMLButtonElement =>
    element(
      "button",
      { class: "step", attributes: { type: "button", "aria-label": name, title: name }, on: { click: go } },
      icon(glass, 28),
    );
  const back = button(text("stepBack"), "stepBack", () => app.stepBy(-1));
  const forward = button(text("stepForward"), "stepForward", () => app.stepBy(1));
  const play = element("button", {
    class: "play",
    attributes: { type: "button" },
    on: { click: () => app.toggle() },
  });
  const speed = element(
    "select",
    { class: "select", attributes: { "aria-label": text("speed.label") } },
    ...SPEEDS.map((value) =>
      element("option", { attributes: { value } }, text("speed.value", { speed: figure(value, decimals(value)) })),
    ),
  );
  speed.addEventListener("change", () => app.setSpeed(Number(speed.value)));

  store.watch(
    ({ playing }) => [playing],
    ([playing]) => {
      const name = text(playing ? "pause" : "play");
      setAttribute(play, "aria-label", name);
      setAttribute(play, "title", name);
      play.replaceChildren(icon(playing ? "pause" : "play", 32));
    },
  );
  store.watch(
    (state) => [state.speed],
    ([value]) => (speed.value = String(value)),
  );
  store.watch(
    ({ world, month, stopped }) => [world, month, stopped],
    ([world, month, stopped]) => {
      const isOff = world === null || stopped !== null;
      play.disabled = isOff;
      back.disabled = isOff || month <= 0;
      forward.disabled = isOff || month >= (world?.opened.months ?? 0);
    },
  );
  return element(
    "section",
    { class: "transport", attributes: { "aria-label": text("transport.label") } },
    back,
    play,
    forward,
    element("div", { class: "speed" }, speed),
    ...more,
  );
}
