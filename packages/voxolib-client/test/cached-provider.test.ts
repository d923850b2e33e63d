import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { resolvePeriod } from '@voxolib/telephony';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import { readLongReport } from '@voxolib/telephony/reports';
import { describeProvider } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type VoxolibOptions, voxolib } from '../src/provider/index.ts';

const now = () => new Date('2026-03-31T14:05:09Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterEach(() => sandbox.voxolib.setFault(undefined));
afterAll(() => sandbox.close());

function plain(account: keyof Sandbox['voxolib']['accounts'], more: Partial<VoxolibOptions> = {}) {
  const { token } = sandbox.voxolib.accounts[account];
  return voxolib({ token, baseUrl: sandbox.voxolib.url, now, ...more });
}

function cached(account: keyof Sandbox['voxolib']['accounts'], cache = createDayCache({ now }), more = {}) {
  return cachedProvider(plain(account, more), cache, account);
}

/** A provider that has everything in its cache, so that the suite meets kept days. */
async function warm() {
  const provider = cached('demo');
  const days = { start_date: '2026-01-01', end_date: '2026-03-31', tz: 'Europe/Paris' };
  for (const { daily } of [provider.calls, provider.minutes]) {
    for (const product of ['wcb', 'did']) await daily(product, days);
  }
  return provider;
}

const failing = (fault: string) => () => {
  sandbox.voxolib.setFault(fault);
  return cached('demo', undefined, { retries: 0 });
};

const silent = async () => {
  sandbox.voxolib.setFault('slow=60000');
  sandbox.voxolib.clearRequests();
  const { requests } = sandbox.voxolib;
  return {
    provider: cached('demo'),
    reached: () => expect.poll(() => requests.length).toBe(1),
    gone: () => expect.poll(() => requests[0]?.aborted).toBe(true),
  };
};

describeProvider('voxolib before an empty cache', {
  provider: () => cached('demo'),
  now,
  silent,
  failures: {
    'a suspended account': { code: 'FORBIDDEN', provider: () => cached('suspended') },
    'too many requests': { code: 'RATE_LIMITED', provider: failing('status=429') },
    'an outage': { code: 'UNAVAILABLE', provider: failing('status=503') },
  },
});
describeProvider('voxolib before a full cache', { provider: warm, now });

describe('a year of the cache', () => {
  const days = { start_date: '2025-04-01', end_date: '2026-03-30', tz: 'Europe/Paris' };
  const period = resolvePeriod(days, { maxYears: 5, now: now() });

  test.each(['demo', 'busy', 'empty'] as const)('is that of Voxolib, and is asked for once: %s', async (account) => {
    const cache = createDayCache({ now });
    for (const product of ['wcb', 'did']) {
      const read = (provider: ReturnType<typeof plain>) =>
        readLongReport(period, 90, (slice) => provider.calls.daily(product, slice));
      const first = await read(cached(account, cache));
      sandbox.voxolib.clearRequests();
      const second = await read(cached(account, cache));
      expect(sandbox.voxolib.requests).toHaveLength(0);
      const direct = await read(plain(account));
      expect(first).toEqual(direct);
      expect(second).toEqual(direct);
    }
  });

  test.each(['total-mismatch', 'duplicate-day', 'extra-day'])('does not hide %s', async (fault) => {
    const { calls } = cached('demo');
    sandbox.voxolib.setFault(fault);
    for (let index = 0; index < 2; index += 1) {
      const { warnings } = await calls.daily('wcb', { ...days, start_date: '2026-03-01' });
      expect(warnings).toHaveLength(1);
    }
  });
});
