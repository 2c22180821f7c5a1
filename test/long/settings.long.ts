import { describe, expect, test } from "vitest";
import { playDraw } from "./anywhere.ts";

const DRAWS = 1000;
const AT_A_TIME = 20;

describe("trust, sales and assets stay finite and in range over 600 months, whatever the settings", () => {
  for (let first = 1; first <= DRAWS; first += AT_A_TIME) {
    test(`draws ${first} to ${first + AT_A_TIME - 1}`, () => {
      for (let draw = first; draw < first + AT_A_TIME; draw++) expect(playDraw(draw), `draw ${draw}`).toBeUndefined();
    });
  }
});
