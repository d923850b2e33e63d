import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, Call, Product } from '../src/index.ts';
import { dataOf, did, minutes, NOW, sandboxForTests, wcb } from './harness.ts';

const sandbox = await sandboxForTests();

const DAY_MS = 86_400_000;
const zones = [
  'Europe/Paris',
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];

/** The calls of a period, day by day, found by writing the date of each one with Intl. */
function byDate(account: AccountId, product: Product, start: string, end: string, tz: string): Map<string, Call[]> {
  const days = new Map<string, Call[]>();
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: tz, dateStyle: 'short' });
  const from = Date.parse(start) - 2 * DAY_MS;
  for (const call of sandbox.voxolib.calls(account, product, from, Date.parse(end) + 3 * DAY_MS)) {
    const day = date.format(call.at);
    if (day >= start && day <= end) days.set(day, [...(days.get(day) ?? []), call]);
  }
  return days;
}

async function compare(account: AccountId, product: Product, start: string, end: string, tz: string) {
  const expected = byDate(account, product, start, end, tz);
  const callRows = await dataOf<{ date: string; total: number; status_breakdown: Record<string, number> }[]>(
    sandbox,
    (product === 'wcb' ? wcb : did)(start, end, tz),
    { account },
  );
  const minuteRows = await dataOf<Record<string, number>[]>(sandbox, minutes(product, start, end, tz), { account });

  expect(new Set(callRows.filter((row) => row.total > 0).map((row) => row.date))).toEqual(new Set(expected.keys()));
  for (const { date, total, status_breakdown } of callRows) {
    const calls = expected.get(date) ?? [];
    expect([date, total]).toEqual([date, calls.length]);
    const counted: Record<string, number> = {};
    for (const { status } of calls) counted[status] = (counted[status] ?? 0) + 1;
    expect(status_breakdown).toEqual(counted);
  }
  for (const { date, ...row } of minuteRows) {
    const calls = expected.get(String(date)) ?? [];
    const sum = (amount: (call: Call) => number) => calls.reduce((total, call) => total + amount(call), 0) / 60;
    for (const line of ['fixed', 'mobile', 'intl'] as const) {
      expect(Math.abs((row[line] ?? -1) - sum((call) => (call.line === line ? call.duration_s : 0)))).toBeLessThan(
        0.0051,
      );
    }
    expect(Math.abs((row.billable ?? -1) - sum((call) => call.billable_s))).toBeLessThan(0.0051);
  }
}

describe('a report equals a count of the single calls', () => {
  it('on any period and in any zone', async () => {
    const startDays = fc.integer({ min: Date.parse('2023-11-10') / DAY_MS, max: Date.parse('2026-11-22') / DAY_MS });
    const accounts = fc.constantFrom<AccountId>('demo', 'busy');
    const products = fc.constantFrom<Product>('wcb', 'did');
    await fc.assert(
      fc.asyncProperty(
        accounts,
        products,
        startDays,
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(...zones),
        async (account, product, startDay, more, tz) => {
          const [start = '', end = ''] = [startDay, startDay + more].map((day) =>
            new Date(day * DAY_MS).toISOString().slice(0, 10),
          );
          await compare(account, product, start, end, tz);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['2026-03-28', '2026-03-30', 'Europe/Paris'],
    ['2026-10-24', '2026-10-26', 'Europe/Paris'],
    ['2026-03-07', '2026-03-09', 'America/New_York'],
    ['2025-11-01', '2025-11-03', 'America/New_York'],
    ['2026-04-04', '2026-04-06', 'Australia/Lord_Howe'],
  ])('over a change of the clocks: %s to %s in %s', async (start, end, tz) => {
    await compare('busy', 'did', start, end, tz);
    await compare('busy', 'wcb', start, end, tz);
  });

  it('on the first and the last day that there is, which are not whole', async () => {
    const today = NOW.toISOString().slice(0, 10);
    await compare('busy', 'did', '2023-11-19', '2023-11-21', 'Europe/Paris');
    await compare('busy', 'did', '2026-11-19', today, 'Asia/Kathmandu');
  });

  it('and the calls of two times are the calls of both together', () => {
    const [from, middle, to] = ['2026-11-16T07:00:00Z', '2026-11-17T10:08:11.123Z', '2026-11-18'].map(Date.parse);
    const calls = (start = 0, end = 0) => [...sandbox.voxolib.calls('busy', 'wcb', start, end)];
    expect([...calls(from, middle), ...calls(middle, to)]).toEqual(calls(from, to));
    expect(calls(from, to).length).toBeGreaterThan(500);
    expect(calls(to, from)).toEqual([]);
  });
});
