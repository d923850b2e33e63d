import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelByHand } from '../../test/counted-calls.ts';
import { addDays, eachDate } from '../calendar.ts';
import { compareGroups, groupOf, timeGroups, weekdays } from './grouping.ts';

const call = (date: string) => ({ product: 'wcb', date, status: undefined });

test('days have the groups that Temporal gives them, around every turn of the year and everywhere else', () => {
  const turns = Array.from({ length: 60 }, (_, year) =>
    eachDate(`${1999 + year}-12-24`, `${2000 + year}-01-08`),
  ).flat();
  const others = eachDate('2000-01-01', '2059-12-31').filter((_, index) => index % 23 === 0);
  for (const date of [...turns, ...others]) {
    const groups = timeGroups.map((by) => groupOf(date, by));
    expect(groups).toEqual(timeGroups.map((by) => labelByHand(call(date), by)));
  }
});

test.each([
  ['2018-12-31', '2019-W01'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2024-12-30', '2025-W01'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-01', '2026-W53'],
])('%s lies in %s', (date, week) => {
  expect(groupOf(date, 'week')).toBe(week);
});

test('groups stand in the order of time, weekdays from Monday', () => {
  const dates = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('2000-01-01', days));
  const inTime = timeGroups.filter((by) => by !== 'weekday');
  fc.assert(
    fc.property(dates, dates, fc.constantFrom(...inTime), (a, b, by) => {
      const order = Math.sign(compareGroups(groupOf(a, by), groupOf(b, by), by));
      if (order !== 0) expect(order).toBe(a < b ? -1 : 1);
    }),
  );
  const shuffled = fc.shuffledSubarray([...weekdays], { minLength: 7 });
  fc.assert(
    fc.property(shuffled, (names) => {
      expect(names.toSorted((a, b) => compareGroups(a, b, 'weekday'))).toEqual([...weekdays]);
    }),
  );
  expect(['Tuesday', 'Hello', 'Monday'].toSorted((a, b) => compareGroups(a, b, 'status'))).toEqual([
    'Hello',
    'Monday',
    'Tuesday',
  ]);
});
