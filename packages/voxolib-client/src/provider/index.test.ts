import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { dayBounds } from '@voxolib/telephony';
import { describeProvider } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createUpstreamGuard } from '../guard.ts';
import { judgeToken, type VoxolibOptions, voxolib } from './index.ts';

type AccountId = keyof Sandbox['voxolib']['accounts'];

const now = () => new Date('2026-03-31T14:05:09Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterEach(() => sandbox.voxolib.setFault(undefined));
afterAll(() => sandbox.close());

function optionsOf(account: AccountId, more: Partial<VoxolibOptions> = {}): VoxolibOptions {
  const { token } = sandbox.voxolib.accounts[account];
  return { token, baseUrl: sandbox.voxolib.url, now, ...more };
}

function failing(fault: string, more: Partial<VoxolibOptions> = {}) {
  return () => {
    sandbox.voxolib.setFault(fault);
    return voxolib(optionsOf('demo', { retries: 0, ...more }));
  };
}

describeProvider('voxolib', {
  provider: () => voxolib(optionsOf('demo')),
  now,
  failures: {
    'an unknown token': {
      code: 'UNAUTHENTICATED',
      provider: () => voxolib({ ...optionsOf('demo'), token: `pk.${'0'.repeat(64)}` }),
    },
    'a suspended account': { code: 'FORBIDDEN', provider: () => voxolib(optionsOf('suspended')) },
    'too many requests': { code: 'RATE_LIMITED', provider: failing('status=429') },
    'an outage': { code: 'UNAVAILABLE', provider: failing('status=503') },
    'a reset': { code: 'UNAVAILABLE', provider: failing('reset') },
    silence: { code: 'UNAVAILABLE', provider: failing('black-hole', { timeouts: { totalMs: 100 } }) },
    'a web page': { code: 'BAD_RESPONSE', provider: failing('html') },
  },
  async silent() {
    sandbox.voxolib.setFault('slow=60000');
    sandbox.voxolib.clearRequests();
    const { requests } = sandbox.voxolib;
    return {
      provider: voxolib(optionsOf('demo')),
      reached: () => expect.poll(() => requests.length).toBe(1),
      gone: () => expect.poll(() => requests[0]?.aborted).toBe(true),
    };
  },
});

describe('figures', () => {
  const days = { start_date: '2026-03-20', end_date: '2026-03-31', tz: 'Europe/Paris' };

  test.each(['wcb', 'did'] as const)(
    'of %s are those of the calls themselves, also on the day of 23 hours',
    async (product) => {
      for (const account of ['demo', 'busy', 'empty'] as const) {
        const report = await voxolib(optionsOf(account)).calls.daily(product, days);
        for (const { date, total, status_breakdown } of report.days) {
          const { start, end } = dayBounds(date, days.tz);
          const counted = new Map<string, number>();
          for (const { status } of sandbox.voxolib.calls(account, product, start, end)) {
            counted.set(status, (counted.get(status) ?? 0) + 1);
          }
          expect(status_breakdown).toEqual(Object.fromEntries(counted));
          expect(total).toBe([...counted.values()].reduce((sum, count) => sum + count, 0));
        }
      }
    },
  );

  test.each(['strings', 'no-totals', 'paging=3', 'out-of-order'])(
    'are the same when the reply has %s',
    async (fault) => {
      const provider = voxolib(optionsOf('demo'));
      const plain = await provider.calls.daily('wcb', days);
      const plainMinutes = await provider.minutes.daily('did', days);
      sandbox.voxolib.setFault(fault);
      expect(await provider.calls.daily('wcb', days)).toEqual(plain);
      expect(await provider.minutes.daily('did', days)).toEqual(plainMinutes);
    },
  );

  test('keep a status of any name', async () => {
    sandbox.voxolib.setFault('proto-status');
    const { totals } = await voxolib(optionsOf('demo')).calls.daily('wcb', days);
    expect(Object.entries(totals.status_breakdown)).toContainEqual(['__proto__', expect.any(Number)]);
  });

  test.each(['total-mismatch', 'duplicate-day', 'extra-day'])('with %s carry a warning', async (fault) => {
    sandbox.voxolib.setFault(fault);
    const { warnings } = await voxolib(optionsOf('demo')).calls.daily('wcb', days);
    expect(warnings).toHaveLength(1);
  });

  test.each([
    'conflicting-day',
    'counts=negative',
    'counts=huge',
    'counts=text',
    'counts=null',
    'counts=fraction',
    'not-a-number',
    'wrong-types=data',
    'wrong-types=reply',
    'wrong-types=row',
    'wrong-types=date',
    'wrong-types=numbers',
    'long-status',
    'invalid-json',
    'empty',
    'huge=6',
    'endless',
    'status=404',
    'redirect=http://127.0.0.1:1/',
  ])('with %s are refused', async (fault) => {
    sandbox.voxolib.setFault(fault);
    await expect(voxolib(optionsOf('demo')).calls.daily('wcb', days)).rejects.toMatchObject({ code: 'BAD_RESPONSE' });
  });
});

test('the product whose right is missing is named', async () => {
  const days = { start_date: '2026-03-30', end_date: '2026-03-30', tz: 'Europe/Paris' };
  const { calls, minutes, numbers } = voxolib(optionsOf('wcbOnly'));
  await expect(calls.daily('wcb', days)).resolves.toBeDefined();
  for (const refused of [calls.daily('did', days), minutes.daily('did', days), numbers.count()]) {
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('DID') });
  }
});

