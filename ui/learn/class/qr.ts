import { encode } from "uqr";
import { mark } from "../../charts/marks.ts";
import { svg } from "../../parts/svg.ts";

/** Modules of white around the code: what readers of such codes need. */
const QUIET = 4;

/** A link as a QR code that a phone can read off a wall; its name says the link. */
export function qrCode(link: string, name: string): SVGElement {
  const { size, data } = encode(link, { ecc: "M", border: 0 });
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  const all = size + 2 * QUIET;
  return svg(
    mark(
      "svg",
      { class: "qr", viewBox: `${-QUIET} ${-QUIET} ${all} ${all}`, role: "img", "aria-label": name },
      mark("rect", { class: "qr-paper", x: -QUIET, y: -QUIET, width: all, height: all }),
      mark("path", { class: "qr-ink", d: dark.join("") }),
    ),
  );
}
