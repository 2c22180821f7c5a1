import { expect, test } from "vitest";
import { playDraw } from "../long/anywhere.ts";

/** Short form of `npm run test:settings`. */
const DRAWS = 20;

test(`${DRAWS} random settings: trust, sales and assets stay finite and in range over 600 months`, () => {
  for (let draw = 1; draw <= DRAWS; draw++) expect(playDraw(draw), `draw ${draw}`).toBeUndefined();
});
