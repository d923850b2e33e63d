import { dailyCallReport, eachDate, resolvePeriod } from '@voxolib/telephony';
import { connect, fakeAccount } from '@voxolib/test-kit';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { countTokens as countOrBound } from '../src/budget.ts';
import type { Caller, VoxolibAccount } from '../src/index.ts';
import { caller, callerWithBoth, toolServer } from './callers.ts';

const now = new Date('2026-03-31T12:00:00Z');

/** An account whose days have many statuses with large counts: the largest answers that there are. */
function talkative(statuses: number): VoxolibAccount {
  const account = fakeAccount();
  account.calls.daily = async (product, asked) => {
    const period = resolvePeriod(asked, { maxDays: 90, now });
    const rows = eachDate(period.start_date, period.end_date).map((date, index) => {
      const counts = Array.from({ length: statuses }, (_, n) => [
        `status_of_kind_${n}`,
        100_000 + index * 7919 + n * 104_729,
      ]);
      const total = counts.reduce((sum, [, calls]) => sum + Number(calls), 0);
      return { date, total, status_breakdown: Object.fromEntries(counts) };
    });
    return dailyCallReport({ source: { provider: 'fake', product }, period, rows, asOf: now });
  };
  return account;
}

async function sizeOf(name: string, given: object, account: VoxolibAccount) {
  const client = await connect(() => toolServer.serve({ ...caller({ account }), now: () => now }));
  const result = await client.callTool({ name, arguments: { ...given } });
  const text = (result.content as { text?: string }[]).map((part) => part.text ?? '').join('');
  const json = JSON.stringify(result.structuredContent ?? {});
  return { tokens: countTokens(text) + countTokens(json), text, result };
}

describe('no answer exceeds its size', () => {
  const ninety = { start_date: '2026-01-01', end_date: '2026-03-31' };
  const years = { start_date: '2021-04-01', end_date: '2026-03-31' };
  const calls: [string, object, number][] = [
    ['voxolib_wcb_calls', ninety, 8000],
    ['voxolib_did_calls', ninety, 8000],
    ['voxolib_dids', {}, 8000],
    ['voxolib_minutes_report', { ...ninety, product: 'wcb' }, 8000],
    ['call_stats', { ...years, group_by: ['day'] }, 8000],
    ['call_stats', { ...years, group_by: ['day', 'product'], max_tokens: 24_000 }, 24_000],
    ['call_stats', { ...years, group_by: ['week', 'status'] }, 8000],
    ['call_stats', { ...years, group_by: ['day'], sort_by: 'calls', top: 500 }, 8000],
    ['call_stats', { ...years, group_by: ['day'], max_tokens: 2000 }, 2000],
    ['compare_periods', { ...years, against: ['2020', '2019', '2018'], group_by: 'day' }, 8000],
  ];
  test.each(calls)(
    '%s %j',
    async (name, given, limit) => {
      for (const statuses of [1, 5, 12]) {
        const { tokens, result, text } = await sizeOf(name, given, talkative(statuses));
        expect(tokens).toBeLessThanOrEqual(limit);
        if (result.isError) expect(text).toContain('max_tokens');
      }
    },
    60_000,
  );

  test.each<[string, object]>([
    ['voxolib_did_calls', ninety],
    ['call_stats', { ...years, group_by: ['year'] }],
    ['compare_periods', { period: '2025', against: ['2024', '2023', '2022'] }],
    ['find_anomalies', { period: '2025', top: 1 }],
    ['export_calls', years],
  ])('%s says in few words that a vendor’s totals never add up', async (name, given) => {
    const account = fakeAccount();
    account.calls.daily = async (product, asked) => {
      const period = resolvePeriod(asked, { maxDays: 90, now });
      const dates = eachDate(period.start_date, period.end_date);
      const rows = dates.map((date) => ({ date, total: 100, status_breakdown: { answered: 70 } }));
      return dailyCallReport({ source: { provider: 'fake', product }, period, rows, asOf: now });
    };
    const { result, tokens } = await sizeOf(name, given, account);
    expect(result.isError).toBeFalsy();
    expect(tokens).toBeLessThanOrEqual(8000);
    const { warnings } = result.structuredContent as { warnings: string[] };
    expect(warnings.length).toBeLessThanOrEqual(10);
    expect(warnings[0]).toContain('statuses add up to');
  });

  test('a coarser answer says so, and its totals are those of the finer one', async () => {
    const account = talkative(3);
    const year = { period: '2025', product: 'did', group_by: ['day'] };
    const fine = await sizeOf('call_stats', { ...year, max_tokens: 24_000 }, account);
    const coarse = await sizeOf('call_stats', { ...year, max_tokens: 2000 }, account);
    const data = (side: typeof fine) => side.result.structuredContent as { totals: object; coarsened?: string };
    expect(data(coarse).coarsened).toMatch(/Grouped by \w+ instead of day .* raise max_tokens/);
    expect(coarse.text).toContain(data(coarse).coarsened);
    expect(data(coarse).totals).toEqual(data(fine).totals);
  });
});

test('what is not counted is bounded: no text has more tokens than bytes', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.json());
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const tokens = countTokens(given);
      expect(tokens).toBeLessThanOrEqual(await countOrBound([given], Number.MAX_SAFE_INTEGER));
      expect(tokens).toBe(await countOrBound([given], -1));
    }),
  );
});

test('a mark of the tokenizer is counted as the text that it is', async () => {
  expect(await countOrBound(['<|endoftext|> 12'], -1)).toBeGreaterThan(4);
});

test.each<[string, Caller, { tokens: number; withOutputs: number }]>([
  ['Voxolib', caller(), { tokens: 3500, withOutputs: 8000 }],
  ['Voxolib and VoIP.ms', callerWithBoth(), { tokens: 8500, withOutputs: 15_000 }],
])('the definitions of the tools of %s fit a conversation', (title, who, most) => {
  const definitions = toolServer.list(who);
  const forModels = definitions.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
  const tokens = countTokens(JSON.stringify(forModels));
  const withOutputs = countTokens(JSON.stringify(definitions));
  console.error(
    `${title}, ${definitions.length} tools: ${tokens} tokens of names, descriptions and arguments; ${withOutputs} with output schemas`,
  );
  expect(tokens).toBeLessThanOrEqual(most.tokens);
  expect(withOutputs).toBeLessThanOrEqual(most.withOutputs);
});
