/**
 * Puts off a drawing until just before the next picture, however often it is asked for: one month changes several parts
 * of the state one after the other.
 */
export function soon(draw: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
}
