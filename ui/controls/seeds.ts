const NUMBERED = /^(.*)\/(\d+)$/;

/** Seeds of neighbouring worlds: `101`, `101/1`, `101/2`. Null before the first one. */
export function nextSeed(seed: string, step: number): string | null {
  const [, base = seed, number = "0"] = NUMBERED.exec(seed) ?? [];
  const next = Number(number) + step;
  if (next < 0) return null;
  return next === 0 ? base : `${base}/${next}`;
}
