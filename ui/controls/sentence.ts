import { text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { monthSentence } from "../sentence.ts";
import type { Store } from "../store.ts";
import { CALM_SPEED } from "../store.ts";

/** Above 4x what is said aloud follows at most this often, ms. */
const PAUSE = 2500;

/** One plain sentence on what just happened; a screen reader hears the same, less often when months fly. */
export function sentence(store: Store): HTMLElement {
  const month = element("strong", {});
  const words = element("span", {});
  const spoken = element("p", { class: "aside-spoken", attributes: { role: "status", "aria-live": "polite" } });
  const shown = element("p", { attributes: { "aria-hidden": "true" } }, month, words);
  const root = element("section", { class: "sentence" }, shown, spoken);
  /** Says it in smaller letters where it would be cut; not while months fly, since that measures the page. */
  const fit = (isFast: boolean): void => {
    root.classList.remove("sentence-long");
    if (!isFast) root.classList.toggle("sentence-long", shown.scrollWidth > shown.clientWidth);
  };
  new ResizeObserver(() => fit(false)).observe(root);
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  store.watch(
    ({ frame, world, playing }) => [frame, world, playing],
    ([frame, world, playing]) => {
      if (frame === null || world === null) return;
      const lead = text("sentence.month", { month: frame.month });
      const rest = monthSentence(frame, world.opened);
      say(month, lead);
      say(words, ` ${rest}`);
      clearTimeout(waiting);
      const speak = (): void => {
        last = performance.now();
        say(spoken, `${lead} ${rest}`);
      };
      const isFast = playing && store.state.speed > CALM_SPEED;
      fit(isFast);
      const left = isFast ? last + PAUSE - performance.now() : 0;
      if (left <= 0) speak();
      else waiting = setTimeout(speak, left);
    },
  );
  return root;
}
