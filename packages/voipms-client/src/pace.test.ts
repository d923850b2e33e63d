import { createGuard } from '@voxolib/upstream';
import { describe, expect, test } from 'vitest';
import { clientBefore } from '../test/fake-vendor.ts';
import { createPace, type PaceClock, type PaceOptions } from './pace.ts';
import { createSharing } from './shared-state.ts';

const { signal } = new AbortController();

/** A clock that goes forward by what is slept. */
function testClock(): PaceClock & { time: number } {
  const clock = {
    time: 0,
    now: () => clock.time,
    sleep: async (milliseconds: number) => {
      clock.time += milliseconds;
    },
  };
  return clock;
}

function paceOf(limits: PaceOptions, clock: PaceClock) {
  return createPace(limits, createGuard({ provider: 'voipms', title: 'VoIP.ms' }), clock);
}

const options = { spacingMs: 300, perMinute: 30, limitPauseMs: 60_000, queue: 100 };

describe('a pace', () => {
  test('keeps requests apart, and at most so many to any minute', async () => {
    const clock = testClock();
    const pace = paceOf(options, clock);
    const starts: number[] = [];
    await Promise.all(Array.from({ length: 70 }, () => pace.run(signal, async () => starts.push(clock.time))));
    for (const [index, start] of starts.entries()) {
      if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(300);
      if (index >= 30) expect(start - (starts[index - 30] ?? 0)).toBeGreaterThanOrEqual(60_000);
    }
    expect(starts).toHaveLength(70);
  });

  test('has one request under way, and goes on after one that fails', async () => {
    const pace = paceOf({ ...options, spacingMs: 0 }, testClock());
    let underWay = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        pace.run(signal, async () => {
          underWay += 1;
          expect(underWay).toBe(1);
          await new Promise((resolve) => setImmediate(resolve));
          underWay -= 1;
          if (index === 1) throw new Error('failed');
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test('rests after the limit was exceeded', async () => {
    const clock = testClock();
    const pace = paceOf(options, clock);
    await pace.run(signal, async () => pace.pause());
    await pace.run(signal, async () => {});
    expect(clock.time).toBe(60_000);
  });

  test('lets a caller go who does not want to wait any more', async () => {
    const pace = paceOf(options, testClock());
    let finish = () => {};
    const first = pace.run(signal, () => new Promise<void>((resolve) => (finish = resolve)));
    const caller = new AbortController();
    let ran = false;
    const second = pace.run(caller.signal, async () => {
      ran = true;
    });
    caller.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    finish();
    await first;
    await pace.run(signal, async () => {});
    expect(ran).toBe(false);
  });

  test('refuses at once what could only wait', async () => {
    const pace = paceOf({ ...options, queue: 1 }, testClock());
    const never = () => new Promise<void>(() => {});
    pace.run(signal, never);
    pace.run(signal, never);
    await expect(pace.run(signal, never)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 1000 });
  });
});

test('clients of one credential share a pace and what they remember, and those of another do not', async () => {
  const sharing = createSharing();
  const answer = () => ({ status: 'success', phonebooks: [] });
  const first = clientBefore(answer, { sharing });
  const second = clientBefore(answer, { sharing });
  const other = clientBefore(answer, { sharing, password: 'another' });
  await first.client.rows('getPhonebook');
  await second.client.rows('getPhonebook');
  await other.client.rows('getPhonebook');
  expect([first, second, other].map(({ requests }) => requests.length)).toEqual([1, 0, 1]);
});
