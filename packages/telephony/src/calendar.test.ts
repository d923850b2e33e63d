import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, CalendarDate, countDays, dateIn, dayBounds, eachDate, localTimeIn, TimeZone } from './calendar.ts';

const HOUR = 3_600_000;
const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];

const anyDate = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyZone = fc.constantFrom(...zones);

describe('CalendarDate', () => {
  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '99999-01-01', '2026-3-1', '', '2026-03-01T00:00'])(
    '%s is refused',
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );

  test('every day that there is passes', () => {
    fc.assert(fc.property(anyDate, (date) => CalendarDate.safeParse(date).success));
    expect(CalendarDate.safeParse('2024-02-29').success).toBe(true);
  });
});

describe('TimeZone', () => {
  test.each([...zones, 'Asia/Calcutta', 'Etc/GMT+5'])('%s is known', (name) => {
    expect(TimeZone.safeParse(name).success).toBe(true);
  });

  test.each(['Mars/Base', '+01:00', '', 'Europe/Paris; DROP', '../etc', 'x'.repeat(65)])('%s is refused', (name) => {
    expect(TimeZone.safeParse(name).success).toBe(false);
  });
});

describe('days', () => {
  test('are counted and listed alike', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(800), (start, more) => {
        const end = addDays(start, more);
        const days = eachDate(start, end);
        expect(days).toHaveLength(countDays(start, end));
        expect(days[0]).toBe(start);
        expect(days.at(-1)).toBe(end);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  test('end before start: none', () => {
    expect(eachDate('2026-03-02', '2026-03-01')).toEqual([]);
    expect(countDays('2026-03-05', '2026-03-01')).toBe(-3);
  });

  test.each([
    ['2026-03-29', 'Europe/Paris', 23],
    ['2026-10-25', 'Europe/Paris', 25],
    ['2026-03-08', 'America/New_York', 23],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2026-07-01', 'UTC', 24],
  ])('%s in %s has %d hours', (date, zone, hours) => {
    const { start, end } = dayBounds(date, zone);
    expect((end - start) / HOUR).toBe(hours);
  });

  test('follow each other without a gap, and hold exactly the instants that carry their date', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyZone,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (date, zone, share) => {
          const { start, end } = dayBounds(date, zone);
          expect(dayBounds(addDays(date, 1), zone).start).toBe(end);
          fc.pre(end > start);
          const instant = new Date(Math.min(end - 1, start + Math.floor(share * (end - start))));
          expect(dateIn(zone, instant)).toBe(date);
          expect(dateIn(zone, new Date(end))).not.toBe(date);
        },
      ),
    );
  });
});

test('the local time carries its offset, and is the same instant', () => {
  expect(localTimeIn('Europe/Paris', new Date('2026-03-29T00:59:59.900Z'))).toBe('2026-03-29T01:59:59+01:00');
  expect(localTimeIn('Europe/Paris', new Date('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00+02:00');
});
