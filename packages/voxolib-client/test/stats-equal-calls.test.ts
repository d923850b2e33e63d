import { type Call, type Sandbox, startSandbox } from '@voxolib/sandbox';
import { type ResolvedPeriod, resolvePeriod } from '@voxolib/telephony';
import { callStats, defaultStatusFamilies, type Grouping, readLongReport } from '@voxolib/telephony/reports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { voxolib } from '../src/provider/index.ts';

// A Tuesday. The year and a half before has three changes of clocks, and two turns of the ISO year.
const now = () => new Date('2026-03-31T14:05:09Z');
const days = { start_date: '2024-10-01', end_date: '2026-03-31' };
const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'];
const products = ['wcb', 'did'] as const;

/** What the sandbox's statuses come to, said once more. */
const familyOf: Record<string, string> = {
  answered: 'answered',
  no_answer: 'missed',
  missed: 'missed',
  voicemail: 'missed',
  busy: 'busy',
  failed: 'failed',
  callback_scheduled: 'other',
};

type CountedCall = { product: string; date: string; status: string };
/** Calls that are alike, and how many there are. */
type Counts = Map<string, CountedCall & { calls: number }>;

const HOUR = 3_600_000;
const QUARTER_HOUR = HOUR / 4;
const ONE_DAY = 24 * HOUR;

let sandbox: Sandbox;
const countsIn = new Map<string, Counts>(zones.map((tz) => [tz, new Map()]));

beforeAll(async () => {
  sandbox = await startSandbox({ now });
  countEveryCall();
}, 60_000);
afterAll(() => sandbox.close());

/** Goes through all calls once, and asks Intl for the date of each quarter of an hour: offsets change with these only. */
function countEveryCall(): void {
  const clocks = zones.map((tz) => ({
    tz,
    clock: new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short' }),
  }));
  const from = Date.parse(days.start_date) - ONE_DAY;
  const to = Date.parse(days.end_date) + 2 * ONE_DAY;
  for (const product of products) {
    let quarter = Number.NaN;
    let dates: string[] = [];
    for (const { at, status } of sandbox.voxolib.calls('busy', product, from, to) as Iterable<Call>) {
      if (Math.floor(at / QUARTER_HOUR) !== quarter) {
        quarter = Math.floor(at / QUARTER_HOUR);
        dates = clocks.map(({ clock }) => clock.format(at));
      }
      for (const [index, tz] of zones.entries()) {
        const date = dates[index] ?? '';
        if (date < days.start_date || date > days.end_date) continue;
        const counts = countsIn.get(tz);
        const key = `${product} ${date} ${status}`;
        const known = counts?.get(key);
        if (known === undefined) counts?.set(key, { product, date, status, calls: 1 });
        else known.calls += 1;
      }
    }
  }
}

/** Weeks counted on a calendar: from Monday to Monday, the first of a year being the one with 4 January. */
const weekOf = new Map<string, string>();
{
  // A Monday, in week 40.
  let [week, year] = [39, 2024];
  for (let at = Date.parse('2024-09-30'); at < Date.parse('2026-04-10'); at += 7 * ONE_DAY) {
    const dates = Array.from({ length: 7 }, (_, day) => new Date(at + day * ONE_DAY).toISOString().slice(0, 10));
    const first = dates.find((date) => date.endsWith('-01-04'));
    week = first === undefined ? week + 1 : 1;
    year = first === undefined ? year : Number(first.slice(0, 4));
    for (const date of dates) weekOf.set(date, `${year}-W${String(week).padStart(2, '0')}`);
  }
}

const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

