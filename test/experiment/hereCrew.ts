import { play } from "../../sim/index.ts";
import type { Crew } from "../../src/host/crew.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** A crew that plays in this thread, one run after the other. */
export function hereCrew(size = 1): Crew {
  return {
    size,
    async play(job) {
      const playing = play(job, CATALOGUE);
      for (;;) {
        const step = playing.next();
        if (step.done) return { status: "ok", result: step.value };
      }
    },
    end: () => Promise.resolve(),
  };
}
