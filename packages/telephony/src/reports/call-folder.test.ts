import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateByHand } from '../../test/counted-calls.ts';
import { randomFrom } from '../../test/random.ts';
import { specialDates, zones } from '../../test/zone-days.ts';
import { addDays, countDays, dayBounds, eachDate } from '../calendar.ts';
import { type CallRecord, createCallFolder } from './call-folder.ts';

const HOUR = 3_600_000;
const statuses = ['answered', 'NO ANSWER', '', '__proto__', 'constructor', 'hasOwnProperty', '0'] as const;

function periodOf(start_date: string, end_date: string, tz: string) {
  return { start_date, end_date, tz, days: countDays(start_date, end_date) };
}

function folded(records: readonly CallRecord[], period: ReturnType<typeof periodOf>) {
  const folder = createCallFolder(period);
  for (const record of records) folder.add(record);
  return folder;
}

/** Calls at random and at the very bounds of days, within the period and beyond, in the order of time or in none. */
function worldOf(seed: number) {
  const random = randomFrom(seed);
  const tz = random.one(zones);
  const days = random.below(10) === 0 ? 1826 : 1 + random.below(12);
  const start = addDays(random.one(specialDates), random.below(5) - random.below(days + 4));
  const period = periodOf(start, addDays(start, days - 1), tz);
  const [first, last] = [dayBounds(start, tz), dayBounds(period.end_date, tz)];
  const from = Date.parse(period.start_date) - 40 * HOUR;
  const to = Date.parse(period.end_date) + 64 * HOUR;
  const records = Array.from({ length: random.below(60) }, (): CallRecord => {
    const bound = random.one([first.start, first.end, last.start, last.end]);
    const at = random.below(3) === 0 ? bound + random.one([-HOUR, -1, 0, 1, HOUR]) : from + random.below(to - from);
    return { at, status: random.one(statuses) };
  });
  return { period, records: random.below(2) === 0 ? records : records.toSorted((one, other) => one.at - other.at) };
}

test('each call is counted on the day that Intl sees on the clocks of the zone, or outside', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { period, records } = worldOf(seed);
      const onDays = Map.groupBy(records, ({ at }) => dateByHand(period.tz, at));
      const inside = [...onDays]
        .filter(([date]) => date >= period.start_date && date <= period.end_date)
        .sort(([one], [other]) => (one < other ? -1 : 1));
      const folder = folded(records, period);
      const rows = folder.days();
      expect(rows.map(({ date, total }) => [date, total])).toEqual(inside.map(([date, calls]) => [date, calls.length]));
      for (const [index, [, calls]] of inside.entries()) {
        const byStatus = Map.groupBy(calls, ({ status }) => status);
        expect(new Map(Object.entries(rows[index]?.status_breakdown ?? {}))).toEqual(
          new Map([...byStatus].map(([status, those]) => [status, those.length])),
        );
      }
      expect(folder.outside + rows.reduce((sum, { total }) => sum + total, 0)).toBe(records.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2026-03-29', 'Europe/Paris', 23],
  ['2026-10-25', 'Europe/Paris', 25],
  ['2026-10-04', 'Australia/Lord_Howe', 23.5],
  ['2026-04-05', 'Australia/Lord_Howe', 24.5],
  ['2011-12-30', 'Pacific/Apia', 0],
])('%s in %s has a call for each half of its %d hours', (date, tz, hours) => {
  const from = Date.parse(date) - 36 * HOUR;
  const everyHalfHour = Array.from({ length: 200 }, (_, index) => ({
    at: from + (index * HOUR) / 2,
    status: 'answered',
  }));
  const folder = folded(everyHalfHour, periodOf(addDays(date, -1), addDays(date, 1), tz));
  expect(folder.days().find((day) => day.date === date)?.total ?? 0).toBe(hours * 2);
});

test('statuses stand in the order in which they first appear', () => {
  const at = Date.parse('2026-03-01T12:00Z');
  const records = ['busy', 'answered', 'busy', '__proto__'].map((status) => ({ at, status }));
  const [day] = folded(records, periodOf('2026-03-01', '2026-03-01', 'UTC')).days();
  expect(Object.entries(day?.status_breakdown ?? {})).toEqual([
    ['busy', 2],
    ['answered', 1],
    ['__proto__', 1],
  ]);
});

test('without calls there are no rows', () => {
  expect(createCallFolder(periodOf('2026-03-01', '2026-03-31', 'Europe/Paris')).days()).toEqual([]);
});

describe('a record that is none is refused by its place, without what it says', () => {
  const at = Date.parse('2026-03-01T12:00Z');
  const SECRET = '+33142000000';
  const few = eachDate('2026-03-02', '2026-03-06').map((date) => ({ at: Date.parse(date), status: 'answered' }));

  test.each<[string, unknown]>([
    ['no time', { at: Number.NaN, status: SECRET }],
    ['an infinite time', { at: Number.POSITIVE_INFINITY, status: SECRET }],
    ['a time in words', { at: SECRET, status: SECRET }],
    ['no status', { at, from: SECRET }],
    ['a status that is a number', { at, status: 33142000000 }],
    ['a status of 10 KB', { at, status: SECRET.repeat(853) }],
  ])('%s', (_, record) => {
    const folder = folded(few, periodOf('2026-03-01', '2026-03-31', 'UTC'));
    const refused = expect.objectContaining({
      code: 'BAD_RESPONSE',
      detail: { record: 6 },
      message: expect.not.stringContaining('33142000000'),
    });
    expect(() => folder.add(record as CallRecord)).toThrow(refused);
    expect(() => folder.add(record as CallRecord, 6)).toThrow(refused);
    expect(folder.days()).toEqual(folded(few, periodOf('2026-03-01', '2026-03-31', 'UTC')).days());
  });

  test('as many statuses as one likes', () => {
    const folder = createCallFolder(periodOf('2026-03-01', '2026-03-31', 'UTC'));
    const status = (index: number) => ({ at: at + index, status: `call ${index}` });
    for (let index = 0; index < 1000; index += 1) folder.add(status(index));
    expect(() => folder.add(status(1000))).toThrow(expect.objectContaining({ code: 'BAD_RESPONSE' }));
  });
});
