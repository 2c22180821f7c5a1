import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Ratios of contrast of the tokens, by WCAG 2: text 4.5, signs and the edges of controls 3. */
const css = readFileSync(new URL("../../ui/theme/tokens.css", import.meta.url), "utf8");

function tokens(selector: string): Map<string, string> {
  const begin = css.indexOf(`${selector} {`);
  expect(begin).toBeGreaterThanOrEqual(0);
  const block = css.slice(begin, css.indexOf("}", begin));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]));
}

const light = tokens(":root");
const THEMES: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ["light", light],
  ["dark", new Map([...light, ...tokens(':root[data-theme="dark"]')])],
  ["projector", new Map([...light, ...tokens(':root[data-theme="projector"]')])],
];

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = ["ink", "ink-2", "ink-3", "accent", "contributes-text", "free-rides-text"];
const SIGNS = ["line-strong", "contributes", "free-rides", "idle", "tie", "contour", "broker", "accent"];

test.each(THEMES)("in the %s theme everything can be told from its ground", (_, theme) => {
  const value = (name: string): string => theme.get(name) ?? "";
  for (const ground of ["paper", "ground"]) {
    for (const name of TEXT)
      expect(ratio(value(name), value(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const name of SIGNS)
      expect(ratio(value(name), value(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  expect(ratio(value("on-accent"), value("accent"))).toBeGreaterThanOrEqual(4.5);
  expect(ratio(value("ink"), value("accent-soft"))).toBeGreaterThanOrEqual(4.5);
});
