/** Networks are counted from 1. */
export function networkNumber(row: number): number {
  return row + 1;
}
