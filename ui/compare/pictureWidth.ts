/**
 * How wide a picture is drawn: as wide as it may be, or as wide as its place is, so that its letters are never scaled
 * below their size. A place that is not shown yet has no width.
 *
 * @param most px
 * @param beside what stands beside the picture, px
 */
export function pictureWidth(place: HTMLElement, most: number, beside = 0): number {
  const room = place.clientWidth - beside;
  return room > 0 ? Math.max(LEAST, Math.min(most, room)) : most;
}

const LEAST = 240;
