import { TelephonyError } from '@voxolib/telephony';
import { connect, fakeVoipms } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { callerThen, callerWithBoth, toolServer } from './callers.ts';

async function call(name: string, given: Record<string, unknown>, who = callerWithBoth()) {
  const client = await connect(() => toolServer.serve(who));
  const result = await client.callTool({ name, arguments: { tz: 'America/Toronto', ...given } });
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
  return { ...result, data: result.structuredContent as Record<string, any>, text: JSON.stringify(result.content) };
}

// In February VoIP.ms has one call each way a day, and the other account as many of each product as the day of the month.
const february = { period: '2026-02' };

describe('both vendors at once', () => {
  test('are one total of the parts that the answer names', async () => {
    const { data } = await call('call_stats', { ...february, group_by: ['product'] });
    expect(data.source).toEqual({ provider: 'fake+voipms', products: ['wcb', 'did', 'inbound', 'outbound'] });
    expect(data.totals.by_product).toEqual({ wcb: 406, did: 406, inbound: 28, outbound: 28 });
    expect(data.totals.calls).toBe(406 + 406 + 28 + 28);
    expect(data.groups.map(({ product, calls }: { product: string; calls: number }) => [product, calls])).toEqual([
      ['did', 406],
      ['inbound', 28],
      ['outbound', 28],
      ['wcb', 406],
    ]);
  });

  test('have statuses in the same families', async () => {
    const { data } = await call('call_stats', { ...february, group_by: ['product', 'family'] });
    expect(data.totals).toMatchObject({ answered: 756 + 28, missed: 56 + 28 });
    expect(data.definitions.families).toMatchObject({ ANSWERED: 'answered', 'NO ANSWER': 'missed' });
  });

  test.each([
    ['inbound', 28, 'answered'],
    ['outbound', 28, 'missed'],
  ])('%s alone is of VoIP.ms alone', async (product, calls, family) => {
    const { data } = await call('call_stats', { ...february, product, group_by: [] });
    expect(data.source).toEqual({ provider: 'voipms', products: [product] });
    expect(data.totals).toMatchObject({ calls, [family]: calls });
  });

  test('are compared, searched for odd days and exported in the same words', async () => {
    const compared = await call('compare_periods', { ...february, against: ['2026-01'], product: 'inbound' });
    expect(compared.data.comparisons[0].changes[0]).toMatchObject({ figure: 'calls', base: 28, other: 31 });
    const odd = await call('find_anomalies', { period: '2026-03', product: 'inbound', holidays_of: 'CA-QC' });
    expect(odd.data).toMatchObject({ source: { provider: 'voipms', products: ['inbound'] }, anomalies: [] });
    const { data, text } = await call('export_calls', { ...february, product: 'all' });
    expect(data.file.rows).toBe(28 * 4);
    expect(data.sums.total).toBe(868);
    expect(text).toContain('outbound');
  });

  test('minutes are of the account that has them', async () => {
    const { data } = await call('call_stats', { ...february, measure: 'minutes', group_by: [] });
    expect(data.source).toEqual({ provider: 'fake', products: ['wcb', 'did'] });
    const refused = await call('call_stats', { ...february, measure: 'minutes', product: 'inbound' });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('no product inbound');
  });
});

describe('when VoIP.ms refuses', () => {
  const refusing = (code: 'UNAUTHENTICATED' | 'CONFIGURATION' | 'UNAVAILABLE') => {
    const voipms = fakeVoipms();
    voipms.calls.daily = () => Promise.reject(new TelephonyError(code, 'VoIP.ms says no.', { provider: 'voipms' }));
    return voipms;
  };

  test.each(['UNAUTHENTICATED', 'CONFIGURATION'] as const)(
    'with %s, all is of the other account, and says what it lacks',
    async (code) => {
      const { data } = await call('call_stats', february, callerWithBoth({ voipms: refusing(code) }));
      expect(data.source).toEqual({ provider: 'fake', products: ['wcb', 'did'] });
      expect(data.totals.calls).toBe(812);
      expect(data.warnings.join(' ')).toMatch(/without inbound: VoIP\.ms says no\..*without outbound/);
    },
  );

  test('and it was what was asked for, or all there is, the refusal is the answer', async () => {
    const voipms = refusing('UNAUTHENTICATED');
    const asked = await call('call_stats', { ...february, product: 'inbound' }, callerWithBoth({ voipms }));
    expect(asked.isError).toBe(true);
    const alone = { ...callerThen({ account: null }), connections: { voipms } };
    const all = await call('call_stats', february, alone);
    expect(all._meta?.['com.voxolib/error']).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

test('an account of VoIP.ms alone has its own products and is told of the others', async () => {
  const alone = { ...callerThen({ account: null }), connections: { voipms: fakeVoipms() } };
  const { data } = await call('call_stats', february, alone);
  expect(data.source).toEqual({ provider: 'voipms', products: ['inbound', 'outbound'] });
  const { text } = await call('call_stats', { ...february, product: 'wcb' }, alone);
  expect(text).toContain('no product wcb. They have: inbound, outbound');
});
