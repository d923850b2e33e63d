import { CalendarDate } from '@voxolib/telephony';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from './call-rows.ts';

test('takes for a day what telephony takes for one', () => {
  const two = fc.integer({ min: 0, max: 39 }).map((part) => String(part).padStart(2, '0'));
  const date = fc.tuple(fc.integer({ min: 0, max: 9999 }), two, two).map(([year, month, day]) => {
    return `${String(year).padStart(4, '0')}-${month}-${day}`;
  });
  fc.assert(
    fc.property(fc.oneof(date, fc.string()), (text) => {
      const isDay = CalendarDate.safeParse(text).success;
      if (isDay) expect(readDate(text, 'date')).toBe(text);
      else expect(() => readDate(text, 'date')).toThrow();
    }),
    { numRuns: 2000, examples: [['2024-02-29'], ['2026-02-29'], ['0000-01-01'], ['2026-12-31'], ['2026-00-01']] },
  );
});
