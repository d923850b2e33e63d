import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, eachDate } from './calendar.ts';
import { addCallCounts, type CallDay, DailyCallReport, dailyCallReport } from './call-report.ts';
import { addMinutes, DailyMinutesReport, dailyMinutesReport } from './minutes-report.ts';
import { numberCount } from './number-count.ts';

const source = { provider: 'test', product: 'wcb' };
const asOf = new Date('2026-03-31T12:00:00Z');
const period = { start_date: '2026-03-01', end_date: '2026-03-10', tz: 'Europe/Paris', days: 10 };

const status = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'total', 'toString'));
const breakdown = fc.array(fc.tuple(status, fc.nat(10_000))).map((pairs) => Object.fromEntries(pairs));

function day(date: string, counts: Record<string, number>): CallDay {
  return { date, total: Object.values(counts).reduce((a, b) => a + b, 0), status_breakdown: counts };
}

function report(rows: CallDay[]): DailyCallReport {
  return dailyCallReport({ source, period, rows, asOf });
}

describe('dailyCallReport', () => {
  test('has every day, in order, whatever came in whatever order', () => {
    const rows = fc.shuffledSubarray(eachDate('2026-03-01', '2026-03-10'));
    fc.assert(
      fc.property(rows, fc.array(breakdown, { minLength: 10, maxLength: 10 }), (dates, counts) => {
        const result = report(dates.map((date, index) => day(date, counts[index] ?? {})));
        expect(result.days.map(({ date }) => date)).toEqual(eachDate('2026-03-01', '2026-03-10'));
        expect(result.warnings).toBeUndefined();
        expect(DailyCallReport.safeParse(result).success).toBe(true);
      }),
    );
  });

  test('totals are the sum of the days, status by status, also for awkward names', () => {
    fc.assert(
      fc.property(fc.array(breakdown, { maxLength: 10 }), (counts) => {
        const { totals, days } = report(counts.map((count, index) => day(addDays('2026-03-01', index), count)));
        const expected = new Map<string, number>();
        for (const { status_breakdown } of days) {
          for (const [name, calls] of Object.entries(status_breakdown))
            expected.set(name, (expected.get(name) ?? 0) + calls);
        }
        expect(new Map(Object.entries(totals.status_breakdown))).toEqual(expected);
        expect(totals.total).toBe([...expected.values()].reduce((a, b) => a + b, 0));
      }),
    );
  });

  test('a total that its statuses contradict is kept, and said', () => {
    const result = report([{ date: '2026-03-02', total: 9, status_breakdown: { answered: 7 } }]);
    expect(result.days[1]).toEqual({ date: '2026-03-02', total: 9, status_breakdown: { answered: 7 } });
    expect(result.totals).toEqual({ total: 9, status_breakdown: { answered: 7 } });
    expect(result.warnings).toEqual(["2026-03-02: the vendor's total is 9, but its statuses add up to 7."]);
  });

  test('what is odd about many days is said once', () => {
    const dates = eachDate('2026-02-01', '2026-03-31');
    const rows = dates.map((date) => ({ date, total: 10, status_breakdown: { answered: 7 } }));
    const { totals, warnings } = report([...rows, ...rows]);
    const { days } = period;
    expect(totals).toEqual({ total: 10 * days, status_breakdown: { answered: 7 * days } });
    expect(warnings).toHaveLength(3);
    expect(warnings?.[0]).toMatch(/^The vendor also sent \d+ days \(2026-02-01, .*that were not asked for/);
    expect(warnings?.[1]).toMatch(/^The vendor sent \d+ days \(.* twice with the same figures/);
    expect(warnings?.[2]).toBe(
      `On ${days} days (2026-03-01, 2026-03-02, 2026-03-03, …) the vendor's totals are ${10 * days} in all, ` +
        `but their statuses add up to ${7 * days}.`,
    );
  });

  test('a day sent twice alike counts once, and that is said', () => {
    const twice = [day('2026-03-02', { a: 1, b: 2 }), day('2026-03-02', { b: 2, a: 1 })];
    const result = report(twice);
    expect(result.totals.total).toBe(3);
    expect(result.warnings).toEqual([expect.stringContaining('2026-03-02 twice')]);
  });

  test('a day sent twice with different figures is no answer', () => {
    const twice = [day('2026-03-02', { a: 1 }), day('2026-03-02', { a: 2 })];
    expect(() => report(twice)).toThrow(expect.objectContaining({ code: 'BAD_RESPONSE' }));
  });

  test('a day that was not asked for is left out, and that is said', () => {
    const result = report([day('2026-02-28', { a: 5 }), day('2026-03-01', { a: 1 })]);
    expect(result.totals.total).toBe(1);
    expect(result.warnings).toEqual([expect.stringContaining('2026-02-28')]);
  });
});

test('adding counts does not depend on how they are grouped', () => {
  const count = breakdown.map((counts) => day('2026-03-01', counts));
  fc.assert(
    fc.property(fc.array(count), fc.array(count), (a, b) => {
      expect(addCallCounts([addCallCounts(a), addCallCounts(b)])).toEqual(addCallCounts([...a, ...b]));
    }),
  );
});

describe('minutes', () => {
  const hundredths = fc.nat(10_000_000);

  test('are added exactly, however many there are', () => {
    fc.assert(
      fc.property(fc.array(hundredths, { maxLength: 90 }), (values) => {
        const days = values.map((value) => ({ fixed: value / 100, mobile: 0.1, intl: 0.2, billable: 0 }));
        const total = addMinutes(days);
        expect(Math.round(total.fixed * 100)).toBe(values.reduce((a, b) => a + b, 0));
        expect(total.mobile).toBe(Number((values.length / 10).toFixed(1)));
        expect(total.intl).toBe(Number((values.length / 5).toFixed(1)));
      }),
    );
  });

  test('absent days are zero', () => {
    const rows = [{ date: '2026-03-03', fixed: 12.5, mobile: 40.25, intl: 3, billable: 55.75 }];
    const result = dailyMinutesReport({ source, period, rows, asOf });
    expect(result.days).toHaveLength(10);
    expect(result.days[0]).toEqual({ date: '2026-03-01', fixed: 0, mobile: 0, intl: 0, billable: 0 });
    expect(result.totals).toEqual({ fixed: 12.5, mobile: 40.25, intl: 3, billable: 55.75 });
    expect(DailyMinutesReport.safeParse(result).success).toBe(true);
  });
});

test('a number count that does not add up says so', () => {
  const counts = { total: 12, active: 10, suspended: 1, other: 1 };
  expect(numberCount({ source, counts, asOf }).warnings).toBeUndefined();
  expect(numberCount({ source, counts: { ...counts, other: 0 }, asOf }).warnings).toEqual([
    "The vendor's total is 12, but active, suspended and other add up to 11.",
  ]);
});
