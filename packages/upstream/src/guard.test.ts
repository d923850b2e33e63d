import { setTimeout as sleep } from 'node:timers/promises';
import { TelephonyError } from '@voxolib/telephony';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGuard } from './guard.ts';

const { signal } = new AbortController();
const api = { provider: 'acme', title: 'Acme' };
const down = () => Promise.reject(new TelephonyError('UNAVAILABLE', 'down'));
const refused = () => Promise.reject(new TelephonyError('UNAUTHENTICATED', 'no'));
const answer = () => Promise.resolve('answer');

describe('the breaker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function broken() {
    const guard = createGuard(api, { breaker: { failures: 3, openMs: 10_000 } });
    for (let index = 0; index < 3; index += 1) await expect(guard.run(signal, down)).rejects.toThrow('down');
    return guard;
  }

  test('opens after failures in a row, and then answers at once with the time left', async () => {
    const guard = await broken();
    expect(guard.state).toBe('open');
    vi.advanceTimersByTime(4000);
    const read = vi.fn(answer);
    const refusal = { code: 'UNAVAILABLE', provider: 'acme', retryAfterMs: 6000, detail: { reason: 'circuit_open' } };
    await expect(guard.run(signal, read)).rejects.toMatchObject(refusal);
    expect(() => guard.check()).toThrow(expect.objectContaining(refusal));
    expect(read).not.toHaveBeenCalled();
  });

  test('lets one read try after the pause, and closes when it succeeds', async () => {
    const guard = await broken();
    vi.advanceTimersByTime(10_000);
    expect(guard.state).toBe('half-open');
    let finish = (_: string) => {};
    const trial = guard.run(signal, () => new Promise<string>((resolve) => (finish = resolve)));
    await expect(guard.run(signal, answer)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 1000 });
    finish('tried');
    await expect(trial).resolves.toBe('tried');
    expect(guard.state).toBe('closed');
    expect(guard.check()).toBeUndefined();
    await expect(guard.run(signal, answer)).resolves.toBe('answer');
  });

  test('opens again when the trial fails', async () => {
    const guard = await broken();
    vi.advanceTimersByTime(10_000);
    await expect(guard.run(signal, down)).rejects.toThrow('down');
    expect(guard.state).toBe('open');
    await expect(guard.run(signal, answer)).rejects.toMatchObject({ retryAfterMs: 10_000 });
  });

  test('takes a trial that its caller gave up for no success', async () => {
    const guard = await broken();
    vi.advanceTimersByTime(10_000);
    await expect(guard.run(signal, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(guard.state).toBe('open');
  });

  test('a trial that is refused shows that the API is back', async () => {
    const guard = await broken();
    vi.advanceTimersByTime(10_000);
    await expect(guard.run(signal, refused)).rejects.toThrow('no');
    expect(guard.state).toBe('closed');
  });

  test('does not count what is no outage, and an answer in between starts the count anew', async () => {
    const guard = createGuard(api, { breaker: { failures: 2 } });
    for (const read of [down, refused, down, answer, down, refused, refused, refused]) {
      await guard.run(signal, read).catch(() => {});
    }
    expect(guard.state).toBe('closed');
  });

  test('stays closed when the vendor itself names what is out of order', async () => {
    const guard = createGuard(api, { breaker: { failures: 1 } });
    const detail = { vendor_status: 'method_maintenance' };
    const maintained = () => Promise.reject(new TelephonyError('UNAVAILABLE', 'maintenance', { detail }));
    await expect(guard.run(signal, maintained)).rejects.toThrow('maintenance');
    expect(guard.state).toBe('closed');
  });
});

describe('the bulkhead', () => {
  test('lets so many through, so many wait, and refuses the rest at once', async () => {
    const guard = createGuard(api, { maxConcurrent: 2, queue: 1 });
    let under_way = 0;
    let most = 0;
    const read = async () => {
      under_way += 1;
      most = Math.max(most, under_way);
      await sleep(10);
      under_way -= 1;
    };
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => guard.run(signal, read)));
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 1000 });
    }
    await expect(guard.run(signal, read)).resolves.toBeUndefined();
  });
});
