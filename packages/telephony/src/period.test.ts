import { describe, expect, test } from 'vitest';
import { isTelephonyError } from './errors.ts';
import { Period, resolvePeriod } from './period.ts';

const now = new Date('2026-03-31T12:00:00Z');

function resolve(start_date: string, end_date: string, tz = 'Europe/Paris', at = now) {
  return resolvePeriod({ start_date, end_date, tz }, { maxDays: 90, now: at });
}

function refusal(start: string, end: string, tz?: string) {
  try {
    resolve(start, end, tz);
  } catch (error) {
    if (isTelephonyError(error)) return { code: error.code, field: error.field, message: error.message };
  }
  return undefined;
}

describe('resolvePeriod', () => {
  test('counts both ends', () => {
    expect(resolve('2026-03-01', '2026-03-30')).toEqual({
      start_date: '2026-03-01',
      end_date: '2026-03-30',
      tz: 'Europe/Paris',
      days: 30,
    });
    expect(resolve('2026-03-30', '2026-03-30').days).toBe(1);
    expect(resolve('2026-01-01', '2026-03-31').days).toBe(90);
  });

  test('today is the zone’s own, and is counted up to now', () => {
    expect(resolve('2026-03-31', '2026-03-31').partial_until).toBe('2026-03-31T14:00:00+02:00');
    expect(resolve('2026-04-01', '2026-04-01', 'Pacific/Kiritimati').partial_until).toBe('2026-04-01T02:00:00+14:00');
    expect(resolve('2026-03-31', '2026-03-31', 'UTC', new Date('2026-04-01T00:00:00Z')).partial_until).toBeUndefined();
  });

  test.each([
    ['2026-03-05', '2026-03-01', 'end_date', 'Swap them'],
    ['2025-12-31', '2026-03-31', 'end_date', 'is 91 days; at most 90 are allowed. Use an end_date up to 2026-03-30'],
    ['2026-04-01', '2026-04-02', 'start_date', 'in the future: today is 2026-03-31 in Europe/Paris'],
    ['2026-03-01', '2026-04-01', 'end_date', 'Use end_date 2026-03-31'],
    ['1999-12-31', '2000-01-05', 'start_date', 'before 2000-01-01'],
  ])('%s to %s is refused by field, with the way out', (start, end, field, words) => {
    expect(refusal(start, end)).toEqual({ code: 'INVALID_INPUT', field, message: expect.stringContaining(words) });
  });

  test('a day is not in the future where it has begun', () => {
    expect(refusal('2026-04-01', '2026-04-01', 'Pacific/Kiritimati')).toBeUndefined();
    expect(refusal('2026-04-01', '2026-04-01', 'Europe/Paris')).toMatchObject({ field: 'start_date' });
  });
});

test('the zone is Paris unless it is given', () => {
  expect(Period.parse({ start_date: '2026-03-01', end_date: '2026-03-02' }).tz).toBe('Europe/Paris');
});
