import { format } from "prettier";
import { expect, test } from "vitest";
import { MODEL_VERSION } from "../../sim/index.ts";
import type { Ratios } from "./ratios.ts";
import { LEVERS, SALES, TRUST, medianOf, ratiosOf } from "./ratios.ts";

/** How much pairing saves, lever by lever; the short form is `test/experiment/pairing.test.ts`. */

const WORLDS = 24;
const FIRMS = 500;

const HEAD = `# How much pairing saves

What pairing leaves of the variance, var(a - b) / (var(a) + var(b)), where an option differs from Honduras as it is in one
lever, with the programme on: ${WORLDS} worlds of ${FIRMS} firms, seeds pairing/1 to pairing/${WORLDS}, model
${MODEL_VERSION}. Two options on worlds of their own would have 1. Made by \`npm run test:pairing -- --update\`.

Every draw belongs to a firm, a network or a broker and a month, so that whatever both worlds have in common has the same
luck. What they do not have in common has luck of its own, and it grows: a lever changes who is asked, so other networks
are founded, with another quality and other results of their projects, and brokers are busy elsewhere. Hence the ratio is
low for what all firms share (sales of all, trust in a region), and rises with the months for what is counted over members
only, since other firms are members. A ratio near 1 there is no fault of the seeds: it is the effect of the lever itself,
spread over worlds. Levers that change few networks keep nearly all of the pairing at any horizon; \`brokers.end=54\` has
not acted by month 48.
`;

const figure = (value: number | null) => (value === null ? "none" : value.toFixed(2));

function table(found: readonly Ratios[]): string {
  const ids = [...SALES, ...TRUST];
  const row = (name: string, values: readonly (number | null)[]) => `| ${[name, ...values.map(figure)].join(" | ")} |`;
  const names = ids.map((id) => (id.includes(" ") ? id : `\`${id}\``));
  return [
    `| lever | ${names.join(" | ")} |`,
    `| --- |${" ---: |".repeat(ids.length)}`,
    ...found.map(({ lever, of }) =>
      row(
        `\`${lever}\``,
        ids.map((id) => of[id]),
      ),
    ),
    row(
      "median",
      ids.map((id) => medianOf(found, [id])),
    ),
  ].join("\n");
}

test("where options differ in one lever, half of the ratios of sales and of trust are at most 0.5", async () => {
  const parts: string[] = [];
  for (const months of [48, 120]) {
    const found = await ratiosOf(LEVERS, { worlds: WORLDS, firms: FIRMS, months, seed: "pairing" });
    const [sales, trust] = [medianOf(found, SALES), medianOf(found, TRUST)];
    const middle = `Median of all ratios of sales: ${figure(sales)}; of trust: ${figure(trust)}.`;
    parts.push(`## After ${months} months\n\n${table(found)}\n\n${middle}`);
    expect(sales).toBeLessThanOrEqual(0.5);
    expect(trust).toBeLessThanOrEqual(0.5);
  }
  const page = await format(`${HEAD}\n${parts.join("\n\n")}\n`, { parser: "markdown", printWidth: 120 });
  await expect(page).toMatchFileSnapshot("../../sim/experiment/PAIRING.md");
});
