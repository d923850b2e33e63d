import { describe, expect, test } from 'vitest';
import type { CallDay } from '../call-report.ts';
import { type CallStatsRequest, callStats } from './call-stats.ts';
import { CallStats } from './call-stats-report.ts';
import type { Grouping } from './group-rows.ts';
import type { ProductReport } from './product-report.ts';
import { defaultStatusFamilies } from './status-family.ts';

const period = { start_date: '2026-03-01', end_date: '2026-03-31', tz: 'Europe/Paris', days: 31 };
const gap = { start_date: '2026-03-03', end_date: '2026-03-04', days: 2, reason: 'down' };

function day(date: string, status_breakdown: Record<string, number>, total?: number): CallDay {
  const sum = Object.values(status_breakdown).reduce((a, b) => a + b, 0);
  return { date: `2026-03-${date}`, total: total ?? sum, status_breakdown };
}

function product(name: string, days: CallDay[], missing: ProductReport['report']['missing'] = []): ProductReport {
  return { product: name, report: { days, missing, as_of: '2026-04-01T00:00:00.000Z', warnings: [] } };
}

function stats(reports: ProductReport[], groupBy: Grouping[] = [], more: Partial<CallStatsRequest> = {}): CallStats {
  const source = { provider: 'fake', products: reports.map(({ product }) => product) };
  const result = callStats({ source, period, reports, families: defaultStatusFamilies, groupBy, ...more });
  expect(CallStats.safeParse(result).error).toBeUndefined();
  return result;
}

describe('without calls', () => {
  const quiet = product('wcb', [day('01', {}), day('02', { answered: 0 })]);

  test('rates and shares are null, and means are zero', () => {
    const { totals, groups } = stats([quiet], ['week']);
    expect(totals).toMatchObject({ calls: 0, answered_pct: null, missed_pct: null, days: 2, mean_per_day: 0 });
    expect(
      groups.map(({ week, days, calls, answered_pct, share_pct }) => [week, days, calls, answered_pct, share_pct]),
    ).toEqual([
      ['2026-W09', 1, 0, null, null],
      ['2026-W10', 1, 0, null, null],
    ]);
  });

  test('and without days, so is the mean', () => {
    const { totals, groups } = stats([product('wcb', [])], ['day']);
    expect(totals).toMatchObject({ calls: 0, days: 0, mean_per_day: null, max_day: null, min_day: null });
    expect(groups).toEqual([]);
  });
});

describe('a total that its statuses contradict', () => {
  test('when it is larger, the rest has no status', () => {
    const reports = [product('wcb', [day('01', { answered: 7 }, 9)])];
    expect(stats(reports).totals).toMatchObject({ calls: 9, answered: 7, other: 2, answered_pct: 77.78 });
    expect(stats(reports, ['status']).groups.map(({ status, calls }) => [status, calls])).toEqual([
      ['(none)', 2],
      ['answered', 7],
    ]);
  });

  test('when it is smaller, the calls that have a status count', () => {
    const reports = [product('wcb', [day('01', { answered: 7, busy: 1 }, 3)])];
    expect(stats(reports).totals).toMatchObject({ calls: 8, answered: 7, busy: 1, other: 0, answered_pct: 87.5 });
    expect(stats(reports, ['day']).groups).toMatchObject([{ calls: 8, share_pct: 100 }]);
    expect(stats(reports, ['family']).groups.map(({ family, calls }) => [family, calls])).toEqual([
      ['answered', 7],
      ['busy', 1],
    ]);
  });
});

test('statuses of any name are counted and shown', () => {
  const long = 'x'.repeat(10_240);
  const statuses = Object.fromEntries([
    ['__proto__', 3],
    ['constructor', 2],
    ['toString', 1],
    [long, 4],
  ]);
  const { totals, groups, definitions } = stats([product('wcb', [day('01', statuses)])], ['status']);
  expect(totals).toMatchObject({ calls: 10, other: 10, answered: 0, answered_pct: 0 });
  expect(new Map(groups.map(({ status, calls }) => [status, calls]))).toEqual(new Map(Object.entries(statuses)));
  expect(Object.entries(totals.status_breakdown)).toEqual(Object.entries(statuses));
  expect(Object.entries(definitions.families)).toEqual(Object.keys(statuses).map((status) => [status, 'other']));
  expect(Object.getPrototypeOf(totals.status_breakdown)).toBe(Object.prototype);
});

