import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { randomFrom } from '../../test/random.ts';
import { specialDates, zones } from '../../test/zone-days.ts';
import { addDays, countDays } from '../calendar.ts';
import { createWallClock } from './wall-clock.ts';

function clock(tz: string, start_date: string, end_date = start_date, of = tz) {
  return createWallClock(tz, { start_date, end_date, tz: of, days: countDays(start_date, end_date) });
}

test('a time is what Temporal says, also where the clocks change, and a day beyond the period', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const tz = random.one(zones);
      const start = addDays(random.one(specialDates), -random.below(6));
      const days = 1 + random.below(random.below(10) === 0 ? 1800 : 8);
      const read = clock(tz, start, addDays(start, days - 1), random.one(zones));
      for (let times = 0; times < 20; times += 1) {
        const date = addDays(start, random.below(days + 2) - 1);
        const minutes = random.one([random.below(1440), random.below(240)]);
        const time = new Date(minutes * 60_000 + random.below(60) * 1000).toISOString().slice(11, 19);
        const expected = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(tz).epochMilliseconds;
        expect([date, time, read(`${date}${random.one([' ', 'T'])}${time}`)]).toEqual([date, time, expected]);
      }
    }),
    { numRuns: 500 },
  );
});

test('far from the period, a time does not come near it', () => {
  const read = clock('Pacific/Apia', '2011-12-30');
  for (const year of ['1970', '2000', '2012', '2026', '9999']) {
    const difference = read(`${year}-06-01 12:00:00`) - Date.parse(`${year}-06-01T12:00Z`);
    expect(Math.abs(difference)).toBeLessThan(24 * 3_600_000);
  }
});

test.each([
  '',
  '2026-11-18',
  '2026-11-18 14:05',
  '2026-11-18 24:00:00',
  '2026-11-18 14:60:00',
  '2026-13-01 14:05:52',
  '0000-00-00 00:00:00',
  '0026-11-18 14:05:52',
  '2026-02-29 14:05:52',
  '2026-04-31 14:05:52',
  '2026-11-18 14:05:52Z',
  ' 2026-11-18 14:05:52',
  '18/11/2026 14:05:52',
])('"%s" is no time, and the next one is one all the same', (text) => {
  const read = clock('Europe/Paris', '2026-11-18');
  expect(read(text)).toBeNaN();
  expect(read('2026-11-18 14:05:52')).toBe(Date.parse('2026-11-18T13:05:52Z'));
  expect(read('2024-02-29 00:00:00')).toBe(Date.parse('2024-02-28T23:00:00Z'));
});
