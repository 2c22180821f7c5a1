import type { Mark } from "../charts/marks.ts";
import { text } from "../i18n/text.ts";
import { shortName } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import { block, table, withInterval } from "./layout.ts";
import { measureGap, measureInterval, measureValue, range } from "./measures.ts";
import { meanOf, optionArms } from "./pictures.ts";

/** Options up to which side effects have room on the second page; those of more stand in the annex. */
export const MOST_WITH_SIDES = 3;

const CAUSAL = "sales.causal.change";
const NOTHING = { mean: null, low: null, high: null };

/** What the options do to others: firms next door, and how far contacts run through few. */
export function sidesBlock({ reading }: BriefInput): Mark {
  const arms = optionArms(reading);
  const central = "ties.centralisation";
  const columns = arms.map((arm) => ({ title: shortName(reading, arm), isFigure: true }));
  const beside = arms.map((arm) => {
    const { mean, low, high } = reading.arms[arm].neighbours ?? NOTHING;
    return withInterval(measureGap(CAUSAL, mean), mean === null ? "" : range(CAUSAL, low, high));
  });
  const none = measureValue(central, meanOf(reading, reading.arms.length - 1, central));
  const centred = arms.map((arm) => {
    const { mean, low, high } = reading.comparison.arms[arm].measures[central] ?? NOTHING;
    return withInterval(measureValue(central, mean), measureInterval(central, low, high));
  });
  return block(
    text("brief.sides"),
    table(
      [{ title: "" }, ...columns],
      [
        [text("brief.sides.neighbours"), ...beside],
        [text("brief.sides.central", { none }), ...centred],
      ],
      { kind: "small sides" },
    ),
  );
}
