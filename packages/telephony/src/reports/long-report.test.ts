import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays, countDays, eachDate } from '../calendar.ts';
import { type ErrorCode, TelephonyError } from '../errors.ts';
import type { Period } from '../period.ts';
import { readLongReport } from './long-report.ts';
import { slicesOf } from './slices.ts';

const year = { start_date: '2025-01-01', end_date: '2025-12-31', tz: 'Europe/Paris', days: 365 };

const dayOf = (date: string) => ({ date, value: countDays('2000-01-01', date) });
const datesOf = ({ start_date, end_date }: { start_date: string; end_date: string }) => eachDate(start_date, end_date);

function answer(slice: Period, as_of = '2026-01-02T00:00:00.000Z') {
  return { days: datesOf(slice).map(dayOf), as_of };
}

function failure(code: ErrorCode) {
  return new TelephonyError(code, `${code} it is`);
}

describe('merging', () => {
  test('does not depend on how the period is cut, nor on the order in which slices come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(9000),
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 1, max: 120 }),
        fc.scheduler(),
        async (from, days, maxDays, scheduler) => {
          const start_date = addDays('2000-01-01', from);
          const period = { start_date, end_date: addDays(start_date, days - 1), tz: 'UTC', days };
          const reading = readLongReport(period, maxDays, (slice) =>
            scheduler.schedule(Promise.resolve(answer(slice))),
          );
          const report = await scheduler.waitFor(reading);
          expect(report.days).toEqual(datesOf(period).map(dayOf));
          expect(report.missing).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('takes the oldest time and every warning', async () => {
    const report = await readLongReport(year, 90, async (slice) => ({
      ...answer(slice, slice.start_date === '2025-03-31' ? '2026-01-01T00:00:00.000Z' : undefined),
      warnings: slice.start_date < '2025-05-01' ? [`odd in ${slice.start_date}`] : undefined,
    }));
    expect(report.as_of).toBe('2026-01-01T00:00:00.000Z');
    expect(report.warnings).toEqual(['odd in 2025-01-01', 'odd in 2025-03-31']);
  });

  test('asks in the zone of the period', async () => {
    const zones = new Set<string>();
    await readLongReport({ ...year, tz: 'Pacific/Apia' }, 30, async (slice) => {
      zones.add(slice.tz);
      return answer(slice);
    });
    expect([...zones]).toEqual(['Pacific/Apia']);
  });
});

describe('a slice that fails', () => {
  test('is named with its days and reason, and is in no figure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 12 }),
        fc.constantFrom<ErrorCode>('UNAVAILABLE', 'RATE_LIMITED', 'BAD_RESPONSE'),
        async (failing, code) => {
          const slices = slicesOf(year.start_date, year.end_date, 31);
          expect(slices).toHaveLength(13);
          const bad = slices.filter((_, index) => failing.includes(index));
          const isBad = ({ start_date }: { start_date: string }) =>
            bad.some((slice) => slice.start_date === start_date);
          const report = await readLongReport(year, 31, async (slice) => {
            if (isBad(slice)) throw failure(code);
            return answer(slice);
          });
          const reason = `${code} it is`;
          expect(report.missing).toEqual(bad.map((slice) => ({ ...slice, days: datesOf(slice).length, reason })));
          expect(report.days).toEqual(
            slices
              .filter((slice) => !isBad(slice))
              .flatMap(datesOf)
              .map(dayOf),
          );
        },
      ),
    );
  });

  test('is no answer when all of them fail', async () => {
    const read = vi.fn(() => Promise.reject(failure('UNAVAILABLE')));
    await expect(readLongReport(year, 90, read)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(read).toHaveBeenCalledTimes(slicesOf(year.start_date, year.end_date, 90).length);
  });

  test.each<[string, unknown]>([
    ['UNAUTHENTICATED', failure('UNAUTHENTICATED')],
    ['FORBIDDEN', failure('FORBIDDEN')],
    ['INVALID_INPUT', failure('INVALID_INPUT')],
    ['CONFIGURATION', failure('CONFIGURATION')],
    ['a defect', new RangeError('defect')],
  ])('ends everything at once with %s, and asks for no more', async (_, error) => {
    const asked: string[] = [];
    const reading = readLongReport(year, 10, (slice) => {
      asked.push(slice.start_date);
      // The others never answer: nobody must wait for them.
      return asked.length === 2 ? Promise.reject(error) : new Promise<never>(() => {});
    });
    await expect(reading).rejects.toBe(error);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(4);
  });
});

test('no more than four slices are asked for at the same time, and progress counts up to all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.scheduler(), async (maxDays, scheduler) => {
      let [open, most] = [0, 0];
      const progress: [number, number][] = [];
      const reading = readLongReport(
        year,
        maxDays,
        async (slice) => {
          open += 1;
          most = Math.max(most, open);
          await scheduler.schedule(Promise.resolve());
          open -= 1;
          if (slice.start_date.endsWith('-03')) throw failure('UNAVAILABLE');
          return answer(slice);
        },
        { onProgress: (done, total) => progress.push([done, total]) },
      );
      await scheduler.waitFor(reading);
      const slices = slicesOf(year.start_date, year.end_date, maxDays).length;
      expect(most).toBe(Math.min(4, slices));
      expect(progress).toEqual(Array.from({ length: slices }, (_, index) => [index + 1, slices]));
    }),
    { numRuns: 30 },
  );
});

describe('a caller who goes', () => {
  const reason = new Error('gone');

  test('before it begins: nothing is asked for', async () => {
    const read = vi.fn();
    await expect(readLongReport(year, 90, read, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(read).not.toHaveBeenCalled();
  });

  test('on the way: no further slice is asked for', async () => {
    const caller = new AbortController();
    let asked = 0;
    const reading = readLongReport(
      year,
      10,
      async (slice) => {
        asked += 1;
        if (asked === 6) caller.abort(reason);
        return answer(slice);
      },
      { signal: caller.signal },
    );
    await expect(reading).rejects.toBe(reason);
    expect(asked).toBeLessThanOrEqual(6 + 3);
  });

  test('is not told of missing days when a vendor calls his going an outage', async () => {
    const caller = new AbortController();
    const reading = readLongReport(
      year,
      90,
      async (slice) => {
        if (slice.start_date !== '2025-12-01' && slice.end_date !== year.end_date) return answer(slice);
        caller.abort(reason);
        throw failure('UNAVAILABLE');
      },
      { signal: caller.signal },
    );
    await expect(reading).rejects.toBe(reason);
  });
});
