import { describe, expect, test } from 'vitest';
import { eachDate } from '../calendar.ts';
import { type CompareRequest, comparePeriods, type PeriodFigures } from './compare.ts';
import { toCallCells } from './figure-cells.ts';
import type { MissingDays } from './long-report.ts';
import { PeriodComparison } from './period-comparison.ts';
import { countedDates } from './product-report.ts';
import { defaultStatusFamilies } from './status-family.ts';
import { wholeDates } from './whole-days.ts';

interface SideFacts {
  start: string;
  end: string;
  /** Answered calls on a date. */
  calls: (date: string, product: string) => number;
  products?: string[];
  missing?: (MissingDays & { product: string })[];
  partial?: boolean;
}

function side({ start, end, calls, products = ['did'], missing = [], partial = false }: SideFacts): PeriodFigures {
  const dates = eachDate(start, end);
  const period = {
    start_date: start,
    end_date: end,
    tz: 'UTC',
    days: dates.length,
    ...(partial && { partial_until: `${end}T09:00:00+00:00` }),
  };
  const reports = products.map((product) => {
    const gone = missing.filter((part) => part.product === product);
    const had = dates.filter((date) => !gone.some((part) => date >= part.start_date && date <= part.end_date));
    const days = had.map((date) => {
      return { date, total: calls(date, product), status_breakdown: { answered: calls(date, product) } };
    });
    return { product, report: { days, missing: gone, as_of: '2026-04-01T00:00:00.000Z', warnings: [] } };
  });
  return {
    period,
    cells: toCallCells(reports, defaultStatusFamilies),
    dates: countedDates(reports),
    wholeDates: wholeDates(reports, period),
    missing,
    asOf: '2026-04-01T00:00:00.000Z',
    warnings: [],
  };
}

function compare(base: PeriodFigures, other: PeriodFigures, more: Partial<CompareRequest> = {}) {
  const result = comparePeriods({
    source: { provider: 'fake', products: ['did'] },
    measure: 'calls',
    figures: ['calls', 'answered'],
    base,
    others: [other],
    products: ['did'],
    ...more,
  });
  expect(PeriodComparison.safeParse(result).error).toBeUndefined();
  const [comparison] = result.comparisons;
  if (comparison === undefined) throw new Error('There is one comparison');
  const changeOf = (figure: string) => comparison.changes.find((change) => change.figure === figure);
  return { ...comparison, changeOf };
}

const february = (facts: Partial<SideFacts> = {}) =>
  side({ start: '2026-02-01', end: '2026-02-28', calls: () => 10, ...facts });
const january = (facts: Partial<SideFacts> = {}) =>
  side({ start: '2026-01-01', end: '2026-01-31', calls: () => 8, ...facts });

describe('per day', () => {
  test('few calls a day are not small where they are many in all', () => {
    const { changeOf } = compare(february(), january());
    expect(changeOf('calls_per_day')).toEqual({
      figure: 'calls_per_day',
      base: 10,
      other: 8,
      change: 2,
      change_pct: 25,
    });
  });

  test('the percentage is that of the means, not of their rounded form', () => {
    const years = (year: string, calls: number) =>
      side({ start: `${year}-01-01`, end: `${year}-12-31`, calls: (date) => (date.endsWith('-01-01') ? calls : 0) });
    const { changeOf } = compare(years('2026', 20), years('2025', 30));
    expect(changeOf('calls_per_day')).toMatchObject({ base: 0.05, other: 0.08, change_pct: -33.33 });
  });

  test('today is no whole day, and neither is one that lacks a product', () => {
    const noon = (date: string) => (date === '2026-02-28' ? 1 : 10);
    expect(compare(february({ calls: noon, partial: true }), january()).changeOf('calls_per_day')).toMatchObject({
      base: 10,
    });
    const gap = { start_date: '2026-02-01', end_date: '2026-02-14', days: 14, reason: 'down', product: 'wcb' };
    const products = ['did', 'wcb'];
    const { changeOf } = compare(february({ products, missing: [gap] }), january({ products }), { products });
    expect(changeOf('calls_per_day')).toMatchObject({ base: 20, other: 16 });
  });

  test('in periods of one length, the counterpart of a day that is not whole is left out too', () => {
    const calls = (date: string) => (/-(07|14|21|28)$/.test(date) ? 1 : 10);
    const thisWeek = side({ start: '2026-02-16', end: '2026-02-21', calls, partial: true });
    const lastWeek = side({ start: '2026-02-09', end: '2026-02-14', calls });
    const { changeOf } = compare(thisWeek, lastWeek);
    expect(changeOf('calls_per_day')).toMatchObject({ base: 10, other: 10, change: 0 });
  });

  test('there is none where a period has no whole day', () => {
    const today = side({ start: '2026-03-01', end: '2026-03-01', calls: () => 5, partial: true });
    const yesterday = side({ start: '2026-02-28', end: '2026-02-28', calls: () => 9 });
    expect(compare(today, yesterday).changeOf('calls_per_day')).toBeUndefined();
  });
});