function labelOf({ product, date, status }: CountedCall, by: Grouping): string {
  switch (by) {
    case 'day':
      return date;
    case 'week':
      return weekOf.get(date) ?? 'unexpected';
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)}-Q${['01 02 03', '04 05 06', '07 08 09', '10 11 12'].findIndex((months) => months.includes(date.slice(5, 7))) + 1}`;
    case 'year':
      return date.slice(0, 4);
    case 'weekday':
      return weekday.format(new Date(date));
    case 'product':
      return product;
    case 'status':
      return status;
    case 'family':
      return familyOf[status] ?? 'unexpected';
  }
}

function groupByHand(tz: string, groupBy: readonly Grouping[]): Map<string, Record<string, number>> {
  const groups = new Map<string, Record<string, number>>();
  for (const call of countsIn.get(tz)?.values() ?? []) {
    const id = groupBy.map((by) => labelOf(call, by)).join(' / ');
    const figures = groups.get(id) ?? { calls: 0, answered: 0, missed: 0, busy: 0, failed: 0, other: 0 };
    groups.set(id, figures);
    const family = familyOf[call.status] ?? 'unexpected';
    figures.calls = (figures.calls ?? 0) + call.calls;
    figures[family] = (figures[family] ?? 0) + call.calls;
  }
  return groups;
}

/** The calls of each day that is over: today, where it is one of the days, is not. */
function wholeDays(tz: string, { start_date, end_date, partial_until }: ResolvedPeriod): number[] {
  const byDay = groupByHand(tz, ['day']);
  const calls: number[] = [];
  for (let at = Date.parse(start_date); at <= Date.parse(end_date); at += ONE_DAY) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (date !== end_date || partial_until === undefined) calls.push(byDay.get(date)?.calls ?? 0);
  }
  return calls;
}

const pct = (part = 0, whole = 0) => Math.round((part / whole) * 10_000) / 100;

describe.each(zones)('a year and a half of calls, counted in %s', (tz) => {
  const period = resolvePeriod({ ...days, tz }, { maxYears: 5, now: now() });
  let reports: Parameters<typeof callStats>[0]['reports'];

  beforeAll(async () => {
    const { token } = sandbox.voxolib.accounts.busy;
    const { calls } = voxolib({ token, baseUrl: sandbox.voxolib.url, now });
    reports = await Promise.all(
      products.map(async (product) => ({
        product,
        report: await readLongReport(period, calls.maxDays, (slice) => calls.daily(product, slice)),
      })),
    );
  }, 60_000);

  function stats(groupBy: Grouping[], ranking: object = {}) {
    const source = { provider: 'voxolib', products: [...products] };
    return callStats({ source, period, reports, families: defaultStatusFamilies, groupBy, ...ranking });
  }

  test('totals', () => {
    const { totals, missing, warnings } = stats([]);
    const [all = {}] = groupByHand(tz, []).values();
    expect(all.calls).toBeGreaterThan(500_000);
    const whole = wholeDays(tz, period);
    expect(totals).toMatchObject({
      ...all,
      answered_pct: pct(all.answered, all.calls),
      missed_pct: pct(all.missed, all.calls),
      days: 547,
      mean_per_day: Math.round((whole.reduce((sum, calls) => sum + calls, 0) / whole.length) * 100) / 100,
      by_product: Object.fromEntries([...groupByHand(tz, ['product'])].map(([product, { calls }]) => [product, calls])),
      status_breakdown: Object.fromEntries(
        [...groupByHand(tz, ['status'])].map(([status, { calls }]) => [status, calls]),
      ),
    });
    expect([missing, warnings]).toEqual([undefined, undefined]);
  });

  test.each<Grouping[][]>([
    [['day']],
    [['week']],
    [['month']],
    [['quarter']],
    [['year']],
    [['weekday']],
    [['product']],
    [['week', 'product']],
    [['quarter', 'weekday']],
  ])('by %s', (groupBy) => {
    const { groups } = stats(groupBy);
    const expected = groupByHand(tz, groupBy);
    expect(groups).toHaveLength(expected.size);
    const [{ calls: all = 0 } = {}] = groupByHand(tz, []).values();
    for (const group of groups) {
      const figures = expected.get(groupBy.map((by) => group[by]).join(' / ')) ?? {};
      expect(group).toMatchObject({
        ...figures,
        answered_pct: pct(figures.answered, figures.calls),
        missed_pct: pct(figures.missed, figures.calls),
        share_pct: pct(figures.calls, all),
      });
    }
  });

  test.each<Grouping[][]>([[['status']], [['family']], [['month', 'status']], [['product', 'family']]])(
    'by %s',
    (groupBy) => {
      const counted = stats(groupBy).groups.map((group) => [groupBy.map((by) => group[by]).join(' / '), group.calls]);
      const expected = [...groupByHand(tz, groupBy)].map(([id, { calls }]) => [id, calls]);
      expect(new Map(counted as [string, number][])).toEqual(new Map(expected as [string, number][]));
    },
  );

  test('the ten days on which most calls were missed, and all others', () => {
    const { groups, rest } = stats(['day'], { sortBy: 'missed', top: 10 });
    const byHand = [...groupByHand(tz, ['day'])].sort(
      ([dayA, a], [dayB, b]) => (b.missed ?? 0) - (a.missed ?? 0) || (dayA < dayB ? -1 : 1),
    );
    expect(groups.map(({ day, missed }) => [day, missed])).toEqual(
      byHand.slice(0, 10).map(([day, { missed }]) => [day, missed]),
    );
    expect(rest).toMatchObject({
      groups: byHand.length - 10,
      missed: byHand.slice(10).reduce((sum, [, { missed = 0 }]) => sum + missed, 0),
    });
  });

  test('the best and the worst day', () => {
    const { max_day, min_day } = stats([]).totals;
    const calls = [...groupByHand(tz, ['day'])].map(([date, { calls = 0 }]) => ({ date, calls }));
    expect(max_day).toEqual(calls.find((day) => day.calls === Math.max(...calls.map((other) => other.calls))));
    expect(min_day?.calls).toBe(Math.min(...wholeDays(tz, period)));
  });
});
