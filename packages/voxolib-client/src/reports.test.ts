import { CallDay, dailyCallReport, isTelephonyError } from '@voxolib/telephony';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectNoSecret, failureOf } from '../test/failure-of.ts';
import { clientOf } from '../test/fake-fetch.ts';
import { bodyCanary } from '../test/vendor-server.ts';

const period = { start_date: '2026-03-01', end_date: '2026-03-31', tz: 'Europe/Paris' };
const date = '2026-03-01';

async function daysOf(...rows: unknown[]) {
  return (await clientOf([{ data: rows }]).reports.wcbCalls(period)).days;
}

async function misfitOf(...rows: unknown[]) {
  const error = await failureOf(daysOf(...rows));
  expect(error.code).toBe('BAD_RESPONSE');
  return error;
}

describe('a day of calls', () => {
  test.each([
    ['numbers', { total: 3, status_breakdown: { answered: 2, busy: 1 } }],
    ['numbers as text', { total: '3', status_breakdown: { answered: '2', busy: '1' } }],
    ['text with a fraction of zero', { total: '3.0', status_breakdown: { answered: '2.00', busy: 1.0 } }],
    ['no total', { status_breakdown: { answered: 2, busy: 1 } }],
    ['a null total', { total: null, status_breakdown: { answered: 2, busy: 1 } }],
    ['more than is read', { total: 3, status_breakdown: { answered: 2, busy: 1 }, extra: { deep: [] } }],
  ])('with %s', async (_, row) => {
    expect(await daysOf({ date, ...row })).toEqual([{ date, total: 3, status_breakdown: { answered: 2, busy: 1 } }]);
  });

  test.each([[{}], [[]], [null], [undefined]])('without statuses: %j', async (status_breakdown) => {
    expect(await daysOf({ date, total: 0, status_breakdown })).toEqual([{ date, total: 0, status_breakdown: {} }]);
  });

  test('keeps a total and statuses that disagree, for the report to say so', async () => {
    const [day] = await daysOf({ date, total: 5, status_breakdown: { answered: 2 } });
    expect(day).toEqual({ date, total: 5, status_breakdown: { answered: 2 } });
  });

  test('keeps statuses of any name as own properties', async () => {
    const row = `{"data":[{"date":"${date}","status_breakdown":{"__proto__":4,"constructor":5,"":1}}]}`;
    const { days } = await clientOf([row]).reports.didCalls(period);
    const breakdown = days[0]?.status_breakdown ?? {};
    expect(Object.entries(breakdown)).toEqual([
      ['__proto__', 4],
      ['constructor', 5],
      ['', 1],
    ]);
    expect(Object.getPrototypeOf(breakdown)).toBe(Object.prototype);
    expect(days[0]?.total).toBe(10);
  });

  test.each<[string, unknown]>([
    ['neither total nor statuses', {}],
    ['a negative total', { total: -1 }],
    ['half a call', { total: 1.5 }],
    ['a total beyond exactness', { total: 2 ** 53 }],
    ['an infinite total', { total: '9'.repeat(400) }],
    ['words for a total', { total: bodyCanary }],
    ['hex for a total', { total: '0x10' }],
    ['an empty total', { total: '' }],
    ['a list of statuses', { status_breakdown: [{ status: 'answered', count: 1 }] }],
    ['statuses as a number', { status_breakdown: 3 }],
    ['a null count', { status_breakdown: { answered: null } }],
    ['a negative count', { status_breakdown: { answered: -1 } }],
    ['a count that is an object', { status_breakdown: { answered: { [bodyCanary]: 1 } } }],
    ['counts whose sum is beyond exactness', { status_breakdown: { a: 2 ** 53 - 1, b: 1 } }],
    ['a status name without end', { status_breakdown: { [bodyCanary.repeat(30)]: 1 } }],
  ])('with %s is refused by date', async (_, row) => {
    const error = await misfitOf({ date, ...Object(row) });
    expect(error.message).toContain(date);
    expect(error.message.length).toBeLessThan(200);
  });

  test.each<[string, unknown]>([
    ['no date', { total: 1 }],
    ['a date of another form', { date: '01/03/2026', total: 1 }],
    ['a day that does not exist', { date: '2026-02-30', total: 1 }],
    ['a time', { date: '2026-03-01T00:00:00Z', total: 1 }],
    ['words for a date', { date: bodyCanary, total: 1 }],
    ['a number for a row', 7],
    ['null for a row', null],
    ['a list for a row', [date, 1]],
  ])('with %s is refused by the number of its row', async (_, row) => {
    expect((await misfitOf({ date, total: 1 }, row)).message).toContain('row 2, date');
  });
});

