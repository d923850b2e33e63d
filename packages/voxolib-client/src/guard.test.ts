import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countDids, failureOf } from '../test/failure-of.ts';
import { answering, dids, type Reply, refusing, tcpServer } from '../test/vendor-server.ts';
import { createUpstreamGuard } from './guard.ts';

describe('the breaker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
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