describe('groups', () => {
  test('a day that the shorter period does not have is no fall to zero', () => {
    const { groups, movers } = compare(february(), january(), { groupBy: 'day' });
    expect(groups).toHaveLength(31);
    expect(groups?.at(-1)).toEqual({
      group: '(none)',
      other_group: '2026-01-31',
      other_days: 1,
      base: null,
      other: 8,
      change: null,
      change_pct: null,
    });
    expect(movers).toHaveLength(5);
    for (const { change } of movers ?? []) expect(change).toBe(2);
  });

  test('a weekday that a period does not have is no fall to zero', () => {
    const days = side({ start: '2026-03-02', end: '2026-03-04', calls: () => 10 });
    const week = side({ start: '2026-02-23', end: '2026-03-01', calls: () => 8 });
    const { groups } = compare(days, week, { groupBy: 'weekday' });
    expect(groups?.map(({ group, base, change }) => [group, base, change])).toEqual([
      ['Monday', 10, 2],
      ['Tuesday', 10, 2],
      ['Wednesday', 10, 2],
      ['Thursday', null, null],
      ['Friday', null, null],
      ['Saturday', null, null],
      ['Sunday', null, null],
    ]);
  });

  test('days that are missing are no fall either, and a part of a group is marked', () => {
    const gap = { start_date: '2026-02-09', end_date: '2026-02-17', days: 9, reason: 'down', product: 'did' };
    const { groups, movers, notes } = compare(february({ missing: [gap] }), january(), { groupBy: 'week' });
    const row = (week: string) => groups?.find(({ group }) => group === week);
    expect(row('2026-W07')).toMatchObject({ base: null, change: null, change_pct: null });
    expect(row('2026-W08')).toMatchObject({ base: 50, days: 5, other_days: 7, incomplete: true });
    expect(row('2026-W09')).toMatchObject({ base: 60, days: 6 });
    expect(row('2026-W09')).not.toHaveProperty('incomplete');
    expect(movers?.map(({ group }) => group)).not.toContain('2026-W08');
    expect(notes).toContainEqual(expect.stringContaining('Days are missing'));
  });

  test('a product is incomplete by its own missing days alone', () => {
    const gap = { start_date: '2026-02-01', end_date: '2026-02-14', days: 14, reason: 'down', product: 'wcb' };
    const products = ['did', 'wcb'];
    const request = { products, groupBy: 'product' } as const;
    const { groups } = compare(february({ products, missing: [gap] }), january({ products }), request);
    expect(groups?.map(({ group, base, incomplete }) => [group, base, incomplete])).toEqual([
      ['did', 280, undefined],
      ['wcb', 140, true],
    ]);
  });

  test('a status that one period does not have is zero there', () => {
    const none = january({ calls: () => 0 });
    const { groups } = compare(february(), { ...none, cells: [] }, { groupBy: 'status' });
    expect(groups).toEqual([{ group: 'answered', base: 280, other: 0, change: 280, change_pct: null }]);
  });
});

describe('notes', () => {
  test.each([
    ['2026-02-01', '2026-02-20', '2026-02-20', '2026-03-11', 'The periods overlap in one day, 2026-02-20, which'],
    ['2026-02-01', '2026-02-20', '2026-02-10', '2026-03-01', 'overlap in 11 days, 2026-02-10 to 2026-02-20, which'],
    ['2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31', 'have 28 and 31 days'],
    ['2026-02-07', '2026-02-07', '2026-02-06', '2026-02-06', 'One of the two days is a Saturday or a Sunday'],
    ['2026-02-02', '2026-02-06', '2026-01-29', '2026-02-02', 'Of 5 days, 0 and 2 are Saturdays and Sundays'],
  ])('%s to %s against %s to %s', (start, end, otherStart, otherEnd, words) => {
    const { notes } = compare(
      side({ start, end, calls: () => 1 }),
      side({ start: otherStart, end: otherEnd, calls: () => 1 }),
    );
    expect(notes).toContainEqual(expect.stringContaining(words));
  });
});
