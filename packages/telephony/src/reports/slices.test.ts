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

test('where a week fits, slices end with one, and hold as many weeks as fit', () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 7, max: 400 }), ({ start, end }, most) => {
      for (const { start_date, end_date } of slicesOf(start, end, most).slice(0, -1)) {
        expect(new Date(end_date).getUTCDay()).toBe(0);
        expect(countDays(start_date, addDays(end_date, 7))).toBeGreaterThan(most);
      }
    }),
  );
});

test('three years of a vendor that allows 90 days are fourteen slices at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (from) => {
      const start = addDays('2010-01-01', from);
      expect(slicesOf(start, addDays(start, 1095), 90).length).toBeLessThanOrEqual(14);
    }),
  );
});
