import {
  dailyCallReport,
  dailyMinutesReport,
  eachDate,
  numberCount,
  type OperationOptions,
  type Provider,
  resolvePeriod,
} from '@voxolib/telephony';

type Account = Provider & Required<Pick<Provider, 'calls' | 'minutes' | 'numbers'>>;

/** The moment at which the fake account lives, unless a test says otherwise. */
export const FAKE_NOW = new Date('2026-03-31T12:00:00Z');

/** A vendor account without a vendor: its figures follow from the day of the month, so that a test can compute them. */
export function fakeAccount(
  options: { now?: Date; before?: (options: OperationOptions) => Promise<void> } = {},
): Account {
  const now = options.now ?? FAKE_NOW;
  const limits = { maxDays: 90, now };
  const dayOfMonth = (date: string) => Number(date.slice(8));
  return {
    id: 'fake',
    title: 'Fake',
    calls: {
      products: ['wcb', 'did'],
      maxDays: 90,
      async daily(product, period, call = {}) {
        const resolved = resolvePeriod(period, limits);
        await options.before?.(call);
        const rows = eachDate(period.start_date, period.end_date).map((date) => ({
          date,
          total: dayOfMonth(date),
          status_breakdown: { answered: dayOfMonth(date) - 1, no_answer: 1 },
        }));
        return dailyCallReport({ source: { provider: 'fake', product }, period: resolved, rows, asOf: now });
      },
    },
    minutes: {
      products: ['wcb', 'did'],
      maxDays: 90,
      async daily(product, period, call = {}) {
        const resolved = resolvePeriod(period, limits);
        await options.before?.(call);
        const rows = eachDate(period.start_date, period.end_date).map((date) => ({
          date,
          fixed: 0.1,
          mobile: 0.2,
          intl: 0,
          billable: 0.3,
        }));
        return dailyMinutesReport({ source: { provider: 'fake', product }, period: resolved, rows, asOf: now });
      },
    },
    numbers: {
      async count(call = {}) {
        await options.before?.(call);
        const counts = { total: 12, active: 10, suspended: 1, other: 1 };
        return numberCount({ source: { provider: 'fake', product: 'did' }, counts, asOf: now });
      },
    },
  };
}