describe('days that are missing of one product', () => {
  const wcb = product('wcb', [day('02', { answered: 9 }), day('03', { answered: 1 }), day('04', { answered: 20 })]);
  const did = product('did', [day('02', { answered: 5 })], [gap]);

  test('are named, with the product', () => {
    expect(stats([wcb, did]).missing).toEqual([{ ...gap, product: 'did' }]);
    expect(stats([did]).missing).toEqual([gap]);
    expect(stats([wcb])).not.toHaveProperty('missing');
  });

  test('are no group of its own, where they would look like days without calls', () => {
    const { groups } = stats([wcb, did], ['day', 'product']);
    expect(groups.map(({ day, product, calls, days }) => [day, product, calls, days])).toEqual([
      ['2026-03-02', 'did', 5, 1],
      ['2026-03-02', 'wcb', 9, 1],
      ['2026-03-03', 'wcb', 1, 1],
      ['2026-03-04', 'wcb', 20, 1],
    ]);
  });

  test('do not count among the days of its groups', () => {
    const days = (by: Grouping[]) => stats([wcb, did], by).groups.map(({ product, days }) => [product, days]);
    expect(days(['month', 'product'])).toEqual([
      ['did', 1],
      ['wcb', 3],
    ]);
    expect(days(['week', 'status', 'product'])).toEqual([
      ['did', 1],
      ['wcb', 3],
    ]);
    expect(days(['month'])).toEqual([[undefined, 3]]);
  });

  test('are neither the best nor the worst day, and in no mean', () => {
    expect(stats([wcb, did]).totals).toMatchObject({
      calls: 35,
      days: 3,
      mean_per_day: 14,
      min_day: { date: '2026-03-02', calls: 14 },
      max_day: { date: '2026-03-02', calls: 14 },
    });
    expect(stats([wcb]).totals).toMatchObject({
      min_day: { date: '2026-03-03', calls: 1 },
      max_day: { date: '2026-03-04', calls: 20 },
    });
  });
});

test('today may be the best day so far, but not the worst, and is in no mean', () => {
  const partial = { ...period, end_date: '2026-03-03', days: 3, partial_until: '2026-03-03T09:00:00+01:00' };
  const totals = (today: number) => {
    const days = [day('01', { answered: 9 }), day('02', { answered: 5 }), day('03', { answered: today })];
    return stats([product('wcb', days)], [], { period: partial }).totals;
  };
  expect(totals(1)).toMatchObject({
    calls: 15,
    days: 3,
    mean_per_day: 7,
    min_day: { date: '2026-03-02', calls: 5 },
    max_day: { date: '2026-03-01', calls: 9 },
  });
  expect(totals(12)).toMatchObject({ mean_per_day: 7, max_day: { date: '2026-03-03', calls: 12 } });
  const todayAlone = { ...partial, start_date: '2026-03-03', days: 1 };
  expect(stats([product('wcb', [day('03', { answered: 4 })])], [], { period: todayAlone }).totals).toMatchObject({
    calls: 4,
    mean_per_day: null,
    min_day: null,
    max_day: { date: '2026-03-03', calls: 4 },
  });
});

test('many warnings are counted rather than listed', () => {
  const wcb = product('wcb', [day('01', {})]);
  wcb.report.warnings.push(...Array.from({ length: 300 }, (_, index) => `odd ${index}`));
  const { warnings } = stats([wcb]);
  expect(warnings).toHaveLength(10);
  expect(warnings?.slice(8)).toEqual([
    'wcb: odd 8',
    '291 further warnings are left out. Ask for a shorter period to see them.',
  ]);
});

test('groups that cross two times have the days that lie in both', () => {
  const days = Array.from({ length: 31 }, (_, index) => day(String(index + 1).padStart(2, '0'), { answered: 1 }));
  const { groups } = stats([product('wcb', days)], ['month', 'weekday']);
  expect(groups.map(({ weekday, days, calls }) => [weekday, days, calls])).toEqual([
    ['Monday', 5, 5],
    ['Tuesday', 5, 5],
    ['Wednesday', 4, 4],
    ['Thursday', 4, 4],
    ['Friday', 4, 4],
    ['Saturday', 4, 4],
    ['Sunday', 5, 5],
  ]);
});

test('groups of few calls take no part in a ranking, and are in the rest', () => {
  const days = [day('01', { answered: 1 }), day('02', { answered: 5, busy: 5 }), day('03', { answered: 8, busy: 2 })];
  const { groups, rest } = stats([product('wcb', days)], ['day'], { sortBy: 'answered_pct', top: 1, minCalls: 5 });
  expect(groups.map(({ day, answered_pct }) => [day, answered_pct])).toEqual([['2026-03-03', 80]]);
  expect(rest).toMatchObject({ groups: 2, calls: 11, answered: 6, answered_pct: 54.55 });
});

test('warnings say their product, and the oldest time counts', () => {
  const [wcb, did] = [product('wcb', [day('01', {})]), product('did', [day('01', {})])];
  wcb.report.warnings.push('odd');
  did.report.as_of = '2026-03-31T00:00:00.000Z';
  expect(stats([wcb, did])).toMatchObject({ warnings: ['wcb: odd'], as_of: '2026-03-31T00:00:00.000Z' });
});
