import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelByHand } from '../../test/counted-calls.ts';
import { randomFrom } from '../../test/random.ts';
import { addDays, eachDate } from '../calendar.ts';
import type { MinutesDay } from '../minutes-report.ts';
import { MinutesStats, minuteSortKeys, minutesStats } from './minutes-stats.ts';

const groupings = ['day', 'week', 'month', 'quarter', 'year', 'weekday', 'product'] as const;
const kinds = ['fixed', 'mobile', 'intl', 'billable'] as const;

/** Hundredths of minutes, so that the reference adds whole numbers. */
function hundredths(days: readonly MinutesDay[], kind: (typeof kinds)[number]): number {
  return days.reduce((sum, day) => sum + Math.round(day[kind] * 100), 0);
}

test('minutes of groups and rest are, to the hundredth, those of their days', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const start_date = addDays('2023-12-20', random.below(900));
      const dates = eachDate(start_date, addDays(start_date, random.below(40)));
      const minutes = () => random.below(100_000) / 100;
      const days = ['did', 'wcb'].flatMap((product) =>
        dates
          .filter(() => random.below(10) > 0)
          .map((date) => ({ product, date, fixed: minutes(), mobile: 0.1, intl: 0.7, billable: minutes() })),
      );
      const groupBy = [...new Set([random.one(groupings), random.one(groupings)])];
      const result = minutesStats({
        source: { provider: 'fake', products: ['did', 'wcb'] },
        period: { start_date, end_date: dates.at(-1) ?? '', tz: 'Europe/Paris', days: dates.length },
        reports: ['did', 'wcb'].map((product) => ({
          product,
          report: {
            days: days.filter((day) => day.product === product).map(({ product: _, ...day }) => day),
            missing: [],
            as_of: '2026-12-01T00:00:00.000Z',
            warnings: [],
          },
        })),
        groupBy,
        ...(random.below(2) === 0 && { sortBy: random.one(minuteSortKeys), top: 1 + random.below(5) }),
      });

      const label = (day: (typeof days)[number]) =>
        JSON.stringify(groupBy.map((by) => labelByHand({ ...day, status: undefined }, by)));
      const expected = Map.groupBy(days, label);
      for (const kind of kinds) expect(Math.round(result.totals[kind] * 100)).toBe(hundredths(days, kind));
      for (const group of result.groups) {
        const id = JSON.stringify(groupBy.map((by) => group[by]));
        for (const kind of kinds) expect(group[kind]).toBe(hundredths(expected.get(id) ?? [], kind) / 100);
        expect(expected.delete(id)).toBe(true);
      }
      expect(result.rest?.groups ?? 0).toBe(expected.size);
      const left = [...expected.values()].flat();
      for (const kind of kinds) expect(result.rest?.[kind] ?? 0).toBe(hundredths(left, kind) / 100);
      expect(MinutesStats.safeParse(result).error).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});
