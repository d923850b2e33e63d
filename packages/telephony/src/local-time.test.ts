import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeIn } from './calendar.ts';
import { instantAt } from './local-time.ts';

const paris = (text: string, twice: 'earlier' | 'later' = 'earlier') =>
  new Date(instantAt(text, 'Europe/Paris', twice, 'date_from')).toISOString();

test('a time is read by the clock of the zone, on both sides of its changes', () => {
  expect(paris('2026-03-28T14:05')).toBe('2026-03-28T13:05:00.000Z');
  expect(paris('2026-03-29 14:05:09')).toBe('2026-03-29T12:05:09.000Z');
});

test('a time that comes twice is the one that is asked for', () => {
  expect(paris('2026-10-25T02:30', 'earlier')).toBe('2026-10-25T00:30:00.000Z');
  expect(paris('2026-10-25T02:30', 'later')).toBe('2026-10-25T01:30:00.000Z');
});

test('a time that the clock leaps over is refused, with the one that it shows instead', () => {
  for (const twice of ['earlier', 'later'] as const) {
    expect(() => paris('2026-03-29T02:30', twice)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'date_from', message: expect.stringContaining('03:30') }),
    );
  }
});

test('a time with an offset is that instant', () => {
  expect(paris('2026-03-29T14:05+09:00')).toBe('2026-03-29T05:05:00.000Z');
  expect(paris('2026-03-29T14:05:00Z')).toBe('2026-03-29T14:05:00.000Z');
});

test.each(['2026-02-30T10:00', '2026-01-01T25:00', 'noon', '2026-01-01T10', ''])('%s is refused', (text) => {
  expect(() => paris(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'date_from' }));
});

test('every instant is found again by what the clock shows, but for the hour that comes twice', () => {
  const zones = fc.constantFrom('Europe/Paris', 'Europe/Prague', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const instants = fc.integer({ min: Date.parse('2020-01-01') / 1000, max: Date.parse('2030-01-01') / 1000 });
  fc.assert(
    fc.property(instants, zones, (seconds, tz) => {
      const shown = localTimeIn(tz, new Date(seconds * 1000)).slice(0, 19);
      const both = (['earlier', 'later'] as const).map((twice) => instantAt(shown, tz, twice, 'x'));
      expect(both).toContain(seconds * 1000);
    }),
  );
});
