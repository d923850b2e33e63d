import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHoldBack } from './hold-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many of so many refusals are told at once. */
async function toldAtOnce(hold: ReturnType<typeof createHoldBack>, subject: string, times: number): Promise<number> {
  let told = 0;
  for (let time = 0; time < times; time += 1) void hold(subject).then(() => (told += 1));
  await vi.advanceTimersByTimeAsync(0);
  return told;
}

test('the first refusals are told at once, later ones after a second', async () => {
  const hold = createHoldBack();
  expect(await toldAtOnce(hold, 'eager', 10)).toBe(10);
  expect(await toldAtOnce(hold, 'eager', 3)).toBe(0);
  let told = false;
  void hold('eager').then(() => (told = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toBe(true);
});

test('nobody waits for what others do', async () => {
  const hold = createHoldBack();
  await toldAtOnce(hold, 'eager', 100);
  expect(await toldAtOnce(hold, 'polite', 10)).toBe(10);
});

test('no more are held than memory is meant for', async () => {
  const hold = createHoldBack();
  expect(await toldAtOnce(hold, 'eager', 1_110)).toBe(10 + 100);
});
