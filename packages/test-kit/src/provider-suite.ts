import {
  addDays,
  DailyCallReport,
  DailyMinutesReport,
  dateIn,
  type ErrorCode,
  isTelephonyError,
  NumberCount,
  type Period,
  type Provider,
} from '@voxolib/telephony';
import { describe, expect, test } from 'vitest';
import { dailyGroups, expectPeriod, operations, sum } from './provider-operations.ts';

export interface ProviderUnderTest {
  /** An account that may do everything that the provider offers. */
  provider: () => Provider | Promise<Provider>;
  /** The moment at which the provider lives. */
  now: () => Date;
  /** The same provider before a vendor that never answers; it tells when a request has come there, and when it has gone. */
  silent?: () => Promise<{ provider: Provider; reached: () => Promise<void>; gone: () => Promise<void> }>;
  /** What an account or a fault is called, how its provider is made, and the code that every operation must throw. */
  failures?: Record<string, { provider: () => Provider | Promise<Provider>; code: ErrorCode }>;
}

const tz = 'Europe/Paris';

/** What every vendor's provider must keep to, over whatever groups it offers. */
export function describeProvider(name: string, subject: ProviderUnderTest): void {
  const today = () => dateIn(tz, subject.now());
  const lastDays = (days: number): Period => ({ start_date: addDays(today(), 1 - days), end_date: today(), tz });

  describe(`provider ${name}`, () => {
    test('has an id, a title and at least one group', async () => {
      const provider = await subject.provider();
      expect(provider.id).toMatch(/^[a-z][a-z0-9]*$/);
      expect(provider.title).not.toBe('');
      expect(operations(provider, lastDays(1))).not.toEqual([]);
    });

    test('reports every day of a period once and in order, and totals that are the sums', async ({ skip }) => {
      const { calls, id } = await subject.provider();
      if (calls === undefined) return skip('no call reports');
      for (const product of calls.products) {
        for (const days of [1, 7, calls.maxDays]) {
          const period = lastDays(days);
          const report = DailyCallReport.parse(await calls.daily(product, period));
          expectPeriod(report, { id, product, period, now: subject.now() });
          expect(report.totals.total).toBe(sum(report.days.map((day) => day.total)));
          const statuses = new Set(report.days.flatMap((day) => Object.keys(day.status_breakdown)));
          expect(new Set(Object.keys(report.totals.status_breakdown))).toEqual(statuses);
          for (const status of statuses) {
            const counted = sum(report.days.map((day) => day.status_breakdown[status] ?? 0));
            expect(report.totals.status_breakdown[status]).toBe(counted);
          }
        }
      }
    });

    test('reports minutes of every day once and in order, and totals that are the sums', async ({ skip }) => {
      const { minutes, id } = await subject.provider();
      if (minutes === undefined) return skip('no minutes reports');
      for (const product of minutes.products) {
        for (const days of [1, 7, minutes.maxDays]) {
          const period = lastDays(days);
          const report = DailyMinutesReport.parse(await minutes.daily(product, period));
          expectPeriod(report, { id, product, period, now: subject.now() });
          for (const kind of ['fixed', 'mobile', 'intl', 'billable'] as const) {
            expect(report.totals[kind]).toBeCloseTo(sum(report.days.map((day) => day[kind])), 5);
          }
        }
      }
    });

    test('counts numbers by state', async ({ skip }) => {
      const { numbers, id } = await subject.provider();
      if (numbers === undefined) return skip('no number counts');
      const count = NumberCount.parse(await numbers.count());
      expect(count.source.provider).toBe(id);
      const states = count.active + count.suspended + count.other;
      if (states !== count.total) expect(count.warnings).toHaveLength(1);
    });

    test('gives the same report again for the same days', async ({ skip }) => {
      const { calls } = await subject.provider();
      const product = calls?.products[0];
      if (calls === undefined || product === undefined) return skip('no call reports');
      const past = { start_date: addDays(today(), -20), end_date: addDays(today(), -10), tz };
      const [first, second] = [await calls.daily(product, past), await calls.daily(product, past)];
      expect(second.days).toEqual(first.days);
      expect(first.period).not.toHaveProperty('partial_until');
    });

    test.each<[string, string, (maxDays: number) => Partial<Period>]>([
      [
        'ends before it starts',
        'end_date',
        () => ({ start_date: addDays(today(), -1), end_date: addDays(today(), -2) }),
      ],
      ['ends in the future', 'end_date', () => ({ end_date: addDays(today(), 1) })],
      [
        'starts in the future',
        'start_date',
        () => ({ start_date: addDays(today(), 1), end_date: addDays(today(), 2) }),
      ],
      ['is a day too long', 'end_date', (maxDays) => ({ start_date: addDays(today(), -maxDays) })],
      ['is older than all', 'start_date', () => ({ start_date: '1999-12-31', end_date: '1999-12-31' })],
      ['starts on no day', 'start_date', () => ({ start_date: '2026-02-30' })],
      ['ends in the year 99999', 'end_date', () => ({ end_date: '99999-01-01' })],
      ['is in no zone', 'tz', () => ({ tz: 'Mars/Base' })],
    ])('refuses a period that %s', async (_, field, wrong) => {
      const provider = await subject.provider();
      for (const group of dailyGroups(provider)) {
        const period = { ...lastDays(1), ...wrong(group.maxDays) };
        for (const product of group.products) {
          await expect(group.daily(product, period)).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
        }
      }
    });

    test('refuses a product that it does not know', async () => {
      const provider = await subject.provider();
      for (const group of dailyGroups(provider)) {
        for (const product of ['', 'fax', '__proto__', 'WCB ']) {
          const refused = { code: 'INVALID_INPUT', field: 'product' };
          await expect(group.daily(product, lastDays(1))).rejects.toMatchObject(refused);
        }
      }
    });

    test('does nothing for a caller who has gone already', async () => {
      const reason = new Error('gone');
      for (const run of operations(await subject.provider(), lastDays(1))) {
        await expect(run({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      }
    });

    test('ends its request to the vendor when the caller goes', async ({ skip }) => {
      if (subject.silent === undefined) return skip('no silent vendor');
      const count = operations((await subject.silent()).provider, lastDays(1)).length;
      for (let index = 0; index < count; index += 1) {
        const { provider, reached, gone } = await subject.silent();
        const caller = new AbortController();
        const answer = operations(provider, lastDays(1))[index]?.({ signal: caller.signal });
        const outcome = expect(answer).rejects.toMatchObject({ name: 'AbortError' });
        await reached();
        caller.abort();
        await outcome;
        await gone();
      }
    });

    test.each(Object.entries(subject.failures ?? {}))('%s', async (_, { provider, code }) => {
      for (const run of operations(await provider(), lastDays(1))) {
        const error: unknown = await run({}).catch((reason: unknown) => reason);
        expect(isTelephonyError(error)).toBe(true);
        expect(error).toMatchObject({ code, provider: expect.any(String) });
        expect(error).not.toHaveProperty('cause');
      }
    });
  });
}
