import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-03-31T12:00:00Z');
const day = 24 * 60 * 60 * 1000;

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 3600 ', 3_600_000],
  ['99999999', day],
  ['Tue, 31 Mar 2026 12:00:30 GMT', 30_000],
  ['Tuesday, 31-Mar-26 12:00:30 GMT', 30_000],
  ['Tue Mar 31 12:00:30 2026', 30_000],
  ['Mon, 30 Mar 2026 12:00:00 GMT', 0],
  ['Sun, 31 Mar 2126 12:00:00 GMT', day],
])('%s', (header, milliseconds) => {
  expect(readRetryAfter(header, now)).toBe(milliseconds);
});

test.each([
  null,
  '',
  'abc',
  '-1',
  '1.5',
  '1e3',
  '12 monkeys',
  'soon',
  '2026-03-31',
  'Tue, 99 Abc 2026 12:00:30 GMT',
  '9'.repeat(40),
])('%s is as if it were absent', (header) => {
  expect(readRetryAfter(header, now)).toBeUndefined();
});

test('whatever comes, the answer is a time to wait or none', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const wait = readRetryAfter(header, now);
      expect(wait === undefined || (wait >= 0 && wait <= day)).toBe(true);
    }),
  );
});
