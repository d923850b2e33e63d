import { setTimeout as sleep } from 'node:timers/promises';
import { TelephonyError } from '@voxolib/telephony';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countDids, failureOf } from '../test/failure-of.ts';
import { answering, dids, type Reply, refusing, tcpServer } from '../test/vendor-server.ts';
import { createUpstreamGuard } from './guard.ts';

const { signal } = new AbortController();
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
    const guard = createUpstreamGuard({ breaker: { failures: 3, openMs: 10_000 } });
    for (let index = 0; index < 3; index += 1) await expect(guard.run(signal, down)).rejects.toThrow('down');
    return guard;
  }

  test('opens after failures in a row, and then answers at once with the time left', async () => {
    const guard = await broken();
    expect(guard.state).toBe('open');
    vi.advanceTimersByTime(4000);
    const read = vi.fn(answer);
    await expect(guard.run(signal, read)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 6000 });
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

  test('a trial that is refused shows that Voxolib is back', async () => {
    const guard = await broken();
    vi.advanceTimersByTime(10_000);
    await expect(guard.run(signal, refused)).rejects.toThrow('no');
    expect(guard.state).toBe('closed');
  });

  test('does not count what is no outage, and an answer in between starts the count anew', async () => {
    const guard = createUpstreamGuard({ breaker: { failures: 2 } });
    for (const read of [down, refused, down, answer, down, refused, refused, refused]) {
      await guard.run(signal, read).catch(() => {});
    }
    expect(guard.state).toBe('closed');
  });

  test.each([
    ['INVALID_INPUT', refusing(422, 'invalid_range')],
    ['UNAUTHENTICATED', refusing(401, 'invalid_token')],
    ['FORBIDDEN', refusing(403, 'report_not_enabled')],
    ['RATE_LIMITED', refusing(429, 'later')],
    ['BAD_RESPONSE', { status: 404 } satisfies Reply],
  ])('%s leaves it closed', async (code, reply) => {
    const { baseUrl } = await answering(reply);
    const guard = createUpstreamGuard({ breaker: { failures: 1 } });
    expect((await failureOf(countDids({ baseUrl, guard, retries: 0 }))).code).toBe(code);
    expect(guard.state).toBe('closed');
  });

  test('nor does a caller who goes while Voxolib is silent', async () => {
    const caller = new AbortController();
    const baseUrl = await tcpServer((socket) => socket.once('data', () => caller.abort()));
    const guard = createUpstreamGuard({ breaker: { failures: 1 } });
    await expect(countDids({ baseUrl, guard }, caller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await sleep(20);
    expect(guard.state).toBe('closed');
  });

  test('but the deadline does', async () => {
    const baseUrl = await tcpServer(() => {});
    const guard = createUpstreamGuard({ breaker: { failures: 1 } });
    await failureOf(countDids({ baseUrl, guard, timeouts: { totalMs: 50, attemptMs: 1000 } }));
    await expect.poll(() => guard.state).toBe('open');
  });

  test('a minute of 503 costs few requests, and all is well afterwards', async () => {
    let isDown = true;
    const { baseUrl, requests } = await answering(() => (isDown ? { status: 503 } : dids));
    const guard = createUpstreamGuard();
    for (let second = 0; second < 60; second += 1) {
      const error = await failureOf(countDids({ baseUrl, guard, retries: 0 }));
      expect(error.code).toBe('UNAVAILABLE');
      if (second >= 5) expect(error.retryAfterMs ?? 10_000).toBeLessThanOrEqual(10_000);
      vi.advanceTimersByTime(1000);
    }
    expect(requests.length).toBeLessThan(12);
    isDown = false;
    vi.advanceTimersByTime(10_000);
    await expect(countDids({ baseUrl, guard })).resolves.toMatchObject({ counts: { total: 12 } });
    expect(guard.state).toBe('closed');
  });
});

describe('the bulkhead', () => {
  test('lets so many through, so many wait, and refuses the rest at once', async () => {
    const guard = createUpstreamGuard({ maxConcurrent: 2, queue: 1 });
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

  test('who has gone while waiting is answered at once, and never asked for', async () => {
    let requests = 0;
    const baseUrl = await tcpServer((socket) => socket.on('data', () => (requests += 1)));
    const guard = createUpstreamGuard({ maxConcurrent: 1 });
    const leader = new AbortController();
    const first = expect(countDids({ baseUrl, guard }, leader.signal)).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => requests).toBe(1);
    const caller = new AbortController();
    const second = expect(countDids({ baseUrl, guard }, caller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    caller.abort();
    await second;
    leader.abort();
    await first;
    expect(requests).toBe(1);
  });
});
