import { afterAll, describe, expect, it } from "vitest";
import { readNumber, written } from "../../ui/i18n/readNumber.ts";
import { speak } from "../../ui/i18n/text.ts";

afterAll(() => speak(["en"]));

describe("a number in a field", () => {
  it.each([
    ["en", "0.5", "1,500", "1,234.5"],
    ["de", "0,5", "1.500", "1.234,5"],
    ["es", "0,5", "1.500", "1.234,5"],
    ["zh", "0.5", "1,500", "1,234.5"],
  ])("is written and read as in %s", async (language, half, thousands, both) => {
    await speak([language]);
    expect(written(0.5)).toBe(half);
    expect(written(-1500)).toBe("-1500");
    expect(readNumber(half)).toBe(0.5);
    expect(readNumber(thousands)).toBe(1500);
    expect(readNumber(both)).toBe(1234.5);
    for (const value of [0, 0.125, -3, 1e-7, 1_000_000, 0.1 + 0.2]) expect(readNumber(written(value))).toBe(value);
  });

  it("may have the other sign where that cannot be a group, a space or an apostrophe between groups, a minus of print", async () => {
    await speak(["de"]);
    expect(readNumber("0.5")).toBe(0.5);
    expect(readNumber("12.5")).toBe(12.5);
    expect(readNumber("0.125")).toBe(0.125);
    await speak(["en"]);
    expect(readNumber("0,5")).toBe(0.5);
    expect(readNumber(" \u2212 3 ")).toBe(-3);
    expect(readNumber("1\u202f500")).toBe(1500);
    expect(readNumber("1’500")).toBe(1500);
  });

  it("is none where it cannot be read as one", async () => {
    for (const language of ["en", "de"]) {
      await speak([language]);
      for (const words of ["", "many", "1,2,3", "1.2.3", "12 %", "0x10", "NaN", "Infinity", "--1", "1e9999"])
        expect(readNumber(words), words).toBeNaN();
    }
  });
});
