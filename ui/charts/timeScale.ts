/** Months along a line of px. */
export interface TimeScale {
  readonly width: number;
  readonly months: number;
}

export function xOf({ width, months }: TimeScale, month: number): number {
  return (month / Math.max(1, months)) * width;
}

/** Months to print below an axis: every one, two, five or ten years. */
export function ticksOf({ width, months }: TimeScale): number[] {
  const least = 34;
  const step = [12, 24, 60, 120, 240, 600].find((size) => (size / Math.max(1, months)) * width >= least) ?? 1200;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, k) => k * step);
}