test('the two keys do what the token does', async () => {
  const { publicKey, secretKey } = sandbox.voxolib.accounts.demo;
  const { numbers } = voxolib({ publicKey, secretKey, baseUrl: sandbox.voxolib.url, now });
  await expect(numbers.count()).resolves.toMatchObject({ total: 12, as_of: now().toISOString() });
});

test('the longest period follows the contract', () => {
  const contract = { operations: { wcb_calls: { max_days: 31 }, minutes: { max_days: 7 } } };
  const { calls, minutes } = voxolib(optionsOf('demo', { contract }));
  expect([calls.maxDays, minutes.maxDays]).toEqual([31, 7]);
});

describe('judgeToken', () => {
  test.each<[AccountId, string]>([
    ['demo', 'accepted'],
    ['wcbOnly', 'accepted'],
    ['suspended', 'accepted'],
  ])('%s', async (account, verdict) => {
    await expect(judgeToken(optionsOf(account))).resolves.toBe(verdict);
  });

  test.each([
    ['an unknown token', `pk.${'0'.repeat(64)}`],
    ['no token', 'pk'],
  ])('refuses %s', async (_, token) => {
    await expect(judgeToken({ ...optionsOf('demo'), token })).resolves.toBe('refused');
  });

  test('asks once, and gives no verdict when Voxolib gives none', async () => {
    sandbox.voxolib.setFault('status=503');
    sandbox.voxolib.clearRequests();
    await expect(judgeToken(optionsOf('demo'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(sandbox.voxolib.requests).toHaveLength(1);
  });

  test('ends when the caller goes', async () => {
    const reason = new Error('gone');
    await expect(judgeToken(optionsOf('demo'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

test('providers of one guard share its knowledge of an outage', async () => {
  const guard = createUpstreamGuard({ breaker: { failures: 2 } });
  sandbox.voxolib.setFault('status=503');
  for (let index = 0; index < 2; index += 1) {
    await expect(voxolib(optionsOf('demo', { guard, retries: 0 })).numbers.count()).rejects.toThrow();
  }
  sandbox.voxolib.clearRequests();
  const other = voxolib(optionsOf('busy', { guard }));
  await expect(other.numbers.count()).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: expect.any(Number) });
  expect(sandbox.voxolib.requests).toHaveLength(0);
});
