import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeVendor, MAX_DAYS, products } from '../../test/fake-vendor.ts';
import { addDays, countDays, dateIn } from '../calendar.ts';
import { cachedProvider } from './cached-provider.ts';
import { createDayCache } from './day-cache.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

// Names that would meet if a key were made by joining them.
const account = fc.constantFrom('a', 'b', 'a"', '["a"', 'a","fake","calls', '__proto__');
const zone = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
const start = fc.constantFrom(
  '2026-03-28T22:30:00Z', // before the clocks change in Paris
  '2026-11-01T03:00:00Z', // and in New York
  '2011-12-30T09:00:00Z', // before the day that Apia does not have
  '2024-02-28T23:50:00Z',
  '2025-12-31T10:00:00Z',
  '2026-06-15T21:59:52Z', // seconds before midnight in Paris
);
const call = (accounts: readonly string[], zones: readonly string[]) =>
  fc.record({
    account: fc.constantFrom(...accounts),
    tz: fc.constantFrom(...zones),
    operation: fc.constantFrom('calls' as const, 'minutes' as const),
    product: fc.constantFrom(...products),
    daysAgo: fc.oneof(fc.nat(2), fc.nat(10)),
    length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }), fc.constant(MAX_DAYS)),
    fresh: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });
// In seconds.
const wait = fc.constantFrom(0, 1, 9, 14, 16, 600, 3600, 5 * 3600, 13 * 3600, 30 * 3600, 60 * 3600);
// Few accounts and zones at a time, so that calls meet what others have left.
const history = fc
  .tuple(fc.uniqueArray(account, { minLength: 2, maxLength: 2 }), fc.uniqueArray(zone, { minLength: 1, maxLength: 2 }))
  .chain(([accounts, zones]) => {
    const together = fc.array(call(accounts, zones), { minLength: 1, maxLength: 3 });
    return fc.array(fc.record({ wait, together }), { minLength: 5, maxLength: 20 });
  });

test('whoever asks for whatever in whatever order is answered as the vendor answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      start,
      history,
      fc.constantFrom(15_000, 60_000, 64_000_000),
      fc.constantFrom(0, 3, 17),
      fc.constantFrom(0, 1, 5),
      async (from, steps, maxBytes, contradictoryEach, twiceEach) => {
        let clock = new Date(from);
        const vendor = fakeVendor(() => clock);
        vendor.contradicts = (date) => contradictoryEach > 0 && countDays('2000-01-01', date) % contradictoryEach === 0;
        vendor.repeats = (date) =>
          twiceEach > 0 && Number(date.slice(-2)) % twiceEach === 0 ? Number(date.slice(-2)) : 0;
        const cache = createDayCache({ maxBytes, now: () => clock });

        const ask = async ({ account, tz, operation, product, daysAgo, length, fresh }: Call) => {
          const end_date = addDays(dateIn(tz, clock), -daysAgo);
          const period = { start_date: addDays(end_date, 1 - length), end_date, tz };
          const answer = await cachedProvider(vendor.provider(account), cache, account)[operation].daily(
            product,
            period,
            { fresh },
          );
          return { account, operation, product, period, answer };
        };
        for (const { wait, together } of steps) {
          clock = new Date(clock.getTime() + wait * SECOND);
          const now = clock;
          for (const { account, operation, product, period, answer } of await Promise.all(together.map(ask))) {
            const until = answer.period.partial_until;
            // A day that is not over is what the vendor gave at the time that the answer names.
            if (until !== undefined) clock = new Date(until);
            const direct = await vendor.provider(account)[operation].daily(product, period);
            clock = now;
            const said = (report: object) => JSON.stringify({ ...report, as_of: '', counted: undefined });
            expect(said(answer)).toBe(said(direct));
            const age = (text: string) => now.getTime() - Date.parse(text);
            expect(age(answer.as_of)).toBeGreaterThanOrEqual(0);
            expect(age(answer.as_of)).toBeLessThan(48 * HOUR);
            expect(until !== undefined).toBe(period.end_date === dateIn(period.tz, now));
            if (until !== undefined) expect(age(until)).toBeLessThan(15 * SECOND);
          }
          expect(cache.bytes).toBeLessThanOrEqual(maxBytes);
        }
      },
    ),
    { numRuns: 100 },
  );
});

type Call = ReturnType<typeof call> extends fc.Arbitrary<infer Value> ? Value : never;
