import { mark } from "../charts/marks.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Share } from "./state.ts";

const SIZE = 560;
const RADIUS = 205;
const FIRM = 19;
/** Members stand as on the face of a clock, the reader at the bottom. */
const START = Math.PI / 2;

/** The group around its project: who paid into it, who did not, who has left. The first member is the reader. */
export function circle(shares: readonly (Share | null)[], known: readonly Share[]): HTMLElement {
  const middle = SIZE / 2;
  const paid = known.filter((share) => share === "paid").length;
  const members = shares.map((share, k) => {
    const angle = START + (2 * Math.PI * k) / shares.length;
    const [x, y] = [middle + RADIUS * Math.cos(angle), middle + RADIUS * Math.sin(angle)];
    const [nearX, nearY] = [middle + 92 * Math.cos(angle), middle + 92 * Math.sin(angle)];
    const below = Math.sin(angle) >= -0.2 ? FIRM + 18 : -FIRM - 22;
    const name = k === 0 ? text("learn.you") : text("learn.member", { number: k + 1 });
    const words = share === null ? "" : text(`learn.${share}`);
    return mark(
      "g",
      { class: `member member-${share ?? "open"}${k === 0 ? " member-you" : ""}` },
      mark("line", { class: "member-way", x1: x, y1: y, x2: nearX, y2: nearY }),
      ...(k === 0 ? [mark("circle", { class: "member-ring", cx: x, cy: y, r: FIRM + 6 })] : []),
      mark("circle", { class: "member-firm", cx: x, cy: y, r: FIRM }),
      mark("text", { class: "member-name", x, y: y + below, "text-anchor": "middle" }, name),
      mark("text", { class: "member-words", x, y: y + below + 16, "text-anchor": "middle" }, words),
    );
  });
  const height = 116;
  const filled = shares.length === 0 ? 0 : (height * paid) / shares.length;
  const picture = mark(
    "svg",
    { class: "learn-circle", viewBox: `0 -20 ${SIZE} ${SIZE + 40}`, "aria-hidden": "true" },
    ...members,
    mark("rect", { class: "project-open", x: middle - 60, y: middle - height / 2, width: 120, height }),
    mark("rect", {
      class: "project-paid",
      x: middle - 60,
      y: middle + height / 2 - filled,
      width: 120,
      height: filled,
    }),
    mark(
      "text",
      { class: "project-words", x: middle, y: middle - height / 2 - 12, "text-anchor": "middle" },
      known.length === 0 ? "" : text("learn.project", { paid, all: shares.length }),
    ),
  );
  const skipped = known.filter((share) => share === "skipped").length;
  return element(
    "figure",
    { class: "learn-figure" },
    svg(picture) as unknown as HTMLElement,
    element("figcaption", { class: "aside-spoken" }, text("learn.circle", { all: shares.length, paid, skipped })),
  );
}
