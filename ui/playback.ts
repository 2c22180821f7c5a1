import { MONTHS_PER_SECOND } from "./store.ts";

/** Time of the page, handed in so that a test can hold it. */
export interface Clock {
  /** Calls back before the next picture, with the time in ms; a hidden tab has no pictures, so it does not race. */
  readonly nextPicture: (call: (now: number) => void) => number;
  readonly cancel: (handle: number) => void;
}

/** A stretch between two pictures that is longer than this counts as this long: no catching up after a pause. */
const LONGEST = 250;

/** Turns time into months: calls `step` when the next month is due, never for two at once. */
export class Playback {
  private handle: number | null = null;
  private last: number | null = null;
  private due = 0;

  /** @param step goes on by one month, or says false where the last one is not on the page yet */
  constructor(
    private readonly clock: Clock,
    private readonly speed: () => number,
    private readonly step: () => boolean,
  ) {}

  start(): void {
    if (this.handle !== null) return;
    this.last = null;
    // The first month comes at once: who presses play sees something move.
    this.due = 1;
    this.handle = this.clock.nextPicture(this.picture);
  }

  stop(): void {
    if (this.handle !== null) this.clock.cancel(this.handle);
    this.handle = null;
  }

  private readonly picture = (now: number): void => {
    const passed = this.last === null ? 0 : Math.min(LONGEST, now - this.last);
    this.last = now;
    // What is due beyond one month was waited for and is not made up for; the rest of a month counts on.
    this.due = Math.min(1, this.due) + (passed / 1000) * this.speed() * MONTHS_PER_SECOND;
    this.handle = this.clock.nextPicture(this.picture);
    if (this.due >= 1 && this.step()) this.due -= 1;
  };
}
