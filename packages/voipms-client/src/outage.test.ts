import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answer, clientBefore, failureOf } from '../test/fake-vendor.ts';
import { createSharing } from './shared-state.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const balance = { status: 'success', balance: {} };
const open = { code: 'UNAVAILABLE', detail: { reason: 'circuit_open' } };

/** Two accounts of one API that answers with 503 until it is told otherwise. */
function accounts() {
  const vendor = { isDown: true };
  const answer: Answer = () => (vendor.isDown ? new Response('', { status: 503 }) : balance);
  const sharing = createSharing();
  const one = clientBefore(answer, { sharing });
  const other = clientBefore(answer, { sharing, password: 'another' });
  const requests = () => one.requests.length + other.requests.length;
  return { vendor, one: one.client, other: other.client, requests };
}

test('a minute of 503 costs few requests of any account, and all is well afterwards', async () => {
  const { vendor, one, other, requests } = accounts();
  for (let second = 0; second < 60; second += 1) {
    const error = await failureOf((second % 2 === 0 ? one : other).call('getBalance'));
    expect(error.code).toBe('UNAVAILABLE');
    if (second >= 10) expect(error.retryAfterMs ?? 10_000).toBeLessThanOrEqual(10_000);
    vi.advanceTimersByTime(1000);
  }
  expect(requests()).toBeLessThan(20);
  vendor.isDown = false;
  vi.advanceTimersByTime(10_000);
  await expect(one.call('getBalance')).resolves.toMatchObject({ data: balance });
  await expect(other.call('getBalance')).resolves.toMatchObject({ data: balance });
});

test('what is refused without being sent is not repeated, and a change that is has no unknown outcome', async () => {
  const { one, other, requests } = accounts();
  for (let index = 0; index < 10; index += 1) await failureOf(one.call('getBalance'));
  const before = requests();
  expect(await failureOf(one.call('getBalance'))).toMatchObject(open);
  expect(await failureOf(other.call('setPhonebook', { name: 'a', number: '4165550117' }))).toMatchObject(open);
  expect(requests()).toBe(before);
});

test('who waits for a turn behind requests that fail is told at once', async () => {
  const { one, requests } = accounts();
  const failures = await Promise.all(Array.from({ length: 60 }, () => failureOf(one.call('getBalance'))));
  expect(failures.filter(({ detail }) => detail?.reason === 'circuit_open')).toHaveLength(50);
  expect(requests()).toBe(10);
});

test.each([
  ['maintenance of a method', () => ({ status: 'method_maintenance' })],
  ['a refused credential', () => ({ status: 'invalid_credentials' })],
  ['the limit of one account', () => new Response('', { status: 429 })],
])('%s is no outage', async (_, answer) => {
  const { client, requests } = clientBefore(answer);
  for (let index = 0; index < 15; index += 1) await failureOf(client.call('getCDR'));
  expect(requests).toHaveLength(15);
});

test('another address of the API is another API', async () => {
  const sharing = createSharing();
  const down = clientBefore(() => new Response('', { status: 503 }), { sharing });
  const up = clientBefore(() => balance, { sharing, baseUrl: 'https://voip.example.com/rest.php' });
  for (let index = 0; index < 10; index += 1) await failureOf(down.client.call('getBalance'));
  await expect(up.client.call('getBalance')).resolves.toMatchObject({ data: balance });
});
