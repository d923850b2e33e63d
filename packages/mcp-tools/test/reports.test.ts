import { TelephonyError } from '@voxolib/telephony';
import { connect, eras, fakeAccount } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { ERROR_META_KEY, type VoxolibAccount } from '../src/index.ts';
import { caller, toolServer } from './callers.ts';

// The fake account lives on 2026-03-31 and has as many calls as the day of the month, one of which is missed.
async function call(name: string, given: object, who = caller()) {
  const client = await connect(() => toolServer.serve(who));
  return client.callTool({ name, arguments: { ...given } });
}

function textOf(result: object): string {
  const { content } = result as { content: { text?: string }[] };
  return content.map((part) => part.text ?? '').join('\n');
}

describe('call_stats', () => {
  test('computes totals, rates and groups of both products', async () => {
    const result = await call('call_stats', { period: '2026-02', group_by: ['week'] });
    expect(result.structuredContent).toMatchObject({
      source: { provider: 'fake', products: ['wcb', 'did'] },
      period: { name: '2026-02', start_date: '2026-02-01', end_date: '2026-02-28', days: 28 },
      totals: {
        calls: 812,
        answered: 756,
        missed: 56,
        answered_pct: 93.1,
        missed_pct: 6.9,
        by_product: { wcb: 406, did: 406 },
        mean_per_day: 29,
        max_day: { date: '2026-02-28', calls: 56 },
        min_day: { date: '2026-02-01', calls: 2 },
      },
      groups: [
        { week: '2026-W05', days: 1, calls: 2 },
        { week: '2026-W06', days: 7 },
        { week: '2026-W07', days: 7 },
        { week: '2026-W08', days: 7 },
        { week: '2026-W09', days: 6 },
      ],
      definitions: { answered_pct: 'answered / calls × 100', families: { no_answer: 'missed' } },
    });
    expect(textOf(result)).toContain('2026-W05 | 1 | 2 | 0 | 2');
  });

  test('ranks, and keeps the rest together', async () => {
    const result = await call('call_stats', {
      period: '2026-02',
      product: 'did',
      group_by: ['day'],
      sort_by: 'calls',
      top: 2,
    });
    expect(result.structuredContent).toMatchObject({
      groups: [
        { day: '2026-02-28', calls: 28 },
        { day: '2026-02-27', calls: 27 },
      ],
      rest: { groups: 26, calls: 351 },
    });
  });

  test('minutes are grouped in time, and not by status', async () => {
    const minutes = await call('call_stats', {
      period: '2026-02',
      measure: 'minutes',
      product: 'wcb',
      group_by: ['month'],
    });
    expect(minutes.structuredContent).toMatchObject({ totals: { fixed: 2.8, mobile: 5.6, billable: 8.4 } });
    const byStatus = await call('call_stats', { period: '2026-02', measure: 'minutes', group_by: ['status'] });
    expect(textOf(byStatus)).toContain('Minutes have no status. Group them by time, weekday or product.');
  });

  test('minutes need their scope', async () => {
    const who = caller({ scopes: ['mcp.stats.read'] });
    expect(textOf(await call('call_stats', { period: '2026-02', measure: 'minutes' }, who))).toContain(
      'mcp.billing.read',
    );
  });

  test.each([
    [{ period: 'lastmonth' }, 'There is no period "lastmonth". There are: today, yesterday'],
    [{ period: '2026-W54' }, '2026 has the ISO weeks W01 to W53.'],
    [{ period: '2027' }, 'The period 2027 is in the future: today is 2026-03-31'],
    [
      { start_date: '2021-01-01', end_date: '2026-01-01' },
      'at most 5 years are allowed. Use an end_date up to 2025-12-31',
    ],
    [{ period: '2026-02', start_date: '2026-02-01' }, 'either period, or start_date and end_date'],
    [{ start_date: '2026-02-01' }, 'end_date is missing'],
    [{}, 'period is missing. Give period (today, yesterday'],
    [{ period: '2026-02', group_by: ['hour'] }, 'group_by.0: "hour" must be one of day, week, month'],
    [
      { period: '2026-02', product: 'sms' },
      'product: "sms" must be one of all, wcb, did, inbound, outbound, internal.',
    ],
    [{ period: '2026-02', sort_by: 'billable' }, 'This measure has no figure billable. It has: calls'],
    [{ period: '2026-02', group_by: ['status'], sort_by: 'missed' }, 'Groups by status have calls alone.'],
    [{ period: '2026-02', top: '10' }, 'top: "10" must be of type number'],
    [{ period: '2026-02', max_tokens: 499 }, 'max_tokens: "499" is too small: at least 500'],
  ])('%j is refused by name', async (given, words) => {
    const who = { ...caller(), now: () => new Date('2026-03-31T12:00:00Z') };
    const result = await call('call_stats', given, who);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toContain(words);
    expect(result._meta?.[ERROR_META_KEY]).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('5 years are served', async () => {
    const result = await call('call_stats', { start_date: '2021-01-01', end_date: '2025-12-31', group_by: ['year'] });
    expect(result.structuredContent).toMatchObject({
      period: { days: 1826 },
      groups: Array(5).fill(expect.anything()),
    });
  });

  test('a part that fails is named, and is in no figure', async () => {
    const account = fakeAccount();
    const { daily } = account.calls;
    account.calls.daily = async (product, period, options) => {
      if (period.start_date <= '2025-05-01' && '2025-05-01' <= period.end_date)
        throw new TelephonyError('UNAVAILABLE', 'Voxolib does not answer.');
      return daily(product, period, options);
    };
    const result = await call(
      'call_stats',
      { period: '2025', product: 'did', group_by: ['quarter'] },
      caller({ account }),
    );
    expect(result.structuredContent).toMatchObject({
      missing: [{ start_date: '2025-03-31', end_date: '2025-06-22', days: 84, reason: 'Voxolib does not answer.' }],
      totals: { days: 281 },
    });
    expect(textOf(result)).toContain('2025-03-31');
  });
});

describe('compare_periods', () => {
  test('states absolute and relative change, and rates in points', async () => {
    const result = await call('compare_periods', { period: '2026-02', product: 'did' });
    expect(result.structuredContent).toMatchObject({
      base: { period: { name: '2026-02' } },
      comparisons: [
        {
          period: { name: 'previous', start_date: '2026-01-01', end_date: '2026-01-31' },
          changes: expect.arrayContaining([
            { figure: 'calls', base: 406, other: 496, change: -90, change_pct: -18.15 },
            { figure: 'missed', base: 28, other: 31, change: -3, change_pct: -9.68 },
            { figure: 'busy', base: 0, other: 0, change: 0, change_pct: null, small: true },
            { figure: 'calls_per_day', base: 14.5, other: 16, change: -1.5, change_pct: -9.37 },
          ]),
          rates: [
            { rate: 'answered_pct', base: 93.1, other: 93.75, points: -0.65 },
            { rate: 'missed_pct', base: 6.9, other: 6.25, points: 0.65 },
          ],
          notes: ['The periods have 28 and 31 days: compare the means per day rather than the totals.'],
        },
      ],
    });
    expect(textOf(result)).toContain('calls | 406 | 496 | -90 | -18.15');
  });

  test('swapping the periods turns every sign', async () => {
    const one = await call('compare_periods', { period: '2026-02', against: ['2026-01'], group_by: 'weekday' });
    const other = await call('compare_periods', { period: '2026-01', against: ['2026-02'], group_by: 'weekday' });
    const changes = (result: object) => {
      const [first] = (
        result as { structuredContent: { comparisons: Record<'changes' | 'groups', { change: number }[]>[] } }
      ).structuredContent.comparisons;
      return [...(first?.changes ?? []), ...(first?.groups ?? [])].map(({ change }) => change);
    };
    expect(changes(one)).toEqual(changes(other).map((change) => -change || 0));
  });

  test('an overlap is allowed, and said', async () => {
    const given = { start_date: '2026-02-01', end_date: '2026-02-20', against: ['2026-02-10/2026-03-01'] };
    expect(textOf(await call('compare_periods', given))).toContain(
      'The periods overlap in 11 days, 2026-02-10 to 2026-02-20',
    );
  });

  test('an unknown period to compare with is refused by its own name', async () => {
    const result = await call('compare_periods', { period: '2026-02', against: ['before'] });
    expect(result._meta?.[ERROR_META_KEY]).toMatchObject({ field: 'against' });
  });
});

test.each(eras)('progress is told to a client of %s that asks for it', async (era) => {
  const client = await connect(() => toolServer.serve(caller()), era);
  const heard: { progress: number; total?: number | undefined }[] = [];
  await client.callTool(
    { name: 'call_stats', arguments: { period: '2025', product: 'did' } },
    { onprogress: ({ progress, total }) => heard.push({ progress, total }) },
  );
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.at(-1)).toEqual({ progress: heard.at(-1)?.total, total: heard.at(-1)?.total });
  expect(heard.map(({ progress }) => progress)).toEqual(
    [...heard.map(({ progress }) => progress)].sort((a, b) => a - b),
  );
});

test('a comparison asks for four parts at once at the most, and tells its progress as one', async () => {
  let underWay = 0;
  let most = 0;
  const account = fakeAccount({
    before: async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay--;
    },
  });
  const client = await connect(() => toolServer.serve(caller({ account })));
  const heard: number[] = [];
  await client.callTool(
    { name: 'compare_periods', arguments: { period: '2025', against: ['2024', '2023', '2022'] } },
    { onprogress: ({ progress }) => heard.push(progress) },
  );
  expect(most).toBe(4);
  expect(heard.length).toBeGreaterThan(30);
  expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
});

test('a caller that has gone ends the reading of all parts', async () => {
  const gone = new AbortController();
  let begun = 0;
  const account: VoxolibAccount = fakeAccount({
    before: async ({ signal }) => {
      begun++;
      if (begun === 2) gone.abort();
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
    },
  });
  const client = await connect(() => toolServer.serve(caller({ account })));
  const five = { start_date: '2021-01-01', end_date: '2025-12-31' };
  await expect(client.callTool({ name: 'call_stats', arguments: five }, { signal: gone.signal })).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(begun).toBeLessThanOrEqual(8);
});
