import { connect } from '@voxolib/test-kit';
import { expect, test } from 'vitest';
import { callerOfDaktela, callerWithAll, gateway, toolServer } from './callers.ts';

async function call(name: string, given: Record<string, unknown>, who = callerWithAll()) {
  const client = await connect(() => toolServer.serve(who));
  const result = await client.callTool({ name, arguments: { tz: 'Europe/Paris', ...given } });
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is looked at field by field
  return { ...result, data: result.structuredContent as Record<string, any>, text: JSON.stringify(result.content) };
}

// The fake instance has eight calls from 29 to 31 March, two of them internal that nobody answered.
const lastDays = { period: '2026-03-29/2026-03-31' };

test('calls of Daktela are counted, compared, searched and exported in the same words', async () => {
  const daktela = callerOfDaktela();
  const { data } = await call('call_stats', { ...lastDays, group_by: ['product'] }, daktela);
  expect(data.source).toEqual({ provider: 'daktela', products: ['inbound', 'outbound', 'internal'] });
  expect(data.totals).toMatchObject({ calls: 8, answered: 6, missed: 2, other: 0 });
  expect(data.totals.by_product).toEqual({ inbound: 4, outbound: 2, internal: 2 });
  expect(data.definitions.families).toEqual({ answered: 'answered', abandon: 'missed' });
  const compared = await call('compare_periods', { ...lastDays, against: ['previous'], product: 'internal' }, daktela);
  expect(compared.data.comparisons[0].changes[0]).toMatchObject({ figure: 'calls', base: 2, other: 0 });
  const odd = await call('find_anomalies', { ...lastDays, compare_days: 30, product: 'inbound' }, daktela);
  expect(odd.data.source).toEqual({ provider: 'daktela', products: ['inbound'] });
  const exported = await call('export_calls', lastDays, daktela);
  expect(exported.data.sums).toMatchObject({ total: 8, missed: 2 });
});

test('products that several vendors have are told apart, and add up', async () => {
  const { data } = await call('call_stats', { ...lastDays, product: 'inbound', group_by: ['product'] });
  expect(data.source).toEqual({ provider: 'voipms+daktela', products: ['voipms:inbound', 'daktela:inbound'] });
  // Two days of VoIP.ms have one call each, and the last has three more.
  expect(data.totals.by_product).toEqual({ 'voipms:inbound': 6, 'daktela:inbound': 4 });
  expect(data.totals.calls).toBe(10);
  expect(data.groups.map(({ product }: { product: string }) => product)).toEqual(['daktela:inbound', 'voipms:inbound']);
});

test('one vendor can be asked alone', async () => {
  const { data } = await call('call_stats', { ...lastDays, account: 'daktela', product: 'inbound', group_by: [] });
  expect(data.source).toEqual({ provider: 'daktela', products: ['inbound'] });
  expect(data.totals.calls).toBe(4);
  const compared = await call('compare_periods', { ...lastDays, account: 'daktela', group_by: 'product' });
  expect(compared.data.source.provider).toBe('daktela');
  const refused = await call('call_stats', { ...lastDays, account: 'voipms' }, callerOfDaktela());
  expect(refused.isError).toBe(true);
  expect(refused.text).toContain('No account of voipms is connected. There are: daktela.');
});

test('a file of one account is that account’s again when its link is read', async () => {
  const { data } = await call('export_calls', { ...lastDays, account: 'daktela', product: 'inbound' });
  expect(data.file.uri).toContain('account=daktela');
  const client = await connect(() => gateway.serve(callerWithAll()));
  const [content] = (await client.readResource({ uri: data.file.uri })).contents;
  const rows = content !== undefined && 'text' in content ? content.text.trim().split('\r\n') : [];
  expect(rows).toHaveLength(data.file.rows + 1);
  expect(rows[1]).toContain(',inbound,');
});
