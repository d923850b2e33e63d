import { expect, it } from 'vitest';
import { createAddressLimit } from './address-limit.ts';

const start = Date.parse('2026-11-20T10:00:00Z');

function make(options = {}) {
  let clock = start;
  const limit = createAddressLimit({ perMinute: 3, now: () => clock, ...options });
  return { ...limit, wait: (ms: number) => (clock += ms) };
}

it('allows so many requests a minute from an address, then says when again', async () => {
  const { count, wait } = make();
  const answers = await Promise.all(Array.from({ length: 5 }, () => count('203.0.113.9')));
  expect(answers.filter((refused) => refused === undefined)).toHaveLength(3);
  wait(48_000);
  expect(await count('203.0.113.9')).toEqual({
    allowed: false,
    limit: 'address',
    retryAfterMs: 12_000,
    reason: 'More than 3 requests in a minute come from this address. Try again in 12 seconds.',
  });
  expect(await count('203.0.113.10')).toBeUndefined();
  wait(12_000);
  expect(await count('203.0.113.9')).toBeUndefined();
});

it('counts the addresses of one IPv6 network together', async () => {
  const { count } = make();
  for (let i = 0; i < 3; i += 1) expect(await count(`2001:db8::${i}`)).toBeUndefined();
  expect(await count('2001:db8::ffff')).toMatchObject({ limit: 'address' });
  expect(await count('2001:db8:0:1::1')).toBeUndefined();
});

it('can be asked without counting', async () => {
  const { count, check } = make();
  for (let i = 0; i < 10; i += 1) expect(check('203.0.113.9')).toBeUndefined();
  for (let i = 0; i < 3; i += 1) await count('203.0.113.9');
  expect(check('203.0.113.9')).toMatchObject({ allowed: false });
});

it('allows another number to a known network', async () => {
  const { count } = make({ networks: [{ network: '198.51.100.0/24', perMinute: 5 }] });
  for (let i = 0; i < 5; i += 1) expect(await count('198.51.100.7')).toBeUndefined();
  expect(await count('198.51.100.7')).toMatchObject({ reason: expect.stringContaining('More than 5 requests') });
});
