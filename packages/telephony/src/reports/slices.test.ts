import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, countDays, eachDate } from '../calendar.ts';
import { slicesOf } from './slices.ts';

const range = fc.tuple(fc.integer({ min: 0, max: 9500 }), fc.integer({ min: 1, max: 1900 })).map(([from, days]) => {
  const start = addDays('2000-01-01', from);
  return { start, end: addDays(start, days - 1) };
});

test('slices hold each day once and in order, and none is too long', () => {
  fc.assert(
    fc.property(
      range,
      fc.oneof(fc.constantFrom(1, 7, 28, 31, 89, 90, 10_000), fc.integer({ min: 1, max: 400 })),
      (days, most) => {
        const slices = slicesOf(days.start, days.end, most);
        expect(slices.flatMap((slice) => eachDate(slice.start_date, slice.end_date))).toEqual(
          eachDate(days.start, days.end),
        );
        for (const { start_date, end_date } of slices) {
          expect(countDays(start_date, end_date)).toBeGreaterThanOrEqual(1);
          expect(countDays(start_date, end_date)).toBeLessThanOrEqual(most);
        }
      },
    ),
  );
});

test('where a month fits, slices end with one, and hold as many months as fit', () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 31, max: 400 }), ({ start, end }, most) => {
      const slices = slicesOf(start, end, most);
      for (const { start_date, end_date } of slices.slice(0, -1)) {
        expect(addDays(end_date, 1)).toMatch(/-01$/);
        const nextMonthEnd = addDays(addDays(`${addDays(end_date, 32).slice(0, 8)}01`, 0), -1);
        expect(countDays(start_date, nextMonthEnd)).toBeGreaterThan(most);
      }
    }),
  );
});

test('a quarter of 90 days is one slice, a leap day more is two', () => {
  expect(slicesOf('2026-01-01', '2026-03-31', 90)).toHaveLength(1);
  expect(slicesOf('2024-01-01', '2024-03-31', 90)).toEqual([
    { start_date: '2024-01-01', end_date: '2024-02-29' },
    { start_date: '2024-03-01', end_date: '2024-03-31' },
  ]);
});
