import { expect, test } from "vitest";
import { Playback } from "../../ui/playback.ts";

function setUp(speed: number, isReady: () => boolean = () => true) {
  let next: ((now: number) => void) | undefined;
  let months = 0;
  const clock = {
    nextPicture: (call: (now: number) => void): number => {
      next = call;
      return 1;
    },
    cancel: (): void => void (next = undefined),
  };
  const playback = new Playback(
    clock,
    () => speed,
    () => {
      if (!isReady()) return false;
      months += 1;
      return true;
    },
  );
  const picture = (now: number): void => next?.(now);
  return { playback, picture, months: () => months };
}

test.each([
  [0.25, 6],
  [1, 21],
  [4, 81],
  [16, 321],
])("at %s x ten seconds are %s months, the first at once", (speed, expected) => {
  const { playback, picture, months } = setUp(speed);
  playback.start();
  for (let now = 0; now <= 10_000; now += 20) picture(now);
  expect(Math.abs(months() - expected)).toBeLessThanOrEqual(1);
});

test("a tab that was hidden for an hour does not race", () => {
  const { playback, picture, months } = setUp(4);
  playback.start();
  picture(0);
  picture(20);
  const before = months();
  picture(3_600_000);
  picture(3_600_020);
  expect(months() - before).toBeLessThanOrEqual(2);
});

test("a month that is not there yet is waited for, and not made up for", () => {
  let isReady = true;
  const { playback, picture, months } = setUp(2, () => isReady);
  playback.start();
  picture(0);
  isReady = false;
  for (let now = 20; now <= 5000; now += 20) picture(now);
  expect(months()).toBe(1);
  isReady = true;
  for (let now = 5020; now <= 5100; now += 20) picture(now);
  expect(months()).toBe(2);
});

test("after a stop nothing comes", () => {
  const { playback, picture, months } = setUp(16);
  playback.start();
  picture(0);
  playback.stop();
  for (let now = 20; now <= 1000; now += 20) picture(now);
  expect(months()).toBe(1);
});
