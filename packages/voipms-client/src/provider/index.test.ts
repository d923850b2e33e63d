import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { dayBounds } from '@voxolib/telephony';
import { describeProvider } from '@voxolib/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AccountId, optionsFor } from '../../test/sandbox-provider.ts';
import { type VoipmsOptions, voipms } from './index.ts';

const now = () => new Date('2026-03-31T14:05:09Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now });
});
afterEach(() => sandbox.voipms.setFault(undefined));
afterAll(() => sandbox.close());

function providerOf(account: AccountId, more: Partial<VoipmsOptions> = {}) {
  return voipms(optionsFor(sandbox, account, { now, ...more }));
}

function failing(fault: string, more: Partial<VoipmsOptions> = {}) {
  return () => {
    sandbox.voipms.setFault(fault);
    return providerOf('demo', { retries: 0, ...more });
  };
}

describeProvider('voipms', {
  provider: () => ({ ...providerOf('demo'), numbers: undefined }),
  now,
  failures: {
    "the portal's password": {
      code: 'UNAUTHENTICATED',
      provider: () => providerOf('demo', { password: sandbox.voipms.accounts.demo.portalPassword }),
    },
    'an address that is not listed': { code: 'FORBIDDEN', provider: () => providerOf('unlisted') },
    'an API that is switched off': { code: 'FORBIDDEN', provider: () => providerOf('apiOff') },
    'too many requests': {
      code: 'RATE_LIMITED',
      provider: failing('code=api_limit_exceeded', { pace: { limitPauseMs: 0 } }),
    },
    maintenance: { code: 'UNAVAILABLE', provider: failing('code=method_maintenance') },
    'an outage': { code: 'UNAVAILABLE', provider: failing('outage') },
    'a reset': { code: 'UNAVAILABLE', provider: failing('reset') },
    silence: { code: 'UNAVAILABLE', provider: failing('black-hole', { timeouts: { readMs: 100 } }) },
    XML: { code: 'BAD_RESPONSE', provider: failing('xml') },
  },
  async silent() {
    sandbox.voipms.setFault('slow=60000');
    sandbox.voipms.clearRequests();
    const { requests } = sandbox.voipms;
    return {
      provider: providerOf('demo'),
      reached: () => expect.poll(() => requests.length).toBe(1),
      gone: () => expect.poll(() => requests[0]?.aborted).toBe(true),
    };
  },
});

describe('figures', () => {
  /** Both days on which clocks of Paris and Toronto change are among these. */
  const days = { start_date: '2026-03-01', end_date: '2026-03-31', tz: 'Europe/Paris' };

  test.each([
    ['inbound', 'incoming'],
    ['outbound', 'outgoing'],
  ])('of %s calls are those of the calls themselves', async (product, direction) => {
    for (const account of ['demo', 'reseller', 'empty'] as const) {
      const report = await providerOf(account).calls.daily(product, days);
      for (const { date, total, status_breakdown } of report.days) {
        const { start, end } = dayBounds(date, days.tz);
        const counted = new Map<string, number>();
        for (const call of sandbox.voipms.calls(account, start, end)) {
          if (call.direction !== direction) continue;
          counted.set(call.disposition, (counted.get(call.disposition) ?? 0) + 1);
        }
        expect(status_breakdown).toEqual(Object.fromEntries(counted));
        expect(total).toBe([...counted.values()].reduce((sum, count) => sum + count, 0));
      }
    }
  });

  test('are the same by GET, and as single calls', async () => {
    const report = await providerOf('demo').calls.daily('inbound', days);
    expect((await providerOf('demo', { transport: 'get' }).calls.daily('inbound', days)).days).toEqual(report.days);
    const { calls } = await providerOf('demo').records.list({ ...days, direction: 'inbound' });
    expect(calls).toHaveLength(report.totals.total);
    expect(calls).toEqual(calls.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)));
  });
});
