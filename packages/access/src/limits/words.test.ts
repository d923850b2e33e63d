import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfterSeconds } from './admission.ts';
import { fromMicros, toMicros } from './money.ts';
import { connectionRefusal, minuteRefusal, monthRefusal, signInRefusal } from './refusals.ts';
import { embedTier, standardTiers, Tier } from './tier.ts';

const [discover = expect.fail(), automate = expect.fail()] = standardTiers;

it('names the limit, how much it is, and when calls are answered again', () => {
  expect(monthRefusal(discover, 10_000, Date.parse('2026-12-31T22:30:00Z'))).toEqual({
    allowed: false,
    limit: 'month',
    retryAfterMs: 90 * 60_000,
    reason:
      'The Discover tier includes 10,000 calls a month, and those of December 2026 are used up. ' +
      'Calls are answered again from 1 January 2027, 00:00 UTC, or at once on a larger tier.',
  });
  expect(minuteRefusal(automate, 300, 999.5).reason).toBe(
    'The Automate tier allows 300 calls a minute, and they are used up. Try again in 1 second.',
  );
  expect(connectionRefusal(automate, 5, 30_000).reason).toBe(
    'The Automate tier allows 5 open streams, and there are already. Close one, then try again; ' +
      'one that was not closed properly is freed within 30 seconds.',
  );
  expect(signInRefusal(15 * 60_000).reason).toContain('Try again in 15 minutes.');
});

it('is never asked again too early', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1e9, noNaN: true }), (ms) => {
      const refused = signInRefusal(ms);
      expect(refused.retryAfterMs).toBeGreaterThanOrEqual(Math.max(1, ms));
      expect(retryAfterSeconds(refused) * 1000).toBeGreaterThanOrEqual(refused.retryAfterMs);
      const [, amount, unit = ''] = /in (\d+) (second|minute|hour)s?\.$/.exec(refused.reason) ?? [];
      const size = { second: 1, minute: 60, hour: 3600 }[unit] ?? Number.NaN;
      expect(Number(amount) * size * 1000).toBeGreaterThanOrEqual(refused.retryAfterMs);
    }),
  );
});

it('keeps money exact', () => {
  expect(toMicros('0.0005')).toBe(500);
  expect(fromMicros(toMicros('0.0005') * 3)).toBe('0.0015');
  expect(fromMicros(1_500_000)).toBe('1.50');
  expect(fromMicros(0)).toBe('0.00');
  fc.assert(
    fc.property(fc.nat(999_999), fc.nat(999_999), (units, micros) => {
      const price = `${units}.${String(micros).padStart(6, '0')}`;
      expect(toMicros(price)).toBe(units * 1_000_000 + micros);
      expect(toMicros(fromMicros(toMicros(price)))).toBe(toMicros(price));
    }),
  );
});

it('takes the tiers of a configuration, and refuses what cannot be one', () => {
  for (const tier of standardTiers) expect(Tier.parse(tier)).toEqual(tier);
  expect(embedTier({ partner: 'acme', callsPerMinute: 1_000 })).toEqual({
    name: 'embed:acme',
    title: 'Embed (acme)',
    callsPerMinute: 1_000,
    callsPerMonth: null,
    connections: null,
  });
  const wrong = [
    { callsPerMinute: 0 },
    { callsPerMonth: 1.5 },
    { connections: undefined },
    { name: 'Embed Acme' },
    { overage: { currency: 'EUR', pricePerCall: '0,0005' } },
    { overage: { currency: 'EUR', pricePerCall: '0.00000005' } },
    { overage: { currency: 'euro', pricePerCall: '1' } },
    { callsPerHour: 3 },
  ];
  for (const part of wrong) expect(Tier.safeParse({ ...discover, ...part }).success).toBe(false);
});