describe('minutes', () => {
  const row = { date, fixed: 12.5, mobile: '40.25', intl: 3, billable: 55.75 };
  const minutesOf = (wire: unknown) => clientOf([{ data: [wire] }]).reports.minutes('wcb', period);

  test('are decimal numbers', async () => {
    expect((await minutesOf(row)).days).toEqual([{ ...row, mobile: 40.25 }]);
  });

  test.each([-1, 1e10, 'NaN', null, undefined, [], '1e3', true])('%j is refused by date and field', async (intl) => {
    const error = await failureOf(minutesOf({ ...row, intl }));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', message: expect.stringMatching(/2026-03-01, intl/) });
  });
});

describe('pages', () => {
  const page = (day: number, next?: unknown) => ({ data: [{ date: `2026-03-0${day}`, total: day }], meta: { next } });

  test('are followed to the end', async () => {
    const { days } = await clientOf([page(1, 'a'), page(2, 7), page(3, null)]).reports.wcbCalls(period);
    expect(days.map((day) => day.total)).toEqual([1, 2, 3]);
  });

  test.each<[string, unknown[], RegExp]>([
    ['a cursor that comes back', [page(1, 'a'), page(2, 'b'), page(3, 'a')], /meta\.next leads back/],
    ['a cursor that is an object', [page(1, {})], /meta\.next is an object/],
    ['a cursor without end', [page(1, 'x'.repeat(5000))], /meta\.next is too long/],
    ['no rows', [{}], /data is missing/],
    ['null rows', [{ data: null }], /data is null/],
    ['rows that are an object', [{ data: {} }], /data is an object/],
    ['a hundred thousand rows', [{ data: Array(100_000).fill(0) }], /data has more than/],
  ])('with %s are refused', async (_, pages, message) => {
    const error = await failureOf(clientOf(pages).reports.wcbCalls(period));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', message: expect.stringMatching(message) });
  });

  test('without end are cut off', async () => {
    const pages = Array.from({ length: 10 }, (_, index) => page(1, `${index}`));
    const contract = { paging: { max_pages: 5 } };
    const error = await failureOf(clientOf(pages, { contract }).reports.wcbCalls(period));
    expect(error.message).toContain('5 pages');
  });
});

test('rows of any kind give a report whose totals are sums, or a typed error that repeats nothing', async () => {
  const count = fc.oneof(fc.nat(), fc.nat().map(String), fc.constantFrom(-1, 0.5, null, bodyCanary, '007'));
  const row = fc.record(
    {
      date: fc.oneof(
        {
          weight: 20,
          arbitrary: fc.integer({ min: 1, max: 31 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
        },
        fc.anything(),
      ),
      total: count,
      status_breakdown: fc.dictionary(fc.string(), count, { maxKeys: 4 }),
    },
    { requiredKeys: [] },
  );
  const rows = fc.uniqueArray(row, { maxLength: 5, selector: (wire) => wire.date });
  let reports = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: rows }, fc.jsonValue()), async (data) => {
      try {
        const { days, receivedAt } = await clientOf([{ data }]).reports.wcbCalls(period);
        for (const day of days) expect(CallDay.parse(day).total).toBeGreaterThanOrEqual(0);
        const resolved = { ...period, days: 31 };
        const source = { provider: 'voxolib', product: 'wcb' };
        const report = dailyCallReport({ source, period: resolved, rows: days, asOf: receivedAt });
        expect(report.days).toHaveLength(31);
        expect(report.totals.total).toBe(days.reduce((total, day) => total + day.total, 0));
        reports += 1;
      } catch (error) {
        if (!isTelephonyError(error)) throw error;
        expect(error.code).toBe('BAD_RESPONSE');
        expectNoSecret(error);
      }
    }),
    { numRuns: 300 },
  );
  expect(reports).toBeGreaterThan(30);
});
