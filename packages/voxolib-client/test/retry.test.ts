import { TelephonyError, type TelephonyErrorOptions } from '@voxolib/telephony';
import { withRetries } from '@voxolib/upstream';
import { describe, expect, test, vi } from 'vitest';
import { countDids, failureOf } from './failure-of.ts';
import { answering, dids, refusing } from './vendor-server.ts';

const unavailable = (options?: TelephonyErrorOptions) => new TelephonyError('UNAVAILABLE', 'down', options);
const { signal } = new AbortController();
const after = (milliseconds: number) => performance.now() + milliseconds;

describe('over HTTP', () => {
  test.each([429, 502, 503, 504])('a read that fails with %i is repeated', async (status) => {
    const { baseUrl, requests } = await answering(refusing(status, 'later'), refusing(status, 'later'), dids);
    await expect(countDids({ baseUrl })).resolves.toMatchObject({ counts: { total: 12 } });
    expect(requests).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 422, 500])('a read that fails with %i is not', async (status) => {
    const { baseUrl, requests } = await answering(refusing(status, 'no'), dids);
    await failureOf(countDids({ baseUrl }));
    expect(requests).toHaveLength(1);
  });

  test('not more than twice', async () => {
    const { baseUrl, requests } = await answering({ status: 503 });
    await failureOf(countDids({ baseUrl }));
    expect(requests).toHaveLength(3);
  });

  test('Retry-After that fits is waited for', async () => {
    const { baseUrl, requests } = await answering({ status: 429, headers: { 'retry-after': '1' } }, dids);
    await countDids({ baseUrl });
    expect(requests).toHaveLength(2);
  });

  const inAnHour = () => new Date(Date.now() + 3_600_000).toUTCString();
  test.each([
    ['seconds', () => '3600'],
    ['a date', inAnHour],
  ])('Retry-After in %s beyond the deadline gives up at once and is passed on', async (_, header) => {
    const { baseUrl, requests } = await answering({ status: 429, headers: { 'retry-after': header() } });
    const error = await failureOf(countDids({ baseUrl }));
    expect(error.code).toBe('RATE_LIMITED');
    expect(error.retryAfterMs).toBeGreaterThan(3_590_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(3_600_000);
    expect(requests).toHaveLength(1);
  });

  test('Retry-After that means nothing is ignored', async () => {
    const { baseUrl, requests } = await answering({ status: 429, headers: { 'retry-after': 'abc' } });
    const error = await failureOf(countDids({ baseUrl }));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: undefined });
    expect(requests).toHaveLength(3);
  });
});

describe('withRetries', () => {
  test('the pause is at least what the vendor asks for', async () => {
    const events: string[] = [];
    const read = async () => {
      events.push('read');
      if (events.length === 1) throw unavailable({ retryAfterMs: 100 });
    };
    setTimeout(() => events.push('waiting'), 50);
    await withRetries({ retries: 1, endsAt: after(5000), signal }, read);
    expect(events).toEqual(['read', 'waiting', 'read']);
  });

  test('a pause never reaches beyond the deadline', async () => {
    const read = vi.fn(() => Promise.reject(unavailable({ retryAfterMs: 200 })));
    await expect(withRetries({ retries: 2, endsAt: after(100), signal }, read)).rejects.toThrow('down');
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('the pause ends when the caller goes', async () => {
    const caller = new AbortController();
    const read = vi.fn(() => {
      setTimeout(() => caller.abort(), 5);
      return Promise.reject(unavailable({ retryAfterMs: 60_000 }));
    });
    const limits = { retries: 2, endsAt: after(120_000), signal: caller.signal };
    await expect(withRetries(limits, read)).rejects.toMatchObject({ name: 'AbortError' });
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('a failure after the caller has gone is passed on as it is', async () => {
    const read = vi.fn(() => Promise.reject(unavailable({ retryAfterMs: 1 })));
    const limits = { retries: 2, endsAt: after(5000), signal: AbortSignal.abort() };
    await expect(withRetries(limits, read)).rejects.toThrow('down');
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('pauses are spread over a growing span', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    const read = vi.fn(() => Promise.reject(unavailable()));
    await expect(withRetries({ retries: 5, endsAt: after(1000), signal }, read)).rejects.toThrow('down');
    expect(read).toHaveBeenCalledTimes(6);
    random.mockReturnValue(1);
    read.mockClear();
    // 250 ms fit, the next 500 do not.
    await expect(withRetries({ retries: 5, endsAt: after(600), signal }, read)).rejects.toThrow('down');
    expect(read).toHaveBeenCalledTimes(2);
    random.mockRestore();
  });

  test.each<TelephonyErrorOptions>([
    { detail: { reason: 'CERT_HAS_EXPIRED' } },
    { detail: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    { detail: { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
    { detail: { status: 500 } },
  ])('%o is not repeated', async (options) => {
    const read = vi.fn(() => Promise.reject(unavailable(options)));
    await expect(withRetries({ retries: 2, endsAt: after(5000), signal }, read)).rejects.toThrow('down');
    expect(read).toHaveBeenCalledTimes(1);
  });
});
