import { expect, it } from 'vitest';
import { createSignInDelay } from './sign-in-delay.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
const patient = { free: 1_000, firstMs: 1, longestMs: 1 };

function make(options = {}) {
  let clock = start;
  const delay = createSignInDelay({ now: () => clock, ...options });
  return { ...delay, wait: (ms: number) => (clock += ms) };
}

it('makes each further failure of an account wait longer, up to a minute', async () => {
  const { begin, wait } = make({ address: patient });
  const waits: number[] = [];
  for (let i = 0; i < 50; i += 1) {
    let answer = await begin(`203.0.113.${i}`, 'public-key');
    if (!answer.allowed) {
      waits.push(answer.retryAfterMs);
      // A moment too early is refused as well, and makes it no longer.
      wait(answer.retryAfterMs - 1);
      expect(await begin('203.0.113.200', 'public-key')).toMatchObject({ allowed: false, retryAfterMs: 1 });
      wait(1);
      answer = await begin('203.0.113.201', 'public-key');
    }
    expect(answer.allowed).toBe(true);
  }
  expect(waits.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

it('says the same of every account', async () => {
  const { begin } = make({ address: patient });
  const refusals = ['known', 'unknown'].map(async (account) => {
    for (let i = 0; i < 5; i += 1) await begin('203.0.113.9', account);
    await begin('203.0.113.9', account);
    return begin('203.0.113.9', account);
  });
  expect(await refusals[0]).toEqual(await refusals[1]);
  expect(await refusals[0]).toMatchObject({
    limit: 'sign-in',
    reason: 'Too many attempts to sign in have failed. Try again in 1 second.',
  });
});

it('slows down one address that tries many accounts', async () => {
  const { begin } = make();
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => begin('203.0.113.9', `account ${i}`)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(11);
  expect(await begin('203.0.113.10', 'account 0')).toMatchObject({ allowed: true });
});

it('lets no more through when they come at once', async () => {
  const { begin } = make({ address: patient });
  const answers = await Promise.all(Array.from({ length: 50 }, () => begin('203.0.113.9', 'public-key')));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(6);
});

it('forgets the failures of an account that signs in, and not those of the address', async () => {
  const { begin, wait } = make({ address: { free: 7, firstMs: 1_000, longestMs: 60_000 } });
  for (let i = 0; i < 4; i += 1) await begin('203.0.113.9', 'mine');
  const good = await begin('203.0.113.9', 'mine');
  if (good.allowed) good.succeeded();
  for (let i = 0; i < 4; i += 1) expect(await begin('203.0.113.9', 'mine')).toMatchObject({ allowed: true });
  expect(await begin('203.0.113.9', 'other')).toMatchObject({ allowed: false });
  wait(61 * 60_000);
  expect(await begin('203.0.113.9', 'other')).toMatchObject({ allowed: true });
});

it('does not count what the vendor could not judge', async () => {
  const { begin } = make();
  for (let i = 0; i < 50; i += 1) {
    const attempt = await begin('203.0.113.9', 'public-key');
    expect(attempt.allowed).toBe(true);
    if (attempt.allowed) attempt.unjudged();
  }
});

it('takes nothing back twice, and nothing of others', async () => {
  const { begin } = make({ address: { free: 2, firstMs: 1_000, longestMs: 60_000 } });
  const first = await begin('203.0.113.9', 'a');
  await begin('203.0.113.9', 'b');
  if (first.allowed) {
    first.unjudged();
    first.succeeded();
    first.unjudged();
  }
  expect(await begin('203.0.113.9', 'c')).toMatchObject({ allowed: true });
  expect(await begin('203.0.113.9', 'd')).toMatchObject({ allowed: true });
  expect(await begin('203.0.113.9', 'e')).toMatchObject({ allowed: false });
});
