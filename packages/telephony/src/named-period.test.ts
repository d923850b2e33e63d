import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { countDays } from './calendar.ts';
import { namedPeriod, relativePeriods } from './named-period.ts';
import { otherPeriod } from './other-period.ts';
import { groupOf, timeGroups } from './reports/grouping.ts';

// A Wednesday.
const now = new Date('2026-11-18T12:00:00Z');
const named = (name: string, at = now, tz = 'Europe/Paris') => namedPeriod(name, tz, at);
const days = ({ start_date, end_date }: { start_date: string; end_date: string }) => `${start_date}/${end_date}`;

describe('namedPeriod', () => {
  test.each([
    ['today', '2026-11-18/2026-11-18'],
    ['yesterday', '2026-11-17/2026-11-17'],
    ['last_7_days', '2026-11-11/2026-11-17'],
    ['last_30_days', '2026-10-19/2026-11-17'],
    ['this_week', '2026-11-16/2026-11-18'],
    ['last_week', '2026-11-09/2026-11-15'],
    ['this_month', '2026-11-01/2026-11-18'],
    ['last_month', '2026-10-01/2026-10-31'],
    ['this_quarter', '2026-10-01/2026-11-18'],
    ['last_quarter', '2026-07-01/2026-09-30'],
    ['this_year', '2026-01-01/2026-11-18'],
    ['last_year', '2025-01-01/2025-12-31'],
    ['2026-W14', '2026-03-30/2026-04-05'],
    ['2020-W53', '2020-12-28/2021-01-03'],
    ['2025-W01', '2024-12-30/2025-01-05'],
    ['2026-03', '2026-03-01/2026-03-31'],
    ['2024-02', '2024-02-01/2024-02-29'],
    ['2026-Q3', '2026-07-01/2026-09-30'],
    ['2025', '2025-01-01/2025-12-31'],
    ['2026-11', '2026-11-01/2026-11-18'],
    ['2026', '2026-01-01/2026-11-18'],
    ['2026-01-15/2026-02-14', '2026-01-15/2026-02-14'],
  ])('%s', (name, expected) => {
    expect(days(named(name))).toBe(expected);
  });

  test('today is the zone’s own', () => {
    const late = new Date('2026-12-31T23:30:00Z');
    expect(days(named('this_month', late, 'Europe/Paris'))).toBe('2027-01-01/2027-01-01');
    expect(days(named('this_month', late, 'America/New_York'))).toBe('2026-12-01/2026-12-31');
  });

  test.each([
    ['lastmonth', 'There is no period "lastmonth". There are: today, yesterday, last_7_days'],
    ['2026-W54', '2026 has the ISO weeks W01 to W53.'],
    ['2025-W53', '2025 has the ISO weeks W01 to W52.'],
    ['2026-W00', '2026 has the ISO weeks W01 to W53.'],
    ['2026-Q5', 'they are Q1 to Q4'],
    ['2026-13', 'they are 01 to 12'],
    ['2027', 'The period 2027 is in the future: today is 2026-11-18'],
    ['2026-12', 'in the future'],
    ['2026-02-30/2026-03-01', '2026-02-30 is not a day'],
  ])('%s is refused with the way out', (name, words) => {
    expect(() => named(name)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'period', message: expect.stringContaining(words) }),
    );
  });

  test('every name gives days that have begun, whenever it is asked', () => {
    const instants = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...relativePeriods), (at, name) => {
        const { start_date, end_date } = named(name, at, 'America/New_York');
        expect(start_date <= end_date).toBe(true);
        expect(end_date <= named('today', at, 'America/New_York').end_date).toBe(true);
      }),
    );
  });
});

describe('otherPeriod', () => {
  const other = (reference: string, base: string, at = now) =>
    days(otherPeriod(reference, named(base, at), 'Europe/Paris', at));

  test.each([
    ['previous', 'last_month', '2026-09-01/2026-09-30'],
    ['previous', '2026-03', '2026-02-01/2026-02-28'],
    ['previous', '2026-03-01/2026-03-31', '2026-02-01/2026-02-28'],
    ['previous', 'this_month', '2026-10-01/2026-10-18'],
    ['previous', 'this_week', '2026-11-09/2026-11-11'],
    ['previous', '2026-Q1', '2025-10-01/2025-12-31'],
    ['previous', 'this_quarter', '2026-07-01/2026-08-18'],
    ['previous', 'last_7_days', '2026-11-04/2026-11-10'],
    ['previous', '2026-01-15/2026-02-14', '2025-12-15/2026-01-14'],
    ['previous', 'today', '2026-11-17/2026-11-17'],
    ['same_last_year', 'this_month', '2025-11-01/2025-11-18'],
    ['same_last_year', 'last_month', '2025-10-01/2025-10-31'],
    ['same_last_year', '2025-02', '2024-02-01/2024-02-29'],
    ['same_last_year', '2024-02', '2023-02-01/2023-02-28'],
    ['same_last_year', '2024-02-29/2024-02-29', '2023-02-28/2023-02-28'],
    ['same_last_year', '2026-W14', '2025-03-31/2025-04-06'],
    ['same_last_year', '2020-W53', '2019-12-23/2019-12-29'],
    ['same_last_year', 'this_week', '2025-11-17/2025-11-19'],
    ['same_last_year_by_weekday', '2026-11-18/2026-11-18', '2025-11-19/2025-11-19'],
    ['last_year', 'this_year', '2025-01-01/2025-12-31'],
  ])('%s of %s', (reference, base, expected) => {
    expect(other(reference, base)).toBe(expected);
  });

  test('a number of days stays one, also where it happens to be a month', () => {
    expect(other('previous', 'last_30_days', new Date('2026-05-01T12:00:00Z'))).toBe('2026-03-02/2026-03-31');
    expect(other('previous', '2026-04-01/2026-04-30', new Date('2026-05-01T12:00:00Z'))).toBe('2026-03-01/2026-03-31');
  });

  test('a month to date never reaches beyond the shorter month', () => {
    expect(other('previous', 'this_month', new Date('2026-03-30T12:00:00Z'))).toBe('2026-02-01/2026-02-28');
  });

  test('by weekday, every day meets its own weekday, and the lengths are the same', () => {
    const dates = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(dates, fc.nat(400), (start, length) => {
        const first = Temporal.PlainDate.from('2012-01-01').add({ days: start });
        const base = { start_date: first.toString(), end_date: first.add({ days: length }).toString() };
        const moved = otherPeriod('same_last_year_by_weekday', base, 'UTC', now);
        expect(Temporal.PlainDate.from(moved.start_date).dayOfWeek).toBe(first.dayOfWeek);
        expect(countDays(moved.start_date, moved.end_date)).toBe(length + 1);
      }),
    );
  });
});

test('a day’s groups bear the names of the periods that hold it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9800 }), fc.constantFrom(...timeGroups), (offset, by) => {
      const date = Temporal.PlainDate.from('2000-01-01').add({ days: offset });
      const group = groupOf(date.toString(), by);
      if (by === 'weekday') {
        expect(group).toBe(date.toLocaleString('en', { weekday: 'long' }));
      } else if (by === 'day') {
        expect(group).toBe(date.toString());
      } else {
        const { start_date, end_date } = named(group, new Date('2030-01-01'));
        expect(start_date <= date.toString() && date.toString() <= end_date).toBe(true);
      }
    }),
  );
});
