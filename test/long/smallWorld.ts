import { play } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** All measures of one world of Honduras at its end. */
export function smallWorld(seed: string, months: number, firms: number): Readonly<Record<string, number | null>> {
  const settings = { "firms.count": firms, months, seed };
  const playing = play({ scenario: "honduras", settings, without: [], read: "last", ends: false }, CATALOGUE);
  for (;;) {
    const step = playing.next();
    if (step.done) return step.value.readings[0].measures;
  }
}
