import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createInstanceClock } from './instance-clock.ts';

const prague = createInstanceClock('Europe/Prague');

test.each<[string, string, string | undefined]>([
  ['2026-11-20 14:30:00', '2026-11-20T13:30:00Z', undefined],
  ['2026-07-01 00:00:00', '2026-06-30T22:00:00Z', undefined],
  ['2026-07-01', '2026-06-30T22:00:00Z', undefined],
  ['9999-12-31 23:59:59', '9999-12-31T22:59:59Z', undefined],
  ['2026-07-01T08:15', '2026-07-01T06:15:00Z', undefined],
  // The clocks go from 2:00 to 3:00 in March, and in October from 3:00 to 2:00.
  ['2026-03-29 01:59:59', '2026-03-29T00:59:59Z', undefined],
  ['2026-03-29 02:30:00', '2026-03-29T01:30:00Z', 'skipped'],
  ['2026-03-29 03:00:00', '2026-03-29T01:00:00Z', undefined],
  ['2026-10-25 01:59:59', '2026-10-24T23:59:59Z', undefined],
  ['2026-10-25 02:30:00', '2026-10-25T00:30:00Z', 'repeated'],
  ['2026-10-25 03:00:00', '2026-10-25T02:00:00Z', undefined],
])('%s is %s', (text, utc, oddity) => {
  expect(prague.read(text)).toEqual({ utc, epochMilliseconds: Date.parse(utc), ...(oddity && { oddity }) });
});

test.each([
  '0000-00-00 00:00:00',
  '0000-00-00',
  '0026-11-18 14:05:52',
  '2026-02-30 10:00:00',
  '2026-13-01 10:00:00',
  '2026-01-01 24:00:00',
  '2026-01-01 10:60:00',
  '2026-1-1',
  '20.11.2026 14:30',
  '2026-11-20T14:30:00Z',
  'soon',
  '',
  null,
  undefined,
  1_763_625_600,
  {},
])('%j is no time', (value) => {
  expect(prague.read(value)).toBeUndefined();
});

test('an instant is written as the clocks show it, and said to be written twice where it is', () => {
  expect(prague.write(new Date('2026-11-20T13:30:00Z'))).toEqual({ text: '2026-11-20 14:30:00' });
  for (const utc of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
    expect(prague.write(new Date(utc))).toEqual({ text: '2026-10-25 02:30:00', oddity: 'repeated' });
  }
});

test('a zone that is none is an error', () => {
  expect(() => createInstanceClock('Europe/Atlantis')).toThrow(RangeError);
});

// Neither of these days has all of its hours, and the second none at all.
test.each([
  ['America/Sao_Paulo', '2018-11-04 00:30:00', '2018-11-04T03:30:00Z', 'skipped'],
  ['America/Sao_Paulo', '2018-11-03 23:59:59', '2018-11-04T02:59:59Z', undefined],
  ['America/Sao_Paulo', '2018-02-17 23:30:00', '2018-02-18T01:30:00Z', 'repeated'],
  ['America/Sao_Paulo', '2018-02-18 00:00:00', '2018-02-18T03:00:00Z', undefined],
  ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-30T22:00:00Z', 'skipped'],
  ['Pacific/Apia', '2011-12-31 00:00:00', '2011-12-30T10:00:00Z', undefined],
])('where clocks change at midnight, in %s, %s is %s', (zone, text, utc, oddity) => {
  const clock = createInstanceClock(zone);
  expect(clock.read(text)).toEqual({ utc, epochMilliseconds: Date.parse(utc), ...(oddity && { oddity }) });
});

const zones = ['Europe/Prague', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'];
const Instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

test('what is written is read as the same instant, but for the second showing of an hour', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), Instant, (zone, date) => {
      const clock = createInstanceClock(zone);
      const whole = Math.floor(date.getTime() / 1000) * 1000;
      const { text, oddity } = clock.write(new Date(whole));
      const read = clock.read(text);
      expect(read?.oddity).toBe(oddity);
      if (oddity === undefined) expect(read?.epochMilliseconds).toBe(whole);
      else expect(clock.write(new Date(read?.epochMilliseconds ?? 0)).text).toBe(text);
    }),
  );
});

test('what is read is what the calendar says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), Instant, (zone, date) => {
      const text = date.toISOString().slice(0, 19).replace('T', ' ');
      const read = createInstanceClock(zone).read(text);
      const expected = Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone);
      expect(read?.epochMilliseconds).toBe(expected.epochMilliseconds);
    }),
  );
});
